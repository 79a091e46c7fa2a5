import { error } from '@sveltejs/kit';
import { dataPackage, dataPackageName, type PackagedFile } from '$lib/export/datapackage';
import { dataFiles, isDataFile, type DataFile, type DataFileName } from '$lib/export/registry';
import { geoParquetFile, reportsGeoParquet } from '$lib/export/formats/geoparquet';
import type { KmlContext } from '$lib/export/formats/kml';
import type { Hue } from '$lib/geodata/vocabulary';
import { packViews } from '$lib/export/visible';
import { palettes } from '$lib/map/style/palette';
import { dataset, origin, release } from '$lib/server/dataset';

export const prerender = true;
export const entries = () =>
	[...Object.keys(dataFiles), geoParquetFile.name, dataPackageName, viewsFile].map((file) => ({ file }));

/** What the browser writes files from, for a part of the data set. Not one of the files that others are told of. */
const viewsFile = 'views.json';

/** The whole data set in one format, or the descriptor of all these files. */
export const GET = async ({ params }) => {
	if (params.file === dataPackageName) return respond(await descriptor(), 'application/json');
	if (params.file === geoParquetFile.name) return respond(writeGeoParquet(), geoParquetFile.mediaType);
	if (params.file === viewsFile) return respond(views(), 'application/json');
	if (!isDataFile(params.file)) error(404, 'There is no such file');
	return respond(write(params.file), dataFiles[params.file].mediaType);
};

const colours = Object.fromEntries(
	Object.entries(palettes.light.hues).map(([hue, { fill }]) => [hue, fill])
) as Record<Hue, string>;
const context: KmlContext = { origin, version: release().version, colours };

function write(name: DataFileName): string {
	return dataFiles[name].write(dataset(), context);
}

function views(): string {
	return JSON.stringify(packViews(dataset(), context));
}

function writeGeoParquet() {
	return reportsGeoParquet(dataset(), context);
}

async function descriptor(): Promise<string> {
	const files = [
		...Object.entries<DataFile>(dataFiles).map(([name, file]) =>
			packaged({ ...file, name }, new TextEncoder().encode(write(name as DataFileName)))
		),
		packaged(geoParquetFile, writeGeoParquet())
	];
	return JSON.stringify(dataPackage(dataset(), await Promise.all(files), context), null, '\t');
}

async function packaged(file: PackagedFile, bytes: Uint8Array<ArrayBuffer>): Promise<PackagedFile> {
	return { ...file, bytes: bytes.length, sha256: await digest(bytes) };
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', bytes);
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function respond(body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response {
	return new Response(body, { headers: { 'content-type': mediaType } });
}
