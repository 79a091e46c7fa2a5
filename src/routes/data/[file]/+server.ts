import { error } from '@sveltejs/kit';
import { dataPackage, dataPackageName } from '$lib/export/datapackage';
import { dataFiles, isDataFile } from '$lib/export/registry';
import { packViews } from '$lib/export/visible';
import { summariseSite } from '$lib/geodata/summaries';
import { isCarried } from '$lib/server/carried';
import { dataset, languageOfRecords, summaries } from '$lib/server/dataset';
import { packListing, packWords } from '$lib/view/listing';
import { bytesOf, context, packagedFiles } from '../files';

export const prerender = true;
export const entries = () =>
	[...Object.keys(dataFiles), dataPackageName, ...Object.keys(forPages())].map((file) => ({ file }));

/**
 * What pages fetch: what they write files from, for a part of the data set, and what the pages of a large one leave out.
 * The data package does not list them.
 */
const forPages = (): Record<string, () => unknown> => ({
	'views.json': () => packViews(dataset(), context),
	...(!isCarried(dataset()) && {
		'listing.json': () => packListing(dataset().sites.map(summariseSite), summaries(languageOfRecords())),
		'words.json': () => packWords(summaries(languageOfRecords()))
	})
});

/** The whole data set in one format, or the descriptor of all these files. */
export const GET = async ({ params }) => {
	if (params.file === dataPackageName) return respond(await descriptor(), 'application/json');
	const content = forPages()[params.file];
	if (content) return respond(JSON.stringify(content()), 'application/json');
	if (!isDataFile(params.file)) error(404, 'There is no such file');
	return respond(bytesOf(params.file), dataFiles[params.file].mediaType);
};

const descriptor = async () =>
	JSON.stringify(dataPackage(dataset(), await packagedFiles(), context), null, '\t');

function respond(body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response {
	return new Response(body, { headers: { 'content-type': mediaType } });
}
