import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';
import { stillPicture } from './still';

export const load = ({ locals, params, untrack }) => {
	// Only the document has the still picture (src/hooks.server.ts): going to another site must not load this data again.
	const site = untrack(() => params.site);
	locals.still = () => stillPicture(locals.locale, site ?? null);
	const data = dataset(locals.locale);
	return {
		sites: data.sites.map(summariseSite),
		reports: summariseReports(data),
		publishers: data.articles.map(({ id, publisher }) => ({ id, name: publisher })),
		unmapped: data.reports.filter((report) => !report.place?.mapped).length
	};
};
