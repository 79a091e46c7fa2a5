import { dataset, history, release, withLacking } from '$lib/server/dataset';

export const load = ({ locals }) => {
	const reported = new Set(dataset().sites.map(({ id }) => id));
	const shown = {
		current: release(),
		history: history(locals.locale),
		/** Places that have a page to link to. */
		sites: [...reported],
		/** Reports that have one: all that are there, taken back or not. */
		reports: [...dataset().reports, ...dataset().withdrawn].map(({ id }) => id)
	};
	return withLacking(shown, locals.locale);
};
