import { error } from '@sveltejs/kit';
import { wholeCitation, wholeFiles, type WholeFile } from '$lib/export/citations/whole';
import { dataset, exportContext, release, saidOfItself } from '$lib/server/dataset';

export const prerender = true;
export const entries = () => Object.keys(wholeFiles).map((file) => ({ file }));

/** How the whole data set is cited, in one format. */
export const GET = ({ params }) => {
	if (!Object.hasOwn(wholeFiles, params.file)) error(404, 'There is no such citation');
	const { mediaType, write } = wholeFiles[params.file as WholeFile];
	const whole = wholeCitation(dataset(), saidOfItself(), release().released, exportContext());
	return new Response(write(whole), { headers: { 'content-type': mediaType } });
};
