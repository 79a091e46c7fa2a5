import { error } from '@sveltejs/kit';
import { sha256 } from '$lib/base/sha256';
import { dataPackage, dataPackageName, type PackagedFile } from '$lib/export/datapackage';
import type { KmlContext } from '$lib/export/formats/kml';
import { writeFile } from '$lib/export/onServer';
import { dataFiles, isDataFile, type DataFileName } from '$lib/export/registry';
import { packViews } from '$lib/export/visible';
import type { Hue } from '$lib/geodata/vocabulary';
import { palettes } from '$lib/map/style/palette';
import { dataset, exportContext } from '$lib/server/dataset';

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
	return respond(writeFile(params.file, dataset(), context), dataFiles[params.file].mediaType);
};

const colours = Object.fromEntries(
	Object.entries(palettes.light.hues).map(([hue, { fill }]) => [hue, fill])
) as Record<Hue, string>;
const context: KmlContext = { ...exportContext(), colours };

async function descriptor(): Promise<string> {
	const files = await Promise.all((Object.keys(dataFiles) as DataFileName[]).map(packaged));
	return JSON.stringify(dataPackage(dataset(), files, context), null, '\t');
}

async function packaged(name: DataFileName): Promise<PackagedFile> {
	const bytes = writeFile(name, dataset(), context);
	return { ...dataFiles[name], name, bytes: bytes.length, sha256: await sha256(bytes) };
}

function respond(body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response {
	return new Response(body, { headers: { 'content-type': mediaType } });
}
