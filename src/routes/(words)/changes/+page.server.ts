import { dataset, history, release, reportById, withLacking } from '$lib/server/dataset';

export const load = ({ locals }) => {
	const all = history(locals.locale);
	const changed = [...all.pending, ...all.releases.flatMap(({ changes }) => changes)];
	const idsOf = (kind: 'report' | 'place') =>
		new Set(changed.flatMap(({ record, id }) => (record === kind ? [id] : [])));
	const places = idsOf('place');
	const shown = {
		current: release(),
		history: all,
		/** Those of the places named that have a page to link to. */
		sites: dataset().sites.flatMap(({ id }) => (places.has(id) ? [id] : [])),
		/** Those of the reports: all that are there, taken back or not. */
		reports: [...idsOf('report')].filter((id) => reportById(id) !== undefined)
	};
	return withLacking(shown, locals.locale);
};
