/** All that the page of a site shows, from the compiled data set; its words are in a language. */
import { shownText } from '$lib/base/hidden';
import { drawChains } from '$lib/features/evidence/chainDrawing';
import { citationFormats } from '$lib/export/citations/citations';
import { contestedOf, groupReasons } from '$lib/geodata/contested';
import { nearest } from '$lib/geodata/near';
import { chainTree, dependentRoots, originsOf } from '$lib/geodata/origins';
import { coordinateForms } from '$lib/geodata/precision';
import type { Dataset } from '$lib/geodata/views';
import type { Locale } from '$lib/words/locale';
import { describeNear } from '$lib/words/near';
import { summariseOrigins } from '$lib/words/origins';

export type SitePage = NonNullable<ReturnType<typeof sitePage>>;

/** Null where there is no such site. */
export function sitePage({ sites }: Pick<Dataset, 'sites'>, id: string, locale: Locale) {
	const site = sites.find((other) => other.id === id);
	if (!site) return null;
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
}
