import { error } from '@sveltejs/kit';
import { shownText } from '$lib/base/hidden';
import { drawChains } from '$lib/features/evidence/chainDrawing';
import { citationFormats } from '$lib/export/citations/citations';
import { contestedOf, groupReasons } from '$lib/geodata/contested';
import { nearest } from '$lib/geodata/near';
import { chainTree, dependentRoots, originsOf } from '$lib/geodata/origins';
import { coordinateForms } from '$lib/geodata/precision';
import { dataset } from '$lib/server/dataset';
import { describeNear } from '$lib/words/near';
import { summariseOrigins } from '$lib/words/origins';

export const entries = () => dataset().sites.map(({ id }) => ({ site: id }));

export const load = ({ params, locals: { locale } }) => {
	const { sites } = dataset(locale);
	const site = sites.find(({ id }) => id === params.site);
	if (!site) error(404, 'There is no such site');
	const { reports, geometry, precision } = site;
	const tree = chainTree(reports);
	const latest = reports.reduce((a, b) => (b.article.published.edtf > a.article.published.edtf ? b : a));
	return {
		site,
		latestQuote: shownText(latest.quotes[0]!.exact),
		contested: groupReasons(contestedOf(site, sites).reasons),
		origins: {
			...summariseOrigins(originsOf(reports), dependentRoots(tree), reports.length, locale),
			lines: tree.lines
		},
		drawing: drawChains(tree, locale),
		near: describeNear(nearest(site, sites), site.related, locale),
		coordinates:
			geometry.type === 'Point' ? coordinateForms(geometry.coordinates, precision.radius_km) : null,
		citations: Object.entries(citationFormats).map(([format, { name }]) => ({ format, name }))
	};
};
