import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findDates } from '$lib/draft/recognise/dates';
import { edtfFault } from '$lib/geodata/edtf';

/** A Tuesday. */
const published = '2024-03-05';
const found = (text: string, day: string | null = published) =>
	findDates(text, day).map(({ text, edtf }) => `${text} = ${edtf}`);

describe('dates in English', () => {
	it.each([
		['on 31 August 2022', '31 August 2022 = 2022-08-31'],
		['on Aug. 31, 2022', 'Aug. 31, 2022 = 2022-08-31'],
		['on Dec, 11th', 'Dec, 11th = 2023-12-11?'],
		['on Monday, 4 March', 'Monday, 4 March = 2024-03-04?'],
		['in March 2019', 'March 2019 = 2019-03'],
		['in late July', 'late July = 2023-07?'],
		['in late 2015', 'late 2015 = 2015'],
		['in 2011', '2011 = 2011'],
		['in the 1990s', 'the 1990s = 199X'],
		['in the winter of 2016', 'the winter of 2016 = 2016-24'],
		['from March to June 2019', 'from March to June 2019 = 2019-03/2019-06'],
		['3-5 May 2020', '3-5 May 2020 = 2020-05-03/2020-05-05'],
		['from 21 to 24 March', 'from 21 to 24 March = 2023-03-21?/2023-03-24?'],
		['between Monday and Wednesday', 'between Monday and Wednesday = 2024-02-26?/2024-02-28?'],
		['since September', 'since September = 2023-09?/2024-03-05'],
		['until 2018', 'until 2018 = ../2018'],
		['since the 1990s', 'since the 1990s = 1990/2024-03-05'],
		['until summer 2016', 'until summer 2016 = ../2016-08'],
		['in autumn.', 'autumn = 2023-23'],
		['on Friday', 'Friday = 2024-03-01?'],
		['on Tuesday', 'Tuesday = 2024-03-05?'],
		['last Tuesday', 'last Tuesday = 2024-02-27?'],
		['next Friday', 'next Friday = 2024-03-08?'],
		['They will meet on Thursday', 'Thursday = 2024-03-07?'],
		['yesterday', 'yesterday = 2024-03-04?'],
		['overnight', 'overnight = 2024-03-04?/2024-03-05?'],
		['last week', 'last week = 2024-02-26?/2024-03-03?'],
		['last month', 'last month = 2024-02?'],
		['three days ago', 'three days ago = 2024-03-02?'],
		['two weeks ago', 'two weeks ago = 2024-02-20%'],
		['in recent months', 'in recent months = ../2024-03-05'],
		['over the past two weeks', 'over the past two weeks = 2024-02-20%/2024-03-05'],
		['He left on 4 February 2024. The next day', 'The next day = 2024-02-05']
	])('“%s”', (text, date) => {
		expect(found(text)).toContain(date);
	});

	it.each([
		'he may go',
		'some 2000 troops',
		'31 April 2021',
		'a march on the capital',
		'The War of 1812 men',
		'12:30'
	])('are not in “%s”', (text) => {
		expect(found(text)).toEqual([]);
	});

	it('say which parts are inferred', () => {
		expect(findDates('on 3 May', published)[0]).toMatchObject({ edtf: '2023-05-03?', inferred: ['year'] });
		expect(findDates('on Friday', published)[0]!.inferred).toEqual(['year', 'month', 'day']);
		expect(findDates('on 3 May 2020', published)[0]!.inferred).toEqual([]);
	});

	it('offer both ways to read 5/4/2024', () => {
		expect(findDates('5/4/2024', published)[0]).toMatchObject({ edtf: '2024-04-05', others: ['2024-05-04'] });
	});

	it('offer the days of that name where only the month of publication is known', () => {
		expect(findDates('on Monday', '2019-03?')[0]).toMatchObject({
			edtf: '2019-03?',
			others: ['2019-03-04?', '2019-03-11?', '2019-03-18?', '2019-03-25?']
		});
	});

	it('take a year that the text states just before, and are then not in doubt', () => {
		expect(found('JNS, September 4, 2022: they met on Friday, on Aug. 31.', '2022-09?').slice(1)).toEqual([
			'Friday = 2022-09-02',
			'Aug. 31 = 2022-08-31'
		]);
	});

	it('have no value without a day of publication', () => {
		expect(found('on Friday and in May', null)).toEqual(['Friday = null', 'May = null']);
	});
});

describe('dates in Arabic', () => {
	it.each([
		['في ٣ آذار/مارس ٢٠٢٤', '٣ آذار/مارس ٢٠٢٤ = 2024-03-03'],
		['في تشرين الثاني (نوفمبر) 2021', 'تشرين الثاني (نوفمبر) 2021 = 2021-11'],
		['بكانون الأول', 'كانون الأول = 2023-12?'],
		['يوم الجمعة', 'يوم الجمعة = 2024-03-01?'],
		['مساء الأحد', 'مساء الأحد = 2024-03-03?'],
		['أمس', 'أمس = 2024-03-04?'],
		['الشهر الماضي', 'الشهر الماضي = 2024-02?'],
		['قبل أسبوعين', 'قبل أسبوعين = 2024-02-20%'],
		['منذ أيلول', 'منذ أيلول = 2023-09?/2024-03-05'],
		['بين آذار وحزيران 2019', 'بين آذار وحزيران 2019 = 2019-03/2019-06'],
		['من 3 إلى 5 مايو 2020', 'من 3 إلى 5 مايو 2020 = 2020-05-03/2020-05-05'],
		['منذ 3/12/2020', 'منذ 3/12/2020 = 2020-12-03/2024-03-05'],
		['شتاء عام 2016', 'شتاء عام 2016 = 2016-24'],
		['مؤخرا', 'مؤخرا = ../2024-03-05']
	])('“%s”', (text, date) => {
		expect(found(text)).toEqual([date]);
	});
});

it('gives EDTF of level 1 and spans of the text, whatever the words', () => {
	const piece = fc.constantFrom(
		...'from to between since until by on last next the of early mid- late 3 31 2019 1990s March May Sept. Friday week month year two ago , . ( \n / - days يوم الجمعة آذار منذ قبل شهرين ٣ و 2020 overnight recently in the spring summer winter 12/31/2020'.split(
			' '
		)
	);
	fc.assert(
		fc.property(
			fc.array(piece, { maxLength: 14 }),
			fc.constantFrom('2024-03-05', '2022-09?', '2020', null),
			(pieces, day) => {
				const text = pieces.join(' ');
				for (const { start, end, text: words, edtf, others } of findDates(text, day)) {
					expect(text.slice(start, end)).toBe(words);
					for (const value of edtf === null ? others : [edtf, ...others]) expect(edtfFault(value)).toBeNull();
				}
			}
		)
	);
});
