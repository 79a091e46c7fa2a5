/** From the weights that train.py leaves to the file that the tagger reads, and whether both give the same numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFileBytes, type ModelShape, type Part } from '../../lib/draft/recognise/modelFile';
import { entityLabels, toponymLabels, type Tagger } from '../../lib/draft/recognise/tagger';
import { wordListBytes } from '../../lib/draft/recognise/wordList';
import type { Example } from './examples';

interface WeightsHead {
	shape: ModelShape;
	/** Kind of numbers, offset in bytes and how many. */
	parts: Record<string, [kind: 'uint8' | 'int8' | 'float32', offset: number, length: number]>;
}

const kinds = { uint8: Uint8Array, int8: Int8Array, float32: Float32Array };

/**
 * The bytes of `tagger.bin`.
 * @param words and `firstNames`: in the order of the word list
 */
export function packModel(
	folder: string,
	name: string,
	words: readonly string[],
	firstNames: readonly string[]
): Uint8Array {
	const head = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as WeightsHead;
	const weights = readFileSync(join(folder, `${name}.weights`));
	const parts: Record<string, Part> = {
		words: wordListBytes(words),
		firstNames: wordListBytes(firstNames)
	};
	for (const [part, [kind, offset, length]] of Object.entries(head.parts)) {
		const bytes = weights.subarray(offset, offset + length * kinds[kind].BYTES_PER_ELEMENT);
		parts[part] = new kinds[kind](new Uint8Array(bytes).buffer);
	}
	return modelFileBytes(head.shape, parts);
}

/**
 * The largest difference between what PyTorch and the tagger give for the first sentences.
 * @param examples the first ones, as they were written for train.py
 * @throws RangeError where they have fewer sentences than were checked
 */
export function largestDifference(
	folder: string,
	name: string,
	tagger: Tagger,
	examples: Iterable<Example>,
	sentences: number
): number {
	const bytes = readFileSync(join(folder, `${name}.check.f32`));
	const expected = new Float32Array(new Uint8Array(bytes).buffer);
	const [entities, toponyms] = [entityLabels.length, toponymLabels.length];
	let largest = 0;
	let at = 0;
	let left = sentences;
	for (const { tokens, sentences: ranges, features } of examples) {
		const tags = tagger.tag(tokens, ranges.slice(0, left), features);
		for (const { from, to } of ranges.slice(0, left))
			for (let index = from; index < to; index++) {
				const given = [
					...tags.entities.subarray(index * entities, (index + 1) * entities),
					...tags.toponyms.subarray(index * toponyms, (index + 1) * toponyms)
				];
				for (const value of given) largest = Math.max(largest, Math.abs(value - expected[at++]!));
			}
		left -= ranges.length;
		if (left <= 0) break;
	}
	if (at !== expected.length) throw new RangeError(`${at} numbers were compared, not ${expected.length}`);
	return largest;
}
