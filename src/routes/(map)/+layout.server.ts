import { carriedByMap } from '$lib/server/carried';
import { dataset, summaries } from '$lib/server/dataset';
import { stillPicture } from './still';

export const load = ({ locals, params, route, untrack }) => {
	const { locale } = locals;
	// Only the document has the still picture (src/hooks.server.ts): going to another site must not load this data again.
	const [site, isHome] = untrack(() => [params.site, route.id === '/(map)']);
	locals.still = () => stillPicture(locale, site ?? null, isHome);
	return carriedByMap(dataset(locale), summaries(locale), { isHome, locale });
};
