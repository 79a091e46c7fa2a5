import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, dayAt, endPosition, labelledYears, startPosition } from '$lib/features/timeline/axis';

const axis = { from: '2015-01-01', to: '2023-12-31' };
/** Mostly close together, so that they meet. */
const days = fc
	.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 120 }) }, fc.integer({ min: 0, max: 9 * 365 }))
	.map((day) => new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10));

describe('the axis', () => {
	it('is whole years around what is reported, and none without a date', () => {
		expect(axisOf({ from: '2015-07-01', to: '2023-06-30' })).toEqual(axis);
		expect(axisOf({ from: null, to: null })).toBeNull();
	});

	it('has a day at each place, and its place at each day', () => {
		fc.assert(
			fc.property(days, (day) => {
				const [start, end] = [startPosition(day, axis), endPosition(day, axis)];
				expect(start).toBeLessThan(end);
				expect(dayAt((start + end) / 2, axis)).toBe(day);
			})
		);
		expect([startPosition(axis.from, axis), endPosition(axis.to, axis)]).toEqual([0, 1]);
		expect([dayAt(-1, axis), dayAt(1, axis), dayAt(2, axis)]).toEqual([axis.from, axis.to, axis.to]);
	});

	it('keeps what lies beyond it at its ends', () => {
		expect([startPosition('1999-01-01', axis), endPosition('2050-01-01', axis)]).toEqual([0, 1]);
	});

	it('writes as many years as there is room for', () => {
		expect(labelledYears(axis)).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
		expect(labelledYears({ from: '1990-01-01', to: '2023-12-31' })).toEqual([
			1990, 1995, 2000, 2005, 2010, 2015, 2020
		]);
	});
});
