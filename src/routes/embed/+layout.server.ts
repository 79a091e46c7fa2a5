import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

/** What the filters of the address need. */
export const load = () => ({
	sites: dataset().sites.map(summariseSite),
	reports: summariseReports(dataset())
});
