/** Compressed forms of the site's texts, for servers that send what lies beside a file. */
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Endings of text files that the build does not compress by itself. */
const uncompressed = new Set(['.geojson', '.jsonld', '.csv', '.kml', '.gpx', '.bib', '.ris', '.webmanifest']);

/** Puts .gz and .br beside each text file that has none yet, or an old one. */
export function compressTexts(directory: string): void {
	for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
		if (!uncompressed.has(extname(name))) continue;
		const path = join(directory, name);
		if (existsSync(`${path}.br`) && statSync(`${path}.br`).mtimeMs >= statSync(path).mtimeMs) continue;
		const bytes = readFileSync(path);
		try {
			writeFileSync(`${path}.gz`, gzipSync(bytes));
			writeFileSync(`${path}.br`, brotliCompressSync(bytes));
		} catch {
			// A folder that can't be written to is served as it is.
			return;
		}
	}
}
