import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

/** What the filters in the address are applied to. */
export const load = ({ locals }) => {
	const data = dataset(locals.locale);
	return { sites: data.sites.map(summariseSite), reports: summariseReports(data) };
};
