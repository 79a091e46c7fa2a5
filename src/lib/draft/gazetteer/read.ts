import type { Candidate, Gazetteer, GazetteerPlace } from './gazetteer';
import {
	degreeSteps,
	keyBlock,
	kinds,
	magic,
	nameBlock,
	namedByKey,
	parts,
	populationSteps,
	weightSteps,
	type Head,
	type Part
} from './format';
import { writtenAs } from './nameForm';

const lineFeed = 10;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * A packed gazetteer. Nothing is decoded before it is asked for: a key is found by binary search over blocks of keys, a
 * place is made from its columns.
 * @throws Error where the bytes are no packed gazetteer, or are cut short
 */
export function readGazetteer(bytes: Uint8Array): Gazetteer {
	const { head, part } = open(bytes);
	const keys = readKeys(head, part);
	const postingRows = planes(part('postingRows'));
	const postingWeights = part('postingWeights');
	const weightBits = namedByKey - 1;
	const keyOf = lazily(() => keysOfRows(head, part('counts'), postingRows, postingWeights));
	const place = readPlaces(head, part, (row) => keys.text(keyOf()[row]!));
	const demonyms = lazyTable(part('demonyms'));
	const abbreviations = lazyTable(part('abbreviations'));

	return {
		longestKey: head.longestKey,
		place,
		candidates(key) {
			const found = keys.find(key);
			if (!found) return undefined;
			const candidates: Candidate[] = [];
			for (let i = found.first; i < found.first + found.count; i++) {
				candidates.push({ place: postingRows(i), weight: (postingWeights[i]! & weightBits) / weightSteps });
			}
			return candidates;
		},
		demonym: (key) => demonyms().get(key),
		abbreviation: (word) => abbreviations().get(word)
	};
}

function open(bytes: Uint8Array): { head: Head; part: (name: Part) => Uint8Array } {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 8 || decoder.decode(bytes.subarray(0, 4)) !== magic)
		throw new Error('no packed gazetteer');
	const start = 8 + view.getUint32(4, true);
	const head = JSON.parse(decoder.decode(bytes.subarray(8, start))) as Head;
	const found = new Map<Part, Uint8Array>();
	let offset = start;
	for (const name of parts) {
		found.set(name, bytes.subarray(offset, offset + head.parts[name]));
		offset += head.parts[name];
	}
	if (offset !== bytes.length) throw new Error('the packed gazetteer is cut short');
	return { head, part: (name) => found.get(name)! };
}

/** Numbers of three bytes. */
function planes(bytes: Uint8Array): (index: number) => number {
	const count = bytes.length / 3;
	return (index) => bytes[index]! | (bytes[count + index]! << 8) | (bytes[2 * count + index]! << 16);
}

function lazily<Value>(make: () => Value): () => Value {
	let value: Value | undefined;
	return () => (value ??= make());
}

const lazyTable = (bytes: Uint8Array) =>
	lazily(
		() =>
			new Map(
				decoder
					.decode(bytes)
					.split('\n')
					.filter(Boolean)
					.map((line) => {
						const [word, row] = line.split('\t') as [string, string];
						return [word, Number(row)];
					})
			)
	);

/** By row: the index of the key that its name is made from. */
function keysOfRows(
	head: Head,
	counts: Uint8Array,
	rows: (posting: number) => number,
	weights: Uint8Array
): Uint32Array {
	const keys = new Uint32Array(head.rows);
	for (let key = 0, posting = 0; key < head.keys; key++) {
		for (const end = posting + counts[key]!; posting < end; posting++) {
			if (weights[posting]! & namedByKey) keys[rows(posting)] = key;
		}
	}
	return keys;
}

