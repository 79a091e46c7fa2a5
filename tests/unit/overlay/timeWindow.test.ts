import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '$lib/overlay/table';
import { dayOfIso, type Days } from '$lib/base/days';
import { crossed, daysBetween } from '$lib/overlay/timeWindow';

describe('the time', () => {
	const days = fc.option(
		fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(9999)).map(([from, length]) => ({
			from,
			to: from + length
		}))
	);
	const holds = (window: Days | null, day: number) => !window || (day >= window.from && day <= window.to);

	it('of a layer and of the page together holds what is in both', () => {
		fc.assert(
			fc.property(days, days, fc.integer({ min: -20000, max: 20000 }), (one, other, day) => {
				expect(holds(crossed(one, other), day)).toBe(holds(one, day) && holds(other, day));
			})
		);
	});

	it('of the page is in ISO days', () => {
		expect(daysBetween(null, null)).toBeNull();
		expect(daysBetween('1970-01-02', null)).toEqual({ from: 1, to: lastDay });
		expect(daysBetween(null, '2015-09-24')).toEqual({ from: firstDay, to: dayOfIso('2015-09-24') });
	});
});
