import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectText, longestText } from '../../../../src/lib/draft/input/inspect';

const plain = 'Officials said the base lies west of the city.\nNothing else was known of it.\n';
const codes = (text: string, language = 'en') => inspectText(text, language).map(({ code }) => code);

const odd = 'a é e\u0301 \0 \u001b \u00a0 \u200b \u202e \u00ad \ue000 \ud800 \udc00 \r \r\n ق 👍'
	.split(/ /)
	.concat(' ');
const anyText = fc.string({ unit: fc.constantFrom(...odd) });

describe('what is odd about a text', () => {
	it('is nothing in plain English, nor in Arabic with a name in Latin letters', () => {
		expect(inspectText(plain, 'en')).toEqual([]);
		expect(inspectText('قالت الوزارة إن القاعدة تقع غرب المدينة (Hama) قرب المطار.', 'ar')).toEqual([]);
		expect(inspectText('مُحَمَّد', 'ar')).toEqual([]);
		expect(inspectText('👩‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and نمی‌خواهم', 'en-GB').map(({ code }) => code)).not.toContain(
			'zero-width'
		);
	});

	it.each(['', ' \n\u00a0\t'])('is that there is none: %j', (text) => {
		expect(inspectText(text, 'en')).toEqual([{ code: 'empty' }]);
	});

	it.each([
		['bidi-controls', 'a \u202ebase\u202c b', [2, 7]],
		['zero-width', 'Ha\u200bma \ufeff', [2, 6]],
		['soft-hyphens', 'heli\u00adcopters', [4]],
		['surrogates', 'a\ud83d b', [1]],
		['controls', 'a\u001b[0m', [1]],
		['decomposed', 'cafe\u0301 and s\u0327', [3, 10]],
		['no-break-spaces', '12\u00a0km, 3\u202fkm', [2, 8]],
		['private-use', 'a \ue000', [2]],
		['binary', 'a\0b', [1]]
	] as const)('is %s, with places', (code, text, at) => {
		const found = inspectText(text, 'en').find((warning) => warning.code === code);
		expect(found).toMatchObject({ count: at.length, at });
	});

	it('names what nobody sees, each once', () => {
		const found = inspectText('a\u200bb\u200bc\u2060d', 'en');
		expect(found).toEqual([
			expect.objectContaining({ count: 3, names: ['U+200B ZERO WIDTH SPACE', 'U+2060 WORD JOINER'] })
		]);
	});

	it('is the kind of its line ends, of each how many', () => {
		expect(inspectText('a\r\nb\rc\nd\r\n', 'en')).toEqual([
			{ code: 'line-ends', crlf: 2, cr: 1, lf: 1, count: 3, at: [1, 4, 8] }
		]);
	});

	it('is a mix of directions, told by the rarer', () => {
		expect(inspectText('The base قاعدة near the town قرب البلدة was hit', 'en')).toEqual([
			{ code: 'mixed-direction', mainly: 'ltr', count: 14, at: [9] }
		]);
		expect(inspectText('قرب البلدة near Hama', 'ar')).toMatchObject([{ mainly: 'rtl', count: 8 }]);
	});

	it('is a language in which nothing is found by itself', () => {
		expect(inspectText('Le camp est près de la ville.', 'fr')).toEqual([
			{ code: 'no-recogniser', language: 'fr' }
		]);
		expect(codes(plain, 'und')).toEqual(['no-recogniser']);
		expect(codes(plain, 'ar-SY')).toEqual([]);
	});

	it('is its size: a book, or more than that', () => {
		expect(codes('word '.repeat(100_000))).toEqual([]);
		expect(codes('word '.repeat(100_001))).toEqual(['book']);
		const [long] = inspectText(`ا${'.'.repeat(longestText)}`, 'ar');
		expect(long).toEqual({ code: 'too-long', bytes: longestText + 2, limit: longestText });
	});

	it('of many places has the first and the number', () => {
		const [found] = inspectText('a\u00a0'.repeat(5000), 'en') as unknown as [{ count: number; at: number[] }];
		expect(found.count).toBe(5000);
		expect(found.at).toHaveLength(100);
	});

	it('is told of any text, with places that are in it', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				for (const warning of inspectText(text, 'en'))
					if ('at' in warning) {
						expect(warning.count).toBeGreaterThanOrEqual(warning.at.length);
						expect(warning.at.length).toBeGreaterThan(0);
						for (const at of warning.at) expect(at < text.length && at >= 0).toBe(true);
					}
			})
		);
	});
});
