import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WordList, wordListBytes } from '../../../../src/lib/draft/recognise/wordList';

const inOrder = (words: Iterable<string>) =>
	[...new Set(words)].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));

it('finds each word at its place, and no other', () => {
	const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ب', '😀'), maxLength: 6 }), {
		maxLength: 120
	});
	fc.assert(
		fc.property(words, fc.string({ maxLength: 6 }), (some, other) => {
			const sorted = inOrder(some);
			const list = new WordList(wordListBytes(sorted));
			expect(sorted.map((word) => list.indexOf(word))).toEqual(sorted.map((_, index) => index));
			expect(list.has(other)).toBe(sorted.includes(other));
		})
	);
});

it('shares the beginnings of words', () => {
	// A count, an offset, then 8 letters and 3 letters, each after two bytes.
	expect(wordListBytes(['damascus', 'damascusian'])).toHaveLength(4 + 4 + (2 + 8) + (2 + 3));
});

it('is made of words in order alone', () => {
	expect(() => wordListBytes(['b', 'a'])).toThrow(RangeError);
	expect(() => wordListBytes(['a', 'a'])).toThrow(RangeError);
	expect(() => wordListBytes(['a'.repeat(256)])).toThrow(RangeError);
});
