import { expect, it } from 'vitest';
import { countriesIn, countryNamesOf } from '../../../../src/lib/features/desk/countryNames';
import { languagesIn } from '../../../../src/lib/features/desk/languageNames';

it('a country is known by its name in either language, and nothing else is one', () => {
	expect(countryNamesOf('jordan', ['en', 'ar'])).toEqual({ en: 'Jordan', ar: 'الأردن' });
	expect(countryNamesOf('الأردن', ['en', 'ar'])).toEqual({ en: 'Jordan', ar: 'الأردن' });
	expect([countryNamesOf('European Union', ['en']), countryNamesOf('Made-up Army', ['en'])]).toEqual([
		null,
		null
	]);
	const codes = countriesIn('ar').map(({ code }) => code);
	expect(codes).toEqual(expect.arrayContaining(['SY', 'LB', 'IR']));
	expect(codes.length).toBeGreaterThan(190);
});

it('languages have each name once, and the one of the article is among them whatever it is', () => {
	const all = languagesIn('en', 'ar');
	expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
	expect(all.filter(({ tag }) => tag === 'ar')).toEqual([{ tag: 'ar', name: 'Arabic' }]);
	for (const tag of ['ckb', 'zh-Hant', 'not a tag'])
		expect(languagesIn('en', tag).map((language) => language.tag)).toContain(tag);
});
