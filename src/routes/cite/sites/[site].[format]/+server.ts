import { error } from '@sveltejs/kit';
import { citationFormats, isCitationFormat, siteCitation } from '$lib/export/citations/citations';
import { dataset, exportContext } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';

export const prerender = true;
export const entries = () =>
	entriesOf(
		dataset().sites.flatMap(({ id }) => Object.keys(citationFormats).map((format) => ({ site: id, format })))
	);

/** The citation of a site, with every report about it, in one format. */
export const GET = ({ params }) => {
	const { articles, sites } = dataset();
	const site = sites.find(({ id }) => id === params.site);
	if (!site || !isCitationFormat(params.format)) error(404, 'There is no such citation');
	const { mediaType, write } = citationFormats[params.format];
	return new Response(write(siteCitation(site, articles, exportContext())), {
		headers: { 'content-type': mediaType }
	});
};
