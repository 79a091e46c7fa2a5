import { mostKept } from '$lib/server/carried';
import { wholeCitation, wholeFiles, wholeText } from '$lib/export/citations/whole';
import { dataset, exportContext, release, saidOfItself, withLacking } from '$lib/server/dataset';
import desk from '$lib/draft/data/credits.json';
import { basemapSources } from '$lib/map/credits';

export const load = ({ locals }) => {
	const { sites, reports, articles } = dataset();
	const { publisher, links = [], since } = saidOfItself(locals.locale);
	const shown = {
		publisher,
		links,
		since,
		basemap: basemapSources,
		desk,
		cite: {
			text: wholeText(wholeCitation(dataset(), saidOfItself(), release().released, exportContext())),
			files: Object.entries(wholeFiles).map(([file, { name }]) => ({ file, name }))
		},
		sites: sites.length,
		reports: reports.length,
		articles: articles.length,
		...(reports.length > mostKept && { isKeptInPart: true }),
		/** The last day on which an article was compared with its full text, and those that were not. */
		checked: {
			last:
				articles
					.flatMap(({ checked }) => checked ?? [])
					.sort()
					.at(-1) ?? null,
			missing: articles
				.filter(({ checked }) => checked === null)
				.map(({ id, title, language }) => ({ id, title, language }))
		}
	};
	return withLacking(shown, locals.locale);
};
