import { error } from '@sveltejs/kit';
import { drawChains } from '$lib/features/evidence/chainDrawing';
import type { Locale } from '$lib/geodata/dates';
import { citationFormats } from '$lib/export/citations/citations';
import { summariseOrigins } from '$lib/geodata/origins';
import { dataset } from '$lib/server/dataset';

// A report that was taken back keeps its address.
const all = (locale?: Locale) => {
	const { reports, withdrawn } = dataset(locale);
	return [...reports, ...withdrawn];
};

export const entries = () => all().map(({ id }) => ({ report: id }));

export const load = ({ params, locals: { locale } }) => {
	const report = all(locale).find(({ id }) => id === params.report);
	if (!report) error(404, 'There is no such report');
	const { words, careful, tree } = summariseOrigins([report], locale);
	return {
		report,
		origins: { words, careful, lines: tree.lines },
		drawing: drawChains(tree, locale),
		citations: Object.entries(citationFormats).map(([format, { name }]) => ({ format, name }))
	};
};
