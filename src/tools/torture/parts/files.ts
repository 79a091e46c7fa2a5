/** Hostile files of a reader's own, as large as an outside test had them, through the same code as in the browser. */
import { gzipSync } from 'node:zlib';
import { limits } from '../../../lib/overlay/read/limits';
import { read, type ReadResult } from '../../../lib/overlay/read/read';
import { workFor } from '../../../lib/overlay/read/work';
import { counted } from '../../command';
import { hostileFiles } from '../hostileFiles';
import type { Circumstances, Part, Row } from '../part';

/** About as much as a reader would drop without a thought. */
const size = 2 ** 20;
/** Longer than this a reader takes a page for broken. An outside test waited 18 to 180 seconds for some of these. */
const patience = 15_000;

const part: Part = { title: 'Files of a reader’s own', minutes: 6, rows };
export default part;

async function* rows({ random }: Circumstances): AsyncGenerator<Row> {
	for (const [name, make] of Object.entries(hostileFiles)) yield await tried(name, make(size));
	yield await tried('a bomb: 1 GB of one letter, packed', bomb(2 ** 30));
	yield await tried('a bomb within a bomb', gzipSync(bomb(2 ** 28)));
	yield await tried('arcs used 400,000 times', repeatedArcs(400_000));
	for (const [name, bytes] of Object.entries(ordinary)) {
		yield await tried(`${name}, cut off anywhere`, bytes.subarray(0, Math.floor(random() * bytes.length)));
		yield await tried(`${name} with bytes from the seed`, spoilt(bytes, random));
	}
	yield await tried(
		'1 MB from the seed',
		Uint8Array.from({ length: size }, () => Math.floor(random() * 256))
	);
}

async function tried(name: string, content: string | Uint8Array): Promise<Row> {
	const file = new Blob([content as BlobPart]);
	const work = workFor(file.size);
	const begin = performance.now();
	const result = await read(file, {}, { work }).catch((error: Error) => error);
	const isInTime = performance.now() - begin < patience;
	const isAnswered = !(result instanceof Error);
	return {
		input: `${name}, ${file.size < 10_000 ? `${file.size} bytes` : `${Math.round(file.size / 1000)} KB`}`,
		promise: 'it is read, or refused with a reason, in time',
		held: isAnswered && isInTime && work.spent <= work.most * 1.01,
		detail: isAnswered
			? `${saidOf(result)}${isInTime ? '' : `, after more than ${patience / 1000} seconds`}`
			: result.message
	};
}

const saidOf = (result: ReadResult) =>
	result.refusal
		? `refused: ${result.refusal.reason}`
		: `${counted(result.table.rows, 'row')}, ${counted(result.problems.length, 'kind')} of problem`;

/** Zeros that unpack to more than may be unpacked where `length` is larger. */
const bomb = (length: number) => gzipSync(Buffer.alloc(Math.min(length, 2 * limits.unpacked), 'a'));

/** A TopoJSON of some kilobytes whose lines would have a hundred thousand times as many points. */
function repeatedArcs(times: number): string {
	const arc = Array.from({ length: 200 }, (_, index) => [index, index]);
	return JSON.stringify({
		type: 'Topology',
		objects: { lines: { type: 'MultiLineString', arcs: [Array.from({ length: times }, () => 0)] } },
		arcs: [arc],
		transform: { scale: [0.01, 0.01], translate: [36, 34] }
	});
}

/** Files as programs write them. */
const ordinary: Record<string, Uint8Array> = Object.fromEntries(
	Object.entries({
		'a table': `name,lat,lon,date\n${'Aleppo,36.2,37.1,2015-09-24\n'.repeat(5000)}`,
		'a collection of features': JSON.stringify({
			type: 'FeatureCollection',
			features: Array.from({ length: 3000 }, (_, index) => ({
				type: 'Feature',
				properties: { name: `Place ${index}` },
				geometry: { type: 'Point', coordinates: [37, 36] }
			}))
		}),
		'a KML file': `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${'<Placemark><name>A</name><Point><coordinates>37,36</coordinates></Point></Placemark>'.repeat(3000)}</Document></kml>`
	}).flatMap(([name, text]) => [
		[name, Buffer.from(text)],
		[`${name}, packed`, gzipSync(text)]
	])
);

function spoilt(bytes: Uint8Array, random: () => number): Uint8Array {
	const copy = Uint8Array.from(bytes);
	for (let times = 0; times < 100; times++)
		copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
	return copy;
}
