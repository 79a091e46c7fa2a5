/** The files of `/data`, each written once. */
import { sha256 } from '$lib/base/sha256';
import type { PackagedFile } from '$lib/export/datapackage';
import type { KmlContext } from '$lib/export/formats/kml';
import { writeFile } from '$lib/export/onServer';
import { dataFiles, type DataFileName } from '$lib/export/registry';
import type { Hue } from '$lib/geodata/vocabulary';
import { palettes } from '$lib/map/style/palette';
import { dataset, exportContext } from '$lib/server/dataset';

const colours = Object.fromEntries(
	Object.entries(palettes.light.hues).map(([hue, { fill }]) => [hue, fill])
) as Record<Hue, string>;

export const context: KmlContext = { ...exportContext(), colours };

/** The bytes of one of them. */
export const bytesOf = (name: DataFileName) => writeFile(name, dataset(), context);

let packaged: Promise<PackagedFile[]> | undefined;

/** All of them, with their lengths and digests. */
export const packagedFiles = (): Promise<PackagedFile[]> =>
	(packaged ??= Promise.all(
		(Object.keys(dataFiles) as DataFileName[]).map(async (name) => {
			const bytes = bytesOf(name);
			return { ...dataFiles[name], name, bytes: bytes.length, sha256: await sha256(bytes) };
		})
	));
