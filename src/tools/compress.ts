/** Compressed forms of the site's texts, for servers that send what lies beside a file. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { writeOutput } from './output';
import { isLarge, isOfOneRecord } from './size';

/** Endings of what makes the first views: compressed as well as can be, which takes more than half of a build. */
const firstViews = new Set(['.html', '.js', '.mjs', '.json', '.css', '.svg', '.xml', '.wasm', '.txt', '.md']);

/** Endings of other files that become smaller. */
const others = new Set([
	'.atom',
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

/**
 * Nine: a tenth of the best quality's time for a tenth more bytes. Both look back over the whole of a file of 16 MB. Of a
 * file that is so large only a program asks, and the best quality would take minutes.
 */
const brotli = (bytes: Uint8Array) => ({
	params: {
		[constants.BROTLI_PARAM_QUALITY]: bytes.length > huge ? 5 : 9,
		[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS
	}
});

const huge = 16 * 1024 * 1024;

/** Files that a build compresses at the same time: as many as Node has threads for it. */
const atOnce = 4;

/** The files below a folder with one of these endings; in a large site without those of single records. */
function* filesOf(directory: string, endings: ReadonlySet<string>): Iterable<string> {
	const large = isLarge(directory);
	for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
		if (!endings.has(extname(name))) continue;
		// A host compresses a page in a millisecond; all of them would take hours, and thrice the room.
		if (large && isOfOneRecord(`/${name.replaceAll('\\', '/')}`)) continue;
		yield join(directory, name);
	}
}

/** Puts .gz and .br beside the pages of a site that was just built, and what they are made with. */
export async function compressFirstViews(directory: string): Promise<void> {
	const files = filesOf(directory, firstViews)[Symbol.iterator]();
	const work = async () => {
		for (let next = files.next(); !next.done; next = files.next()) {
			const path = next.value;
			const bytes = readFileSync(path);
			const params = {
				[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
				[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
				[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
			};
			const [gz, br] = await Promise.all([
				promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
				promisify(brotliCompress)(bytes, bytes.length > huge ? brotli(bytes) : { params })
			]);
			writeOutput(`${path}.gz`, gz, { isDerived: true });
			writeOutput(`${path}.br`, br, { isDerived: true });
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}

/** Puts .gz and .br beside each other text file that has none yet, or an old one. */
export function compressTexts(directory: string): void {
	for (const path of filesOf(directory, others)) {
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
	writeOutput(`${path}.br`, brotliCompressSync(bytes, brotli(bytes)), { isDerived: true });
}
