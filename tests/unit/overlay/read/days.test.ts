import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOfDay, type Days } from '../../../../src/lib/base/days';
import { daysOfNumber, orderProvedBy, parseDays, type DayOrder } from '../../../../src/lib/overlay/read/days';
import { firstDay, lastDay } from '../../../../src/lib/overlay/table';

const written = (days: Days | null) =>
	days && (days.from === days.to ? isoOfDay(days.from) : `${isoOfDay(days.from)}/${isoOfDay(days.to)}`);

describe('a date', () => {
	it.each([
		['2015-09-24', '2015-09-24'],
		['2015-09-24T23:30:00+03:00', '2015-09-24'],
		['2015-09-24 08:15', '2015-09-24'],
		['2015/9/24', '2015-09-24'],
		['20150924', '2015-09-24'],
		['24/09/2015', '2015-09-24'],
		['24.09.2015', '2015-09-24'],
		['24.9.15', '2015-09-24'],
		['09/24/2015', '2015-09-24'],
		['24/09/2015 8:15 PM', '2015-09-24'],
		['24 September 2015', '2015-09-24'],
		['24th Sept. 2015', '2015-09-24'],
		['September 24, 2015', '2015-09-24'],
		['Thursday, 24 September 2015', '2015-09-24'],
		['24-Sep-15', '2015-09-24'],
		['24 septembre 2015', '2015-09-24'],
		['1er août 2015', '2015-08-01'],
		['24 de septiembre de 2015', '2015-09-24'],
		['24. März 2015', '2015-03-24'],
		['24 أيلول 2015', '2015-09-24'],
		['٢٤ سبتمبر ٢٠١٥', '2015-09-24'],
		['٢٤/٠٩/٢٠١٥', '2015-09-24'],
		['12 كانون الثاني 2015', '2015-01-12'],
		['12 تشرين الأول 2015', '2015-10-12'],
		['1 آذار/مارس 2015', '2015-03-01'],
		['2015', '2015-01-01/2015-12-31'],
		['2015-09', '2015-09-01/2015-09-30'],
		['09/2015', '2015-09-01/2015-09-30'],
		['September 2015', '2015-09-01/2015-09-30'],
		['Feb-16', '2016-02-01/2016-02-29'],
		['آب 2015', '2015-08-01/2015-08-31'],
		['2015-09~', '2015-09-01/2015-09-30'],
		['201X', '2010-01-01/2019-12-31'],
		['2015-09-01/2015-09-24', '2015-09-01/2015-09-24'],
		['1-5 September 2015', '2015-09-01/2015-09-05'],
		['1 – 5 September 2015', '2015-09-01/2015-09-05'],
		['August - September 2015', '2015-08-01/2015-09-30'],
		['01/09/2015 - 24/09/2015', '2015-09-01/2015-09-24']
	])('reads %s', (text, days) => {
		expect(written(parseDays(text, 'day-first'))).toBe(days);
	});

	it('may have the month first', () => {
		expect(written(parseDays('03/04/2015', 'day-first'))).toBe('2015-04-03');
		expect(written(parseDays('03/04/2015', 'month-first'))).toBe('2015-03-04');
		expect(written(parseDays('03.04.2015', 'month-first'))).toBe('2015-04-03');
	});

	it('may be open', () => {
		expect(parseDays('../2015-09-24', 'day-first')?.from).toBe(firstDay);
		expect(parseDays('2015-09-24/..', 'day-first')?.to).toBe(lastDay);
	});

	it.each([
		'',
		'unknown',
		'2015-02-30',
		'31/02/2015',
		'45/45/2015',
		'12',
		'May',
		'Site 2015 A',
		'36.2, 37.1',
		'2015-13-01',
		'../..'
	])('is not %j', (text) => {
		expect(parseDays(text, 'day-first')).toBeNull();
	});

	it.each([
		[2015, '2015-01-01/2015-12-31'],
		[42271, '2015-09-24'],
		[42271.75, '2015-09-24'],
		[20150924, '2015-09-24'],
		[1443052800, '2015-09-24'],
		[1443052800000, '2015-09-24']
	])('may be the number %d', (value, days) => {
		expect(written(daysOfNumber(value))).toBe(days);
	});

	it.each([0, 12, -5, 999, 15_000, 20159999, NaN, 1e300])('is not the number %d', (value) => {
		expect(daysOfNumber(value)).toBeNull();
	});

	it('proves an order or none', () => {
		expect(orderProvedBy('25/12/2015')).toBe('day-first');
		expect(orderProvedBy('12/25/2015')).toBe('month-first');
		expect(orderProvedBy('03/04/2015')).toBeNull();
		expect(orderProvedBy('04/04/2015')).toBeUndefined();
		expect(orderProvedBy('2015-12-25')).toBeUndefined();
	});

	it('reads back every day in every way to write it', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -20_000, max: 40_000 }),
				fc.constantFrom<DayOrder>('day-first', 'month-first'),
				(day, order) => {
					const [year, month, date] = isoOfDay(day).split('-');
					const numeric = order === 'day-first' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
					const named = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
						day * 86_400_000
					);
					const arabic = new Intl.DateTimeFormat('ar-SY-u-nu-arab', {
						dateStyle: 'long',
						timeZone: 'UTC'
					}).format(day * 86_400_000);
					for (const text of [isoOfDay(day), numeric, named, arabic])
						expect(parseDays(text, order), text).toEqual({ from: day, to: day });
				}
			)
		);
	});

	it('survives any text', () => {
		fc.assert(fc.property(fc.string(), (text) => void parseDays(text, 'day-first')));
		fc.assert(
			fc.property(fc.stringMatching(/^[0-9 /.XT:?~-]*$/), (text) => void parseDays(text, 'month-first'))
		);
		fc.assert(fc.property(fc.double(), (value) => void daysOfNumber(value)));
	});
});
