import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedWords, queryWords, searchText, searchWords } from '../../../src/lib/base/foldWords';

const has = (text: string, query: string) =>
	queryWords(query, 20).every((word) => searchText(text).includes(word));

describe('the words of a search', () => {
	it.each([
		['Al-Tanf', ['al-tanf', 'al tanf', 'altanf', 'Tanf', 'AL‑TANF', 'al-']],
		['Deir ez-Zor', ['deir ezzor', 'deirezzor', 'deir-ez-zor', 'zor', 'Deir ez Zor']],
		['Altanf', ['al-tanf', 'al tanf']],
		['an S-200 battery', ['s200', 's 200', 'S-200', 'S-٢٠٠', '۲۰۰', '२००', '２００']],
		['S 200', ['s200', 's-200']],
		['دير الزور', ['ديرالزور', 'دير الزور', 'الزور']],
		['حزب الله', ['حزب\u200cالله', 'حزبالله', 'حزب الله']],
		['Ma’arrat', ["ma'arrat", 'maarrat', 'ma’arrat']],
		['الفوج ٤٩', ['49', '۴۹', '४९', 'الفوج 49']]
	])('find %s as it is written elsewhere', (text, queries) => {
		expect(queries.filter((query) => !has(text, query))).toEqual([]);
	});

	it('keep what is no name apart: days, ranges of numbers, and plain words', () => {
		expect(searchText('2015-09-24')).toBe('2015-09-24');
		expect(searchText('-3, 7-8')).toBe('-3, 7-8');
		expect(searchText('at the base, as Iran says')).toBe('at the base, as iran says');
		expect(has('Tanf, al', 'altanf')).toBe(false);
		expect(queryWords('-1.5 - x', 9)).toEqual(['-1.5', '-', 'x']);
	});

	it('are those that stand in the text', () => {
		const text = fc.string({ unit: fc.constantFrom(...'alALdeir zorم٣3-’ ’ﷺé', 'al ', 'دير ', '\u200c') });
		fc.assert(
			fc.property(text, (text) => {
				expect(queryWords(text, 100).filter((word) => !searchText(text).includes(word))).toEqual([]);
				const words = searchWords(text);
				for (const run of joinedWords(text, words))
					expect(run).toEqual(words.slice(words.indexOf(run[0]!)).slice(0, run.length));
			})
		);
	});
});
