import { dataset } from '$lib/server/dataset';

export const load = ({ locals }) => ({
	sites: dataset(locals.locale).sites.map(({ id, name, kind, reports }) => ({
		id,
		name,
		kind,
		reports: reports.length
	}))
});
