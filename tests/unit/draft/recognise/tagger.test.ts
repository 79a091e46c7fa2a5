import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BrokenModel } from '../../../../src/lib/draft/recognise/modelFile';
import { readTagger } from '../../../../src/lib/draft/recognise/tagger';
import { sentencesOf, tokensOf } from '../../../../src/lib/draft/text';
import { tinyModelBytes } from './tinyModel';

const tag = (text: string, features: number[] = []) => {
	const tokens = tokensOf(text);
	const bits = Uint32Array.from(tokens, (_, index) => features[index] ?? 0);
	return readTagger(tinyModelBytes()).tag(tokens, sentencesOf(text, tokens), bits);
};
/** The probability of one label whose score is given, among others of score 0. */
const share = (score: number, others: number) => Math.exp(score) / (Math.exp(score) + others);

it('gives the numbers that are worked out by hand', () => {
	const { toponyms, entities } = tag('Hama Hama');
	// All gates but the cell's are sigmoid(0) = 0.5.
	const cell = 0.5 * Math.tanh(1); // 0.3808
	const state = 0.5 * Math.tanh(cell); // 0.1817
	const nextCell = 0.5 * cell + 0.5 * Math.tanh(1 + 2 * state); // 0.6289
	const nextState = 0.5 * Math.tanh(nextCell); // 0.2786
	expect(toponyms[1]).toBeCloseTo(share(0.1817, 2), 4);
	expect(toponyms[1]).toBeCloseTo(share(state, 2), 6);
	expect(toponyms[4]).toBeCloseTo(share(nextState, 2), 6);
	// Backwards, the second word comes first; its state is that of the vector's other number.
	const backwards = 0.5 * Math.tanh(0.5 * Math.tanh(-1));
	expect(entities[9 + 1]).toBeCloseTo(share(backwards, 8), 6);
	expect(entities.subarray(0, 9).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
});

it('adds what a feature weighs', () => {
	const state = 0.5 * Math.tanh(0.5 * Math.tanh(1));
	expect(tag('base', [1]).toponyms[1]).toBeCloseTo(share(state, 2), 6);
	expect(tag('base', [2]).toponyms[1]).toBeCloseTo(1 / 3, 6);
});

it('knows a word in any writing, and an unknown one by its digits', () => {
	expect(tag('HÁMA').toponyms).toEqual(tag('Hama').toponyms);
	expect(tag('Ha\u00adma').toponyms).toEqual(tag('Hama').toponyms);
	const unknown = 0.5 * Math.tanh(0.5 * Math.tanh(1));
	expect(tag('Homs').entities[1]).toBeCloseTo(share(unknown, 8), 6);
	expect(tag('x 1982').entities[9 + 1]).toBeCloseTo(1 / 9, 6);
});

it('looks for no names in what has no letters', () => {
	const { toponyms, entities } = tag('12, 14');
	expect([...toponyms]).toEqual([1, 0, 0, 1, 0, 0, 1, 0, 0]);
	expect(entities[0]).toBe(1);
});

it('begins each sentence anew, and gives the same a second time', () => {
	const { toponyms } = tag('Hama\n\nHama');
	expect(toponyms[4]).toBe(toponyms[1]);
	const tagger = readTagger(tinyModelBytes());
	const tokens = tokensOf('Hama base');
	const once = () => tagger.tag(tokens, [{ from: 0, to: 2 }], new Uint32Array(2)).toponyms;
	expect(once()).toEqual(once());
	expect(tagger.firstNames.has('ali')).toBe(true);
});

it('gives a sentence the same numbers whatever is read beside it', () => {
	const word = fc.constantFrom('Hama', 'base', 'Homs', 'x1', '12');
	const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
	fc.assert(
		fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
			const alone = sentences.flatMap((each) => [...tag(each).toponyms]);
			expect([...tag(sentences.join('\n\n')).toponyms]).toEqual(alone);
		}),
		{ numRuns: 40 }
	);
});

it('tells how far it is', () => {
	const tokens = tokensOf('Hama base '.repeat(5_000));
	const shares: number[] = [];
	readTagger(tinyModelBytes()).tag(tokens, sentencesOf('', tokens), new Uint32Array(tokens.length), (share) =>
		shares.push(share)
	);
	expect(shares.length).toBeGreaterThan(2);
	expect(shares).toEqual(shares.toSorted((a, b) => a - b));
	expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

it('reads a file that lies anywhere in memory', () => {
	const bytes = tinyModelBytes();
	const moved = new Uint8Array(bytes.length + 3);
	moved.set(bytes, 3);
	const tagger = readTagger(moved.subarray(3));
	expect(tagger.tag(tokensOf('Hama'), [{ from: 0, to: 1 }], new Uint32Array(1)).toponyms).toEqual(
		tag('Hama').toponyms
	);
});

it('refuses a file that is cut, changed, or something else', () => {
	const whole = tinyModelBytes();
	expect(() => readTagger(new Uint8Array())).toThrow(BrokenModel);
	expect(() => readTagger(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toThrow(
		BrokenModel
	);
	fc.assert(
		fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
			expect(() => readTagger(whole.slice(0, place))).toThrow(BrokenModel);
			const changed = whole.slice();
			changed[place]! ^= change;
			expect(() => readTagger(changed)).toThrow(BrokenModel);
		})
	);
});

it('refuses parts that do not fit each other', () => {
	expect(() => readTagger(tinyModelBytes({ output: new Float32Array(3) }))).toThrow(BrokenModel);
	expect(() => readTagger(tinyModelBytes({ codes: new Uint8Array(1) }))).toThrow(BrokenModel);
	expect(() => readTagger(tinyModelBytes({ 'output.bias': new Int8Array(12) }))).toThrow(BrokenModel);
});
