import { isCarried } from '$lib/server/carried';
import { dataset, onceFor, release, saidOfItself, summaries } from '$lib/server/dataset';
import { facetsOf } from '$lib/view/facets';
import { m } from '$lib/words';
import { describeWhen } from '$lib/words/when';

const facetsIn = onceFor((locale) => {
	const facets = facetsOf(summaries(locale), dataset(locale));
	// As many as there are articles: in a large data set they come with the rest of what is filtered.
	return isCarried(dataset(locale)) ? facets : { ...facets, publishers: [] };
});

/** The actors and the values of all facets, on every page, since every address may carry them. */
export const load = ({ locals }) => {
	const { links } = saidOfItself();
	const { version, released } = release();
	const { locale } = locals;
	return {
		actors: dataset(locale).actors,
		release: {
			version,
			released,
			/** At the foot of a printed page. With the words of the page: no script has to bring it. */
			said: m.print_records({ version, date: describeWhen(released, locale) })
		},
		...(links && { links }),
		facets: facetsIn(locale)
	};
};
