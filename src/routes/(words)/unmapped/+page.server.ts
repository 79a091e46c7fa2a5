import { summaries, withLacking } from '$lib/server/dataset';

export const load = ({ locals }) => {
	const reports = summaries(locals.locale).filter((report) => !report.place?.mapped);
	return withLacking({ reports }, locals.locale);
};
