import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	dayOfDate,
	dayOfIso,
	daysInMonth,
	firstDayOfMonth,
	isoOfDay,
	lastDayOfMonth,
	monthOf
} from '../../../src/lib/base/days';

const days = fc.integer({ min: dayOfIso('0100-01-01'), max: dayOfIso('9999-11-30') });

describe('a day', () => {
	it('is counted since 1970-01-01', () => {
		expect(dayOfIso('1970-01-01')).toBe(0);
		expect(dayOfIso('1969-12-31')).toBe(-1);
		expect(dayOfIso('2000-03-01')).toBe(11017);
		expect(dayOfIso('2015-02-30x')).toBeNaN();
	});

	it('is the same as an ISO day, a number and a date', () => {
		fc.assert(
			fc.property(days, (day) => {
				const iso = isoOfDay(day);
				expect(dayOfIso(iso)).toBe(day);
				const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
				expect(dayOfDate(year, month, date)).toBe(day);
			})
		);
	});

	it('goes over the ends of a month', () => {
		expect(isoOfDay(dayOfDate(2024, 3, 0))).toBe('2024-02-29');
		expect(isoOfDay(dayOfDate(2015, 13, 1))).toBe('2016-01-01');
	});
});

describe('a month', () => {
	it('has as many days as lie between its first and its last', () => {
		expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
		fc.assert(
			fc.property(days, (day) => {
				const iso = isoOfDay(day);
				const [first, last] = [firstDayOfMonth(monthOf(iso)), lastDayOfMonth(monthOf(iso))];
				expect(first <= iso && iso <= last).toBe(true);
				expect(dayOfIso(last) - dayOfIso(first) + 1).toBe(
					daysInMonth(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)))
				);
			})
		);
	});
});
