import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWhen, parseWhen } from '../../../src/lib/geodata/dates';
import { edtfFault } from '../../../src/lib/geodata/edtf';
import { digits, intlTags } from '../../../src/lib/geodata/numbers';
import { intlTags as interfaceTags } from '../../../src/lib/words';

describe('parseWhen', () => {
	it.each([
		['2022-08-31', '2022-08-31', '2022-08-31'],
		['2015-11', '2015-11-01', '2015-11-30'],
		['2016-02', '2016-02-01', '2016-02-29'],
		['2015', '2015-01-01', '2015-12-31'],
		['2019-03-18?', '2019-03-18', '2019-03-18'],
		['2022-09~', '2022-09-01', '2022-09-30'],
		['../2015-09-24', null, '2015-09-24'],
		['/2015', null, '2015-12-31'],
		['2015/..', '2015-01-01', null],
		['../..', null, null],
		['2022-08-31/2022-09-02', '2022-08-31', '2022-09-02'],
		['201X', '2010-01-01', '2019-12-31'],
		['20XX', '2000-01-01', '2099-12-31'],
		['2015-XX', '2015-01-01', '2015-12-31'],
		['2015-11-XX', '2015-11-01', '2015-11-30'],
		['2015-22', '2015-06-01', '2015-08-31'],
		['2015-24', '2015-12-01', '2016-02-29']
	])('%s', (date, earliest, latest) => {
		expect(parseWhen(date)).toEqual({ earliest, latest });
	});

	it.each([
		'',
		' ',
		'yesterday',
		'2015-13',
		'2015-02-30',
		'2015-00',
		'15-01-01',
		'2015-XX-03',
		'2015/2014',
		'1/2/3'
	])('refuses “%s”', (date) => {
		expect(() => parseWhen(date)).toThrow(`“${date}”`);
		expect(edtfFault(date)).toContain(`“${date}”`);
	});
});

describe('describeWhen', () => {
	it.each([
		['2022-08-31', '31 August 2022', '٣١ آب ٢٠٢٢'],
		['2015-11', 'November 2015', 'تشرين الثاني ٢٠١٥'],
		['2015', '2015', '٢٠١٥'],
		['2022-09~', 'about September 2022', 'نحو أيلول ٢٠٢٢'],
		['2023-06?', 'June 2023 (uncertain)', 'حزيران ٢٠٢٣ (غير مؤكد)'],
		['2023-06%', 'about June 2023 (uncertain)', 'نحو حزيران ٢٠٢٣ (غير مؤكد)'],
		['../2015-09-24', 'by 24 September 2015', 'بحلول ٢٤ أيلول ٢٠١٥'],
		['2015/..', 'from 2015', 'منذ ٢٠١٥'],
		['2015-11-XX', 'November 2015, day not known', 'تشرين الثاني ٢٠١٥، اليوم غير معروف'],
		['201X', 'some time in 2010–2019', 'في وقت ما بين ٢٠١٠ و٢٠١٩'],
		['2015-23', 'autumn 2015', 'خريف ٢٠١٥'],
		['2022-08-31/2022-09-02', '31 August – 2 September 2022', '٣١ آب – ٢ أيلول ٢٠٢٢'],
		['2022-08-01/2022-08-03', '1–3 August 2022', '١–٣ آب ٢٠٢٢'],
		['2022-08/2022-09', 'August – September 2022', 'آب – أيلول ٢٠٢٢'],
		[
			'2021-12-30/2022-01-02',
			'30 December 2021 – 2 January 2022',
			'٣٠ كانون الأول ٢٠٢١ – ٢ كانون الثاني ٢٠٢٢'
		],
		['2021-12/2022-01~', 'December 2021 – about January 2022', 'كانون الأول ٢٠٢١ – نحو كانون الثاني ٢٠٢٢'],
		['../..', 'date not known', 'التاريخ غير معروف'],
		['Y170000', 'Y170000', 'Y170000']
	])('%s', (date, english, arabic) => {
		expect(describeWhen(date, 'en')).toBe(english);
		expect(describeWhen(date, 'ar')).toBe(arabic);
	});
});

describe('digits and names of months', () => {
	it('are the same in the words of the records and in those of the interface', () => {
		expect(interfaceTags).toEqual(intlTags);
	});

	it('are Arabic in Arabic', () => {
		expect(digits(2015, 'ar')).toBe('٢٠١٥');
		expect(digits(2.5, 'ar', 1)).toBe('٢٫٥');
		expect(digits(12345, 'en')).toBe('12345');
	});
});

const twoDigits = (least: number, most: number) =>
	fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
const year = fc.integer({ min: 1000, max: 2999 }).map(String);
const day = fc
	.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const qualified = fc
	.tuple(
		fc.oneof(
			year,
			fc.tuple(year, twoDigits(1, 12)).map((parts) => parts.join('-')),
			day
		),
		fc.constantFrom('', '?', '~', '%')
	)
	.map((parts) => parts.join(''));
const masked = fc.oneof(
	year.map((text) => `${text.slice(0, 3)}X`),
	year.map((text) => `${text.slice(0, 2)}XX`),
	year.map((text) => `${text}-XX`),
	year.map((text) => `${text}-XX-XX`),
	fc.tuple(year, twoDigits(1, 12)).map((parts) => `${parts.join('-')}-XX`)
);
const season = fc.tuple(year, twoDigits(21, 24)).map((parts) => parts.join('-'));
const side = fc.oneof(qualified, masked, season);
const interval = fc.tuple(
	fc.oneof(side, fc.constantFrom('..', '')),
	fc.oneof(side, fc.constantFrom('..', ''))
);
/** Dates of level 1 that a record may have, and some that it may not: backwards, too long, with a time. */
const levelOne = fc.oneof(
	side,
	interval.map((sides) => sides.join('/')),
	fc.constantFrom('Y170000', 'Y-17', '2015-01-01T10:00:00Z', '-0100', '0000')
);

describe('any date', () => {
	it('ends no earlier than it begins', () => {
		fc.assert(
			fc.property(levelOne, (date) => {
				fc.pre(edtfFault(date) === null);
				const { earliest, latest } = parseWhen(date);
				if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
			})
		);
	});

	it('means the days that the edtf library says', () => {
		const isoDay = (time: number) =>
			Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null;
		fc.assert(
			fc.property(
				fc.oneof(
					qualified,
					masked,
					fc.tuple(qualified, qualified).map((sides) => sides.join('/'))
				),
				(date) => {
					fc.pre(edtfFault(date) === null);
					const { min, max } = edtf(date, { level: 1 });
					expect(parseWhen(date)).toEqual({ earliest: isoDay(min), latest: isoDay(max) });
				}
			)
		);
	});

	it('alone is valid by our grammar where it is by the library’s', () => {
		fc.assert(
			fc.property(side, (date) => {
				expect(() => edtf(date, { level: 1 })).not.toThrow();
				expect(edtfFault(date)).toBeNull();
			})
		);
	});

	it('can be described', () => {
		fc.assert(
			fc.property(
				fc.oneof(levelOne, fc.string()),
				fc.constantFrom('en' as const, 'ar' as const),
				(date, locale) => {
					const words = describeWhen(date, locale);
					expect(typeof words).toBe('string');
					if (edtfFault(date) === null) expect(words).not.toMatch(/undefined|null|NaN|Invalid/);
				}
			),
			{ numRuns: 500 }
		);
	});

	it('is found wrong without a throw where it is wrong', () => {
		fc.assert(
			fc.property(fc.string(), (date) => {
				expect(() => edtfFault(date)).not.toThrow();
			})
		);
	});
});
