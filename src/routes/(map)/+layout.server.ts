import { summariseSite } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = () => ({
	sites: dataset().sites.map(summariseSite),
	unmapped: dataset().reports.filter((report) => !report.place?.mapped).length,
	articles: dataset().articles.length
});
