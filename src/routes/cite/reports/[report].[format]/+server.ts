import { error } from '@sveltejs/kit';
import { citationFormats, isCitationFormat, reportCitation } from '$lib/export/citations/citations';
import { dataset, exportContext, reportById } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';

export const prerender = true;
export const entries = () =>
	entriesOf(
		[...dataset().reports, ...dataset().withdrawn].flatMap(({ id }) =>
			Object.keys(citationFormats).map((format) => ({ report: id, format }))
		)
	);

/** The citation of a report in one format. */
export const GET = ({ params }) => {
	const report = reportById(params.report);
	if (!report || !isCitationFormat(params.format)) error(404, 'There is no such citation');
	const { mediaType, write } = citationFormats[params.format];
	// Readers who cited it before must see first that it was taken back.
	const summary = report.withdrawn
		? `[Withdrawn on ${report.withdrawn.on}] ${report.summary}`
		: report.summary;
	return new Response(write(reportCitation({ ...report, summary }, dataset().articles, exportContext())), {
		headers: { 'content-type': mediaType }
	});
};
