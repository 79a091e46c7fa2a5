import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfFault } from '$lib/geodata/edtf';
import { locales } from '$lib/words/locale';
import { digits } from '$lib/words/numbers';
import { describeWhen } from '$lib/words/when';
import { levelOne } from '../geodata/dates.made';

describe('describeWhen', () => {
	it.each([
		['2022-08-31', '31 August 2022', '٣١ آب ٢٠٢٢', '31 août 2022'],
		['2015-11', 'November 2015', 'تشرين الثاني ٢٠١٥', 'novembre 2015'],
		['2015', '2015', '٢٠١٥', '2015'],
		['2022-09~', 'about September 2022', 'نحو أيلول ٢٠٢٢', 'vers septembre 2022'],
		['2023-06?', 'June 2023 (uncertain)', 'حزيران ٢٠٢٣ (غير مؤكد)', 'juin 2023 (incertain)'],
		['2023-06%', 'about June 2023 (uncertain)', 'نحو حزيران ٢٠٢٣ (غير مؤكد)', 'vers juin 2023 (incertain)'],
		['../2015-09-24', 'by 24 September 2015', 'بحلول ٢٤ أيلول ٢٠١٥', '24 septembre 2015 au plus tard'],
		['2015/..', 'from 2015', 'منذ ٢٠١٥', 'depuis 2015'],
		[
			'2015-11-XX',
			'November 2015, day not known',
			'تشرين الثاني ٢٠١٥، اليوم غير معروف',
			'novembre 2015, jour inconnu'
		],
		['201X', 'some time in 2010–2019', 'في وقت ما بين ٢٠١٠ و٢٠١٩', 'à un moment de 2010 à 2019'],
		['2015-23', 'autumn 2015', 'خريف ٢٠١٥', 'automne 2015'],
		[
			'2022-08-31/2022-09-02',
			'31 August – 2 September 2022',
			'٣١ آب – ٢ أيلول ٢٠٢٢',
			'31 août – 2 septembre 2022'
		],
		['2022-08-01/2022-08-03', '1–3 August 2022', '١–٣ آب ٢٠٢٢', '1–3 août 2022'],
		['2022-08/2022-09', 'August – September 2022', 'آب – أيلول ٢٠٢٢', 'août – septembre 2022'],
		[
			'2021-12-30/2022-01-02',
			'30 December 2021 – 2 January 2022',
			'٣٠ كانون الأول ٢٠٢١ – ٢ كانون الثاني ٢٠٢٢',
			'30 décembre 2021 – 2 janvier 2022'
		],
		[
			'2021-12/2022-01~',
			'December 2021 – about January 2022',
			'كانون الأول ٢٠٢١ – نحو كانون الثاني ٢٠٢٢',
			'décembre 2021 – vers janvier 2022'
		],
		['../..', 'date not known', 'التاريخ غير معروف', 'date inconnue'],
		['Y170000', 'Y170000', 'Y170000', 'Y170000'],
		['2022-08-31~/..', 'from about 31 August 2022', 'منذ نحو ٣١ آب ٢٠٢٢', 'depuis vers le 31 août 2022']
	])('%s', (date, english, arabic, french) => {
		expect(describeWhen(date, 'en')).toBe(english);
		expect(describeWhen(date, 'ar')).toBe(arabic);
		expect(describeWhen(date, 'fr')).toBe(french);
	});
});

describe('digits', () => {
	it('are Arabic in Arabic', () => {
		expect(digits(2015, 'ar')).toBe('٢٠١٥');
		expect(digits(2.5, 'ar', 1)).toBe('٢٫٥');
		expect(digits(12345, 'en')).toBe('12345');
	});
});

describe('any date', () => {
	it('is described', () => {
		fc.assert(
			fc.property(fc.oneof(levelOne, fc.string()), fc.constantFrom(...locales), (date, locale) => {
				const words = describeWhen(date, locale);
				expect(typeof words).toBe('string');
				if (edtfFault(date) === null) expect(words).not.toMatch(/undefined|null|NaN|Invalid/);
			}),
			{ numRuns: 500 }
		);
	});
});
