import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';
import { stillPicture } from './still';

export const load = ({ locals, params, untrack }) => {
	// The document alone has it (src/hooks.server.ts): who goes on to another site loads nothing anew for it.
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
