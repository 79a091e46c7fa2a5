import fc from 'fast-check';
import { analyse } from 'scslre';
import { expect, it } from 'vitest';
import { sentencesOf, tokenPattern, tokensOf } from '../../../src/lib/draft/text';

const words = (text: string) => tokensOf(text).map((token) => token.text);
const sentences = (text: string) => {
	const tokens = tokensOf(text);
	return sentencesOf(text, tokens).map(({ from, to }) =>
		text.slice(tokens[from]!.start, tokens[to - 1]!.end)
	);
};

it.each([
	['The base at Deir ez-Zor’s edge', ['The', 'base', 'at', 'Deir', 'ez', '-', 'Zor', '’s', 'edge']],
	['He didn’t see O’Neill', ['He', 'didn’t', 'see', 'O’Neill']],
	['U.S. troops in St. Louis, Mo.', ['U.S.', 'troops', 'in', 'St.', 'Louis', ',', 'Mo.']],
	['3,000.50 men at 10:30...', ['3,000.50', 'men', 'at', '10:30', '...']],
	['(“Hama”)', ['(', '“', 'Hama', '”', ')']],
	['وبدمشق، قال.', ['وبدمشق', '،', 'قال', '.']]
])('takes “%s” apart', (text, expected) => {
	expect(words(text)).toEqual(expected);
});

it('keeps in a word what nobody sees, and leaves it out elsewhere', () => {
	expect(words('Dam\u00adascus \u200eand\u200f\ufeff')).toEqual(['Dam\u00adascus', 'and']);
	expect(words('\u0000\u0007')).toEqual([]);
});

it('takes an emoji for one sign, and half of one too', () => {
	expect(words('😀a \ud83d b')).toEqual(['😀', 'a', '\ud83d', 'b']);
});

it.each([
	['He left. “They stayed,” she said.', ['He left.', '“They stayed,” she said.']],
	['Dr. Assad spoke to Gov. Hassan. It rained.', ['Dr. Assad spoke to Gov. Hassan.', 'It rained.']],
	['Troops of the U.S. The base', ['Troops of the U.S. The base']],
	['It is in St. Louis, Mo. He left.', ['It is in St. Louis, Mo.', 'He left.']],
	['He said “go.” Then he went.', ['He said “go.”', 'Then he went.']],
	['A heading\nThe text goes on\nin small letters', ['A heading', 'The text goes on\nin small letters']],
	['one line\r\n\r\nanother', ['one line', 'another']],
	['قال ذلك. ذهب بعدها', ['قال ذلك.', 'ذهب بعدها']]
])('cuts “%s” into sentences', (text, expected) => {
	expect(sentences(text)).toEqual(expected);
});

it('reads on where lines are broken at a width', () => {
	const line = 'The convoy of some forty lorries that had left Hama on Monday and the';
	expect(
		sentences(`${line}\n${line}\nDeir ez-Zor garrison, which is larger than that of Hama or Homs,\n${line}`)
	).toHaveLength(1);
});

it('cuts what has no end', () => {
	const tokens = tokensOf('word '.repeat(1000));
	for (const { from, to } of sentencesOf('word '.repeat(1000), tokens))
		expect(to - from).toBeLessThanOrEqual(120);
});

const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc
		.array(
			fc.constantFrom(
				'Hama',
				' ',
				'.',
				'\n',
				'’s',
				'U.S.',
				'-',
				'\u00ad',
				'😀',
				'\ud800',
				'٣',
				'و',
				'"',
				','
			),
			{
				maxLength: 80
			}
		)
		.map((parts) => parts.join(''))
);

it('gives for any text tokens in order that cut their own words, each in one sentence', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const tokens = tokensOf(text);
			let end = 0;
			for (const token of tokens) {
				if (token.start < end || text.slice(token.start, token.end) !== token.text) expect.fail(token.text);
				expect(token.text).not.toBe('');
				end = token.end;
			}
			let next = 0;
			for (const { from, to } of sentencesOf(text, tokens)) {
				expect(from).toBe(next);
				expect(to).toBeGreaterThan(from);
				next = to;
			}
			expect(next).toBe(tokens.length);
			// Nothing that is seen is left out.
			const seen = tokens
				.map((token) => token.text)
				.join('')
				.replace(/\p{Cf}/gu, '');
			expect(seen).toBe(text.replace(/[\s\p{Cf}\p{Cc}]/gu, ''));
		})
	);
});

it('looks at no letter more often in a longer text', () => {
	expect(analyse({ source: tokenPattern.source, flags: tokenPattern.flags }).reports).toEqual([]);
});
