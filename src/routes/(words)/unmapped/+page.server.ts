import { dataset, summaries, withLacking } from '$lib/server/dataset';
import { describeDoubts } from '$lib/words/sure';

export const load = ({ locals: { locale } }) => {
	const doubts = new Map(
		dataset(locale).reports.map((report) => [report.id, describeDoubts(report, locale)])
	);
	const reports = summaries(locale)
		.filter((report) => !report.place?.mapped)
		.map((report) => ({ ...report, doubts: doubts.get(report.id) ?? null }));
	return withLacking({ reports }, locale);
};
