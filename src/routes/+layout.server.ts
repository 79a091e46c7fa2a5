import { isCarried } from '$lib/server/carried';
import { dataset, onceFor, release, saidOfItself, summaries } from '$lib/server/dataset';
import { facetsOf } from '$lib/view/facets';

const facetsIn = onceFor((locale) => {
	const facets = facetsOf(summaries(locale), dataset(locale));
	// As many as there are articles: in a large data set they come with the rest of what is filtered.
	return isCarried(dataset(locale)) ? facets : { ...facets, publishers: [] };
});

/** The actors and the values of all facets, on every page, since every address may carry them. */
export const load = ({ locals }) => {
	const { links } = saidOfItself();
	return {
		actors: dataset(locals.locale).actors,
		release: release(),
		...(links && { links }),
		facets: facetsIn(locals.locale)
	};
};
