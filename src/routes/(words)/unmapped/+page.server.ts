import { summariseReports } from '$lib/geodata/summaries';
import { dataset, withLacking } from '$lib/server/dataset';

export const load = ({ locals }) => {
	const reports = summariseReports(dataset(locals.locale)).filter((report) => !report.place?.mapped);
	return withLacking({ reports }, locals.locale);
};
