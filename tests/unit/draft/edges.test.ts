import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowByWord, snapToCharacters, widenByWord } from '../../../src/lib/draft/edges';
import type { Span } from '../../../src/lib/geodata/fullText';

const segmented = (text: string, granularity: 'grapheme' | 'word') => [
	...new Intl.Segmenter('und', { granularity }).segment(text)
];
const boundariesOf = (text: string) =>
	new Set([...segmented(text, 'grapheme').map(({ index }) => index), text.length]);
const wordsOf = (text: string) =>
	segmented(text, 'word')
		.filter(({ isWordLike }) => isWordLike)
		.map(({ index, segment }) => ({ start: index, end: index + segment.length }));

/** Of all that joins: marks, surrogates whole and halved, flags, families, Hangul, Arabic number signs, line ends. */
const units = [
	...[
		'a',
		'b',
		'1',
		' ',
		'\n',
		'\r',
		'\r\n',
		'.',
		'é',
		'e\u0301',
		'\u0301',
		'\u0651\u064e',
		'ق',
		'ا',
		'\u0600'
	],
	...[
		'👩‍👩‍👧',
		'🇸🇾',
		'🇷',
		'👍🏽',
		'\u200d',
		'\ufe0f',
		'\ud83d',
		'\udc4d',
		'𐤀',
		'각',
		'ᄀ',
		'ก',
		'ำ',
		'क्ष',
		'\u00a0',
		'\u{e0100}'
	]
];
const anyText = fc.string({ unit: fc.constantFrom(...units), maxLength: 40 });
const anySpan = fc.tuple(anyText, fc.nat(200), fc.nat(200)).map(([text, a, b]) => {
	const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
		number,
		number
	];
	return { text, start, end };
});

const cut = (text: string, { start, end }: Span) => text.slice(start, end);

describe('a selection', () => {
	it.each([
		['a surrogate pair', 'a 👍 b', 3, 4, '👍'],
		['a letter and its mark', 'cafe\u0301s', 0, 4, 'cafe\u0301'],
		['a family', 'x👩‍👩‍👧y', 3, 6, '👩‍👩‍👧'],
		['a flag', '🇸🇾🇷🇺', 6, 8, '🇷🇺'],
		['a line end', 'a\r\nb', 0, 2, 'a\r\n'],
		['an Arabic letter with its vowels', 'مُحَمَّد', 1, 2, 'مُ']
	])('takes in all of %s that its edges cut', (_, text, start, end, expected) => {
		expect(cut(text, snapToCharacters(text, start, end))).toBe(expected);
	});

	it('stays where its edges cut nothing, and within the text', () => {
		expect(snapToCharacters('near Hama', 5, 9)).toEqual({ start: 5, end: 9 });
		expect(snapToCharacters('near Hama', 9, 5)).toEqual({ start: 5, end: 9 });
		expect(snapToCharacters('near', -3, 90)).toEqual({ start: 0, end: 4 });
		expect(snapToCharacters('a👍', 2, 2)).toEqual({ start: 1, end: 1 });
	});

	it('has, of any text, the nearest boundaries of characters outside it', () => {
		fc.assert(
			fc.property(anySpan, ({ text, start, end }) => {
				const boundaries = boundariesOf(text);
				const snapped = snapToCharacters(text, start, end);
				const first = [...boundaries].filter((at) => at <= start).at(-1)!;
				const last = [...boundaries].find((at) => at >= end)!;
				expect(snapped).toEqual({ start: first, end: start === end ? first : last });
			}),
			{ numRuns: 500 }
		);
	});
});

describe('an edge that moves by words', () => {
	const text = 'The “air base”, west of Hama, was hit.';
	const span = { start: text.indexOf('base'), end: text.indexOf(' of') };

	it('takes in the next word, without the punctuation beyond it', () => {
		expect(cut(text, widenByWord(text, span, 'start'))).toBe('air base”, west');
		expect(cut(text, widenByWord(text, widenByWord(text, span, 'end'), 'end'))).toBe('base”, west of Hama');
	});

	it('leaves out a word, and never the last', () => {
		expect(cut(text, narrowByWord(text, span, 'start'))).toBe('west');
		expect(cut(text, narrowByWord(text, span, 'end'))).toBe('base');
		const one = narrowByWord(text, span, 'end');
		expect(narrowByWord(text, one, 'end')).toEqual(one);
		expect(narrowByWord(text, one, 'start')).toEqual(one);
	});

	it('means the same where text runs from right to left', () => {
		const arabic = 'قصفت الطائرات قاعدة جوية غرب حماة';
		const start = arabic.indexOf('قاعدة');
		const words = { start, end: start + 'قاعدة جوية'.length };
		expect(cut(arabic, widenByWord(arabic, words, 'start'))).toBe('الطائرات قاعدة جوية');
		expect(cut(arabic, widenByWord(arabic, words, 'end'))).toBe('قاعدة جوية غرب');
		expect(cut(arabic, narrowByWord(arabic, words, 'start'))).toBe('جوية');
	});

	it('stays at the ends of a text', () => {
		const whole = { start: 0, end: text.length };
		expect(widenByWord(text, whole, 'start')).toEqual(whole);
		expect(widenByWord(text, whole, 'end')).toEqual(whole);
		expect(widenByWord('', { start: 0, end: 0 }, 'end')).toEqual({ start: 0, end: 0 });
	});

	it('goes, in any text, to the nearest word edge, over any distance', () => {
		const far = fc.constantFrom('', ' '.repeat(400), '…'.repeat(300), 'word '.repeat(60), 'x'.repeat(300));
		fc.assert(
			fc.property(anySpan, far, fc.nat(40), ({ text: short, start, end }, filler, at) => {
				const place = Math.min(at, short.length);
				const text = short.slice(0, place) + filler + short.slice(place);
				const words = wordsOf(text);
				const span = { start, end };
				expect(widenByWord(text, span, 'start').start).toBe(
					words.findLast((word) => word.start < start)?.start ?? start
				);
				expect(widenByWord(text, span, 'end').end).toBe(words.find((word) => word.end > end)?.end ?? end);
				const inner = words.find((word) => word.start > start && word.start < end);
				expect(narrowByWord(text, span, 'start').start).toBe(inner?.start ?? start);
				const last = words.findLast((word) => word.end < end && word.end > start);
				expect(narrowByWord(text, span, 'end').end).toBe(last?.end ?? end);
			}),
			{ numRuns: 500 }
		);
	});

	it('comes back: narrowed after it was widened, it is where it was', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
				const words = wordsOf(text);
				fc.pre(words.length > 0);
				const [first, last] = [a % words.length, b % words.length].sort((x, y) => x - y) as [number, number];
				const span = { start: words[first]!.start, end: words[last]!.end };
				for (const edge of ['start', 'end'] as const) {
					const wider = widenByWord(text, span, edge);
					if (wider[edge] !== span[edge]) expect(narrowByWord(text, wider, edge)).toEqual(span);
				}
			})
		);
	});
});
