/**
 * A sorted list of words, front-coded in blocks (Witten, Moffat and Bell, Managing Gigabytes, 1999, 4.1): the first word
 * of a block is written out, each other one as what it does not share with the one before. A word is found by halving
 * the blocks, so that nothing is decoded before it is asked for.
 *
 * Layout, little endian: count of words (u32), offset of each block into the bytes (u32 each), bytes. A word is the
 * number of bytes that it shares with the one before (u8), the number of bytes that follow (u8), and those, in UTF-8.
 */

const blockSize = 16;

export class WordList {
	readonly count: number;
	readonly #offsets: Uint32Array;
	readonly #bytes: Uint8Array;
	readonly #encoder = new TextEncoder();

	/** @throws RangeError where the bytes are not a list of words */
	constructor(data: Uint8Array) {
		const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
		this.count = view.getUint32(0, true);
		const blocks = Math.ceil(this.count / blockSize);
		if (4 + 4 * blocks > data.length) throw new RangeError('a list of words ends too early');
		this.#offsets = Uint32Array.from({ length: blocks }, (_, block) => view.getUint32(4 + 4 * block, true));
		this.#bytes = data.subarray(4 + 4 * blocks);
	}

	/** The place of a word in the list, or -1. */
	indexOf(word: string): number {
		const wanted = this.#encoder.encode(word);
		let low = 0;
		let high = this.#offsets.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.#compareHead(middle, wanted) <= 0) low = middle;
			else high = middle - 1;
		}
		return high < 0 ? -1 : this.#indexIn(low, wanted);
	}

	has(word: string): boolean {
		return this.indexOf(word) >= 0;
	}

	#compareHead(block: number, wanted: Uint8Array): number {
		const at = this.#offsets[block]!;
		return compare(this.#bytes.subarray(at + 2, at + 2 + this.#bytes[at + 1]!), wanted);
	}

	#indexIn(block: number, wanted: Uint8Array): number {
		const bytes = this.#bytes;
		const current = new Uint8Array(512);
		let at = this.#offsets[block]!;
		const last = Math.min(this.count, (block + 1) * blockSize);
		for (let index = block * blockSize; index < last; index++) {
			const shared = bytes[at]!;
			const length = bytes[at + 1]!;
			current.set(bytes.subarray(at + 2, at + 2 + length), shared);
			at += 2 + length;
			if (compare(current.subarray(0, shared + length), wanted) === 0) return index;
		}
		return -1;
	}
}

function compare(one: Uint8Array, other: Uint8Array): number {
	const length = Math.min(one.length, other.length);
	for (let index = 0; index < length; index++)
		if (one[index] !== other[index]) return one[index]! - other[index]!;
	return one.length - other.length;
}

/**
 * The bytes of a list, for `WordList`.
 * @param words in the order of their UTF-8 bytes, each once
 * @throws RangeError where they are in another order, or a word is longer than 255 bytes
 */
export function wordListBytes(words: readonly string[]): Uint8Array {
	const encoder = new TextEncoder();
	const offsets: number[] = [];
	const bytes: number[] = [];
	let previous: Uint8Array = new Uint8Array();
	for (const [index, word] of words.entries()) {
		const current = encoder.encode(word);
		if (current.length > 255) throw new RangeError('a word is longer than 255 bytes');
		if (index > 0 && compare(previous, current) >= 0) throw new RangeError(`words are not in order: ${word}`);
		const startsBlock = index % blockSize === 0;
		if (startsBlock) offsets.push(bytes.length);
		let shared = 0;
		while (!startsBlock && shared < previous.length && previous[shared] === current[shared]) shared++;
		bytes.push(shared, current.length - shared, ...current.subarray(shared));
		previous = current;
	}
	const list = new Uint8Array(4 + 4 * offsets.length + bytes.length);
	const view = new DataView(list.buffer);
	view.setUint32(0, words.length, true);
	for (const [block, offset] of offsets.entries()) view.setUint32(4 + 4 * block, offset, true);
	list.set(bytes, 4 + 4 * offsets.length);
	return list;
}
