import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginningOf, breakable, shortText } from '../../../src/lib/base/shorten';

it('a long text is cut where a letter ends', () => {
	expect(beginningOf('abc', 3)).toBe('abc');
	expect(beginningOf('abcd', 3)).toBe('abc');
	expect(beginningOf('ab😀', 3)).toBe('ab');
	expect(beginningOf('abe\u0301', 3)).toBe('ab');
	expect(beginningOf('a👩\u200d🚒', 4)).toBe('a');
	// Marks without end are no letter.
	expect(beginningOf(`a${'\u0301'.repeat(100)}`, 50)).toHaveLength(50);
	expect(shortText('a\u202eb', 2)).toBe('a⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩…');
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
			const beginning = beginningOf(text, most);
			expect(text.startsWith(beginning)).toBe(true);
			expect(beginning.length).toBeLessThanOrEqual(most);
		})
	);
});

it('a run of letters without end is in pieces between which a line may break', () => {
	expect(breakable('a word or two')).toEqual(['a word or two']);
	expect(breakable('')).toEqual(['']);
	expect(breakable(`a ${'x'.repeat(250)} b`).map(({ length }) => length)).toEqual([2, 100, 100, 50, 2]);
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.string(), fc.constantFrom('x'.repeat(300), '😀'.repeat(90)))),
			(texts) => {
				const text = texts.join('');
				const pieces = breakable(text);
				expect(pieces.join('')).toBe(text);
				for (const piece of pieces) expect(/\S{101}/u.test(piece)).toBe(false);
			}
		)
	);
});
