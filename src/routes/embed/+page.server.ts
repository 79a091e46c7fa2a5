import { dataset } from '$lib/server/dataset';

export const load = () => ({
	sites: dataset().sites.length,
	reports: dataset().reports.length,
	articles: dataset().articles.length
});
