/** Compressed forms of the site's texts, for servers that send what lies beside a file. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeOutput } from './output';

/** Endings of files that the build does not compress by itself, and that become smaller. */
const uncompressed = new Set([
	'.geojson',
	'.jsonld',
	'.csv',
	'.kml',
	'.gpx',
	'.bib',
	'.ris',
	'.txt',
	'.webmanifest',
	// Packed tables of src/lib/draft/data.
	'.bin'
]);

/** A tenth of the best quality's time for a tenth more bytes; looks back over the whole of a file of 16 MB. */
const brotli = {
	params: {
		[constants.BROTLI_PARAM_QUALITY]: 9,
		[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS
	}
};

/** Puts .gz and .br beside each text file that has none yet, or an old one. */
export function compressTexts(directory: string): void {
	for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
		if (!uncompressed.has(extname(name))) continue;
		const path = join(directory, name);
		// A pipe of that name would be waited for.
		if (!statSync(path).isFile()) continue;
		if (existsSync(`${path}.br`) && statSync(`${path}.br`).mtimeMs >= statSync(path).mtimeMs) continue;
		try {
			compress(path);
		} catch {
			// A folder that can't be written to is served as it is.
			return;
		}
	}
}

/** Puts .gz and .br beside a file, each there at once: half of one would be sent for the whole. */
export function compress(path: string): void {
	const bytes = readFileSync(path);
	writeOutput(`${path}.gz`, gzipSync(bytes), { isDerived: true });
	writeOutput(`${path}.br`, brotliCompressSync(bytes, brotli), { isDerived: true });
}
