import { summariseReports } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = () => ({
	reports: summariseReports(dataset()).filter((report) => !report.place?.mapped)
});
