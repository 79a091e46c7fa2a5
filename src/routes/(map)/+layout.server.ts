import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = () => ({
	sites: dataset().sites.map(summariseSite),
	reports: summariseReports(dataset()),
	publishers: dataset().articles.map(({ id, publisher }) => ({ id, name: publisher })),
	unmapped: dataset().reports.filter((report) => !report.place?.mapped).length
});
