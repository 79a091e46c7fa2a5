/**
 * Orders of a million keys in a fraction of the time that sorting by a function takes: an array of 64 bits is sorted
 * without one. Its upper halves are what is sorted by, the lower ones the numbers of the rows, so that equals stay in
 * the order of their rows. Pure.
 */

import type { Steps } from '../../base/steps';

/** So few are sorted by a function: that is less work than to look at their parts. */
const few = 32;
/** So many texts are sorted between two pauses, where they can be parted. */
const stride = 1 << 17;
/** The key that no other comes after. */
export const lastKey = 2 ** 32 - 1;

/** The numbers of keys in the order of the keys, equals in their own. */
export function orderOf(keys: Uint32Array): Uint32Array<ArrayBuffer> {
	const { pairs, halves } = pairsOf(keys.length);
	for (let index = 0; index < keys.length; index++) {
		halves[2 * index] = index;
		halves[2 * index + 1] = keys[index]!;
	}
	pairs.sort();
	return keys.map((_, at) => halves[2 * at]!) as Uint32Array<ArrayBuffer>;
}

/** The same of numbers, as `<` compares them; NaN is the last of all. Yields in between. */
export function* orderOfNumbers(numbers: Float64Array): Steps<Uint32Array<ArrayBuffer>> {
	// The bits of doubles are in the order of the numbers once those of negative ones are turned, and the others' signs are
	// set. Both zeros are one.
	const halves = new Uint32Array(numbers.map((number) => number + 0).buffer);
	const [lower, upper] = [new Uint32Array(numbers.length), new Uint32Array(numbers.length)];
	for (let index = 0; index < numbers.length; index++) {
		const [low, high] = [halves[2 * index]!, halves[2 * index + 1]!];
		const isNegative = high >>> 31;
		const isNone = Number.isNaN(numbers[index]!);
		lower[index] = isNone ? lastKey : isNegative ? ~low : low;
		upper[index] = isNone ? lastKey : isNegative ? ~high : high | (1 << 31);
	}
	// By the lower halves first, since equals stay in the order they have.
	yield;
	const first = orderOf(lower);
	yield;
	return orderOf(first.map((index) => upper[index]!)).map((at) => first[at]!);
}

/**
 * The place of each text in the order of all by UTF-16 code units; equal texts have the same. Yields now and then, so
 * that something else may be done meanwhile.
 */
export function* ranksOf(texts: readonly string[]): Steps<Uint32Array<ArrayBuffer>> {
	const order = yield* orderOfTexts(texts);
	const ranks = new Uint32Array(texts.length);
	order.forEach((index, at) => {
		const before = order[at - 1]!;
		ranks[index] = at > 0 && texts[index] === texts[before] ? ranks[before]! : at;
	});
	return ranks;
}

/** Sorts by two code units, then each run of those that are alike by the next two, until few are left of it. */
function* orderOfTexts(texts: readonly string[]): Steps<Uint32Array> {
	const order = Uint32Array.from(texts.keys());
	const { pairs, halves } = pairsOf(texts.length);
	const inFull = (a: number, b: number) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0);
	const byLength = (a: number, b: number) => texts[a]!.length - texts[b]!.length;
	const runs = [{ start: 0, end: texts.length, unit: 0, longest: Infinity }];
	let sorted = 0;
	for (let run = runs.pop(); run; run = runs.pop()) {
		const { start, end, unit } = run;
		sorted += end - start;
		if (sorted > stride) {
			sorted = 0;
			yield;
		}
		if (end - start <= few) {
			order.subarray(start, end).sort(inFull);
			continue;
		}
		// What is past the end of a text counts as units of 0, which a longer one may have there.
		if (run.longest <= unit) {
			order.subarray(start, end).sort(byLength);
			continue;
		}
		let longest = 0;
		for (let at = start; at < end; at++) {
			const text = texts[order[at]!]!;
			longest = Math.max(longest, text.length);
			halves[2 * at] = order[at]!;
			halves[2 * at + 1] = (text.charCodeAt(unit) << 16) | text.charCodeAt(unit + 1);
		}
		if (end - start > stride) yield;
		pairs.subarray(start, end).sort();
		if (end - start > stride) yield;
		for (let at = start, first = start; at < end; at++) {
			order[at] = halves[2 * at]!;
			if (at + 1 < end && halves[2 * at + 1] === halves[2 * at + 3]) continue;
			if (at > first) runs.push({ start: first, end: at + 1, unit: unit + 2, longest });
			first = at + 1;
		}
	}
	return order;
}

/** Pairs of a key and a row; every machine that browsers run on has the lower half first. */
function pairsOf(length: number) {
	const pairs = new BigUint64Array(length);
	return { pairs, halves: new Uint32Array(pairs.buffer) };
}
