/**
 * `npm run gazetteer`: packs the gazetteer that drafts are made with from GeoNames, OurAirports, Unicode CLDR and Natural
 * Earth. The same versions always give the same bytes; src/lib/draft/data/GAZETTEER.md says what is taken of which.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { mostCandidates, parts, type Head } from '../lib/draft/gazetteer/format';
import { readGazetteer } from '../lib/draft/gazetteer/read';
import { isCommand, project } from './command';
import { gather } from './gazetteer/build';
import { checkSpellings } from './gazetteer/english';
import type { Collection } from './gazetteer/collect';
import { pack } from './gazetteer/pack';
import { readSources, withPackages } from './gazetteer/sources';
import { writeOutput } from './output';

const help = `npm run gazetteer [-- --from DIR] [--output FILE]

Packs src/lib/draft/data/gazetteer.bin anew.

  --from DIR     a folder in which the packages are installed; without it they are installed for this, and removed
  --output FILE  another place for the result
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { from: { type: 'string' }, output: { type: 'string' }, help: { type: 'boolean' } }
	});
	if (values.help) return console.log(help);
	const sources = values.from ? readSources(values.from) : await withPackages(readSources);
	checkSpellings(sources.towns);
	const collection = gather(sources);
	const bytes = pack(collection);
	checkReadable(collection, bytes);
	const output = values.output ?? join(project, 'src/lib/draft/data/gazetteer.bin');
	writeOutput(output, bytes);
	const start = 8 + Buffer.from(bytes).readUInt32LE(4);
	const head = JSON.parse(Buffer.from(bytes.subarray(8, start)).toString()) as Head;
	console.log(
		`${output}: ${head.rows} places, ${head.keys} keys, ${head.postings} candidates; ${bytes.length} bytes,`,
		`${zipped(bytes)} gzipped`
	);
	let offset = start;
	for (const part of parts) {
		const piece = bytes.subarray(offset, (offset += head.parts[part]));
		console.log(`  ${part}: ${piece.length} bytes, ${zipped(piece)} gzipped`);
	}
}

const zipped = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).length;

/** @throws Error where a name is not found again, or means another place */
function checkReadable({ places, keys }: Collection, bytes: Uint8Array): void {
	const gazetteer = readGazetteer(bytes);
	for (const [key, rows] of keys) {
		const found = gazetteer.candidates(key)?.map(({ place }) => gazetteer.place(place).name);
		const wanted = [...rows.keys()].map((row) => places[row]!.name);
		if (found && (found.length === mostCandidates || String(found.sort()) === String(wanted.sort())))
			continue;
		throw new Error(`“${key}” is read as ${found?.join(', ') ?? 'nothing'}, not as ${wanted.join(', ')}.`);
	}
}

if (isCommand(import.meta.url)) await main();
