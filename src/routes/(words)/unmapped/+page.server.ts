import { summariseReport } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = () => ({
	reports: dataset()
		.reports.filter((report) => !report.place?.mapped)
		.map(summariseReport)
});
