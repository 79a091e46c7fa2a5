import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = ({ locals }) => {
	const data = dataset(locals.locale);
	return {
		sites: data.sites.map(summariseSite),
		reports: summariseReports(data),
		publishers: data.articles.map(({ id, publisher }) => ({ id, name: publisher })),
		unmapped: data.reports.filter((report) => !report.place?.mapped).length
	};
};
