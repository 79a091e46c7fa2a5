import { error } from '@sveltejs/kit';
import { dataPackage, dataPackageName } from '$lib/export/datapackage';
import { dataFiles, isDataFile } from '$lib/export/registry';
import { packViews } from '$lib/export/visible';
import { dataset } from '$lib/server/dataset';
import { bytesOf, context, packagedFiles } from '../files';

export const prerender = true;
export const entries = () =>
	[...Object.keys(dataFiles), dataPackageName, viewsFile].map((file) => ({ file }));

/** What pages write files from, for a part of the data set. The data package does not list it. */
const viewsFile = 'views.json';

/** The whole data set in one format, or the descriptor of all these files. */
export const GET = async ({ params }) => {
	if (params.file === dataPackageName) return respond(await descriptor(), 'application/json');
	if (params.file === viewsFile)
		return respond(JSON.stringify(packViews(dataset(), context)), 'application/json');
	if (!isDataFile(params.file)) error(404, 'There is no such file');
	return respond(bytesOf(params.file), dataFiles[params.file].mediaType);
};

const descriptor = async () =>
	JSON.stringify(dataPackage(dataset(), await packagedFiles(), context), null, '\t');

function respond(body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response {
	return new Response(body, { headers: { 'content-type': mediaType } });
}
