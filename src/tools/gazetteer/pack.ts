/** Packs places and their keys into one file: src/lib/draft/gazetteer/format.ts says how. */
import {
	degreeSteps,
	keyBlock,
	kinds,
	magic,
	mostCandidates,
	nameBlock,
	namedByKey,
	parts,
	populationSteps,
	weightSteps,
	type Head,
	type Part
} from '../../lib/draft/gazetteer/format';
import type { GazetteerPlace } from '../../lib/draft/gazetteer/gazetteer';
import { formOf } from '../../lib/draft/gazetteer/nameForm';
import type { Collection } from './collect';

/** Bytes of a key: what two keys share has to fit into a byte. */
const longestBytes = 250;

/** The same collection always gives the same bytes. @throws Error where there are more rows than fit */
export function pack({ places, keys, demonyms, abbreviations }: Collection): Uint8Array {
	if (places.length >= 2 ** 24) throw new Error('too many places');
	const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	const order = places
		.map((place, row) => ({ place, row }))
		.sort(
			({ place: a, row: i }, { place: b, row: j }) =>
				text(a.country, b.country) || text(a.division, b.division) || a.latitude - b.latitude || i - j
		);
	const newRow = new Int32Array(places.length);
	order.forEach(({ row }, index) => (newRow[row] = index));
	const sorted = order.map(({ place }) => place);

	const runs: Head['runs'] = [];
	for (const { country, division } of sorted) {
		const last = runs.at(-1);
		if (last && last[0] === country && last[1] === division) last[2]++;
		else runs.push([country, division, 1]);
	}
	const latitudes = sorted.map(({ latitude }) => Math.round((latitude + 90) * degreeSteps));
	const packedKeys = packKeys(keys, sorted, newRow);
	const { forms } = packedKeys;
	const names = inBlocks(
		sorted.map(({ name }, row) => Buffer.from(forms[row] ? '' : `${name.replaceAll('\n', ' ')}\n`)),
		nameBlock
	);
	const lines = (table: Map<string, number>) =>
		Buffer.from(
			[...table]
				.map(([word, row]) => `${word}\t${newRow[row]}\n`)
				.sort()
				.join('')
		);

	const content: Record<Part, Uint8Array> = {
		forms,
		kinds: Uint8Array.from(sorted, ({ kind }) => kinds.indexOf(kind)),
		populations: Uint8Array.from(sorted, ({ population }) =>
			Math.round(populationSteps * Math.log2(population + 1))
		),
		latitudes: planes(latitudes.map((value, row) => (value - (latitudes[row - 1] ?? 0)) & 0xffffff)),
		longitudes: planes(sorted.map(({ longitude }) => Math.round((longitude + 180) * degreeSteps))),
		names: names.bytes,
		nameBlocks: planes(names.starts),
		...packedKeys.content,
		demonyms: lines(demonyms),
		abbreviations: lines(abbreviations)
	};
	const head: Head = {
		rows: sorted.length,
		keys: packedKeys.keys,
		postings: packedKeys.postings,
		longestKey: packedKeys.longestKey,
		runs,
		parts: Object.fromEntries(parts.map((part) => [part, content[part].length])) as Record<Part, number>
	};
	const headBytes = Buffer.from(JSON.stringify(head));
	const start = Buffer.alloc(8);
	start.write(magic, 'latin1');
	start.writeUInt32LE(headBytes.length, 4);
	return new Uint8Array(Buffer.concat([start, headBytes, ...parts.map((part) => content[part])]));
}

/** Numbers of three bytes, the lowest bytes first. @throws Error where one does not fit */
function planes(numbers: readonly number[]): Uint8Array {
	const bytes = new Uint8Array(numbers.length * 3);
	numbers.forEach((number, index) => {
		if (!(number >= 0 && number < 2 ** 24)) throw new Error(`${number} does not fit into three bytes`);
		for (let plane = 0; plane < 3; plane++) {
			bytes[plane * numbers.length + index] = (number >> (8 * plane)) & 0xff;
		}
	});
	return bytes;
}

/** Pieces one after the other, and where each block of them starts. */
function inBlocks(pieces: Uint8Array[], size: number): { bytes: Uint8Array; starts: number[] } {
	const starts: number[] = [];
	let offset = 0;
	pieces.forEach((piece, index) => {
		if (index % size === 0) starts.push(offset);
		offset += piece.length;
	});
	return { bytes: Buffer.concat(pieces), starts };
}

function packKeys(keys: Collection['keys'], places: readonly GazetteerPlace[], newRow: Int32Array) {
	const sorted = [...keys]
		.map(([key, rows]) => ({ key, bytes: Buffer.from(key), rows }))
		.filter(({ bytes }) => bytes.length > 0 && bytes.length <= longestBytes)
		.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
	const people = (row: number) => places[row]!.population;
	const forms = new Uint8Array(places.length);
	const postings = sorted.map(({ key, rows }) =>
		[...rows]
			.map(([row, weight]) => ({ row: newRow[row]!, weight: Math.round(weight * weightSteps) }))
			.sort((a, b) => people(b.row) - people(a.row) || a.row - b.row)
			.slice(0, mostCandidates)
			.sort((a, b) => a.row - b.row)
			.map(({ row, weight }) => {
				const form = formOf(places[row]!.name, key);
				if (form === 0) return { row, weight };
				forms[row] = form;
				return { row, weight: weight | namedByKey };
			})
	);
	const pieces = sorted.map(({ bytes }, index) => {
		const before = index % keyBlock === 0 ? Buffer.alloc(0) : sorted[index - 1]!.bytes;
		let shared = 0;
		while (shared < before.length && shared < bytes.length && before[shared] === bytes[shared]) shared++;
		return Buffer.concat([Buffer.of(shared), bytes.subarray(shared), Buffer.of(10)]);
	});
	const blocks = inBlocks(pieces, keyBlock);
	const flat = postings.flat();
	let first = 0;
	const firsts = postings.flatMap((each, index) => {
		const start = first;
		first += each.length;
		return index % keyBlock === 0 ? [start] : [];
	});
	return {
		forms,
		keys: sorted.length,
		postings: flat.length,
		longestKey: sorted.reduce((longest, { key }) => Math.max(longest, key.split(' ').length), 0),
		content: {
			keys: blocks.bytes,
			keyBlocks: planes(blocks.starts),
			postingBlocks: planes(firsts),
			counts: Uint8Array.from(postings, (each) => each.length),
			postingRows: planes(flat.map(({ row }) => row)),
			postingWeights: Uint8Array.from(flat, ({ weight }) => weight)
		}
	};
}
