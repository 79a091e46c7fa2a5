import { error } from '@sveltejs/kit';
import { drawChains } from '$lib/features/evidence/chainDrawing';
import { citationNames } from '$lib/export/citations/citations';
import { chainTree, dependentRoots, originsOf } from '$lib/geodata/origins';
import { dataset, reportById, withLacking } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';
import { summariseOrigins } from '$lib/words/origins';

// A report that was taken back keeps its address.
export const entries = () =>
	entriesOf([...dataset().reports, ...dataset().withdrawn].map(({ id }) => ({ report: id })));

export const load = ({ params, locals }) => {
	const { locale } = locals;
	const report = reportById(params.report, locale);
	if (!report) error(404, 'There is no such report');
	const tree = chainTree([report]);
	const shown = {
		report,
		origins: {
			...summariseOrigins(originsOf([report]), dependentRoots(tree), 1, locale),
			lines: tree.lines
		},
		drawing: drawChains(tree, locale),
		citations: citationNames
	};
	return withLacking(shown, locals.locale);
};
