import { summariseReports } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = ({ locals }) => ({
	reports: summariseReports(dataset(locals.locale)).filter((report) => !report.place?.mapped)
});
