import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readTagger } from '../../../../src/lib/draft/recognise/tagger';
import { tokensOf } from '../../../../src/lib/draft/text';
import { largestDifference } from '../../../../src/tools/train/pack';
import { tinyModelBytes } from '../../draft/recognise/tinyModel';

const folder = mkdtempSync(join(tmpdir(), 'attested-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('tells how far two sets of numbers are apart', () => {
	const tagger = readTagger(tinyModelBytes());
	const tokens = tokensOf('Hama base');
	const sentences = [{ from: 0, to: 2 }];
	const features = new Uint32Array(2);
	const example = { tokens, sentences, features, entities: new Uint16Array(2), toponyms: new Int8Array(2) };
	const { entities, toponyms } = tagger.tag(tokens, sentences, features);
	const numbers = [0, 1].flatMap((index) => [
		...entities.subarray(9 * index, 9 * index + 9),
		...toponyms.subarray(3 * index, 3 * index + 3)
	]);
	const difference = (expected: number[]) => {
		writeFileSync(join(folder, 'model.check.f32'), new Uint8Array(Float32Array.from(expected).buffer));
		return largestDifference(folder, 'model', tagger, [example], 1);
	};
	expect(difference(numbers)).toBe(0);
	expect(difference(numbers.with(13, numbers[13]! + 0.25))).toBeCloseTo(0.25, 6);
	expect(() => difference(numbers.slice(1))).toThrow(RangeError);
});
