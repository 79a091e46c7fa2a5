import { error } from '@sveltejs/kit';
import { citationFormats, isCitationFormat, reportCitation } from '$lib/export/citations';
import { dataset, origin } from '$lib/server/dataset';
import { version } from '../../../../../package.json';

export const prerender = true;
export const entries = () =>
	dataset().reports.flatMap(({ id }) =>
		Object.keys(citationFormats).map((format) => ({ report: id, format }))
	);

/** The citation of a report in one format. */
export const GET = ({ params }) => {
	const { articles, reports } = dataset();
	const report = reports.find(({ id }) => id === params.report);
	if (!report || !isCitationFormat(params.format)) error(404, 'There is no such citation');
	const { mediaType, write } = citationFormats[params.format];
	return new Response(write(reportCitation(report, articles, { origin, version })), {
		headers: { 'content-type': mediaType }
	});
};