/** Where the postings of a key are, and the key of an index. */
function readKeys(head: Head, part: (name: Part) => Uint8Array) {
	const keys = part('keys');
	const counts = part('counts');
	const blockStart = planes(part('keyBlocks'));
	const blockPosting = planes(part('postingBlocks'));
	const blocks = part('keyBlocks').length / 3;

	/** Whether the first key of a block comes after another key. */
	function startsAfter(block: number, wanted: Uint8Array): boolean {
		let at = blockStart(block) + 1;
		for (let i = 0; ; i++, at++) {
			if (keys[at] === lineFeed) return false;
			if (i === wanted.length) return true;
			if (keys[at] !== wanted[i]) return keys[at]! > wanted[i]!;
		}
	}

	function find(key: string): { first: number; count: number } | undefined {
		const wanted = encoder.encode(key);
		if (wanted.includes(lineFeed)) return undefined;
		let low = 0;
		let high = blocks;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (startsAfter(middle, wanted)) high = middle;
			else low = middle + 1;
		}
		const block = low - 1;
		if (block < 0) return undefined;
		let at = blockStart(block);
		let first = blockPosting(block);
		// How many bytes of the wanted key the last key began with.
		let same = 0;
		for (let i = block * keyBlock; i < Math.min((block + 1) * keyBlock, head.keys); i++) {
			const shared = keys[at++]!;
			// Sorted: a key that shares less than what was right before is past the wanted one.
			if (shared < same) return undefined;
			if (shared === same) {
				while (same < wanted.length && keys[at] === wanted[same]) {
					same++;
					at++;
				}
				if (same === wanted.length && keys[at] === lineFeed) return { first, count: counts[i]! };
			}
			while (keys[at] !== lineFeed) at++;
			at++;
			first += counts[i]!;
		}
		return undefined;
	}

	function text(index: number): string {
		let at = blockStart(Math.floor(index / keyBlock));
		let key: number[] = [];
		for (let left = index % keyBlock; left >= 0; left--) {
			key = key.slice(0, keys[at++]!);
			while (keys[at] !== lineFeed) key.push(keys[at++]!);
			at++;
		}
		return decoder.decode(Uint8Array.from(key));
	}

	return { find, text };
}

function readPlaces(
	head: Head,
	part: (name: Part) => Uint8Array,
	keyOf: (row: number) => string
): (row: number) => GazetteerPlace {
	const forms = part('forms');
	const kindOf = part('kinds');
	const populations = part('populations');
	const longitude = planes(part('longitudes'));
	const names = part('names');
	const nameStart = planes(part('nameBlocks'));
	const runEnds = new Uint32Array(head.runs.length);
	head.runs.reduce((end, [, , rows], run) => (runEnds[run] = end + rows), 0);

	const latitudes = lazily(() => {
		const difference = planes(part('latitudes'));
		const all = new Int32Array(head.rows);
		for (let i = 0, last = 0; i < head.rows; i++) all[i] = last = (last + difference(i)) & 0xffffff;
		return all;
	});

	function name(row: number): string {
		if (forms[row]! > 0) return writtenAs(forms[row]!, keyOf(row));
		const block = Math.floor(row / nameBlock);
		let at = nameStart(block);
		for (let i = block * nameBlock; i < row; i++) {
			if (forms[i] === 0) at = names.indexOf(lineFeed, at) + 1;
		}
		return decoder.decode(names.subarray(at, names.indexOf(lineFeed, at)));
	}

	function runOf(row: number): number {
		let low = 0;
		let high = runEnds.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (runEnds[middle]! > row) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	return (row) => {
		if (!(row >= 0 && row < head.rows)) throw new RangeError(`no row ${row}`);
		const [country, division] = head.runs[runOf(row)]!;
		return {
			name: name(row),
			latitude: (latitudes()[row]! - 90 * degreeSteps) / degreeSteps,
			longitude: (longitude(row) - 180 * degreeSteps) / degreeSteps,
			country,
			division,
			kind: kinds[kindOf[row]!]!,
			population: Math.round(2 ** (populations[row]! / populationSteps) - 1)
		};
	};
}
