import { dataset } from '$lib/server/dataset';
import basemap from '../../../../geodata/basemap/sources.json';

export const load = () => ({
	basemap,
	sites: dataset().sites.length,
	reports: dataset().reports.length,
	articles: dataset().articles.length
});
