import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOfMonth, lastDayOfMonth, monthOf } from '$lib/base/days';
import {
	monthsOf,
	moved,
	restarted,
	stepped,
	stopsOf,
	windowOf,
	within,
	type TimeWindow,
	type WindowMode
} from '$lib/features/timeline/window';
import { inWindow, segmentOf, type Dated, type Segment } from '$lib/geodata/timeline';

const axis = { from: '2015-01-01', to: '2023-12-31' };
const dated = (id: string, edtf: string): Dated => ({ id, when: { edtf, stated: null, inferred: null } });
const segment = (edtf: string): Segment => segmentOf(dated('r', edtf))!;
const months = fc.integer({ min: monthOf(axis.from), max: monthOf(axis.to) });
/** Mostly close together, so that they meet. */
const days = fc
	.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 120 }) }, fc.integer({ min: 0, max: 9 * 365 }))
	.map((day) => new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10));
const windows = fc.tuple(months, months).map(([first, last]) => windowOf({ first, last }, axis));
const dates = fc.oneof(
	days,
	days.map((day) => day.slice(0, 7)),
	days.map((day) => day.slice(0, 4)),
	days.map((day) => `${day}?`),
	days.map((day) => `../${day.slice(0, 7)}`),
	days.map((day) => `../${day.slice(0, 4)}`),
	days.map((day) => `${day}/..`),
	fc
		.tuple(days, days)
		.filter(([a, b]) => a !== b)
		.map((pair) => pair.sort().join('/'))
);

describe('windows of months', () => {
	it('are not bound where they reach the end of the axis', () => {
		expect(windowOf({ first: monthOf('2015-01-01'), last: monthOf('2016-02-01') }, axis)).toEqual({
			from: null,
			to: '2016-02-29'
		});
		expect(windowOf({ first: monthOf('2022-03-05'), last: monthOf('2015-06-30') }, axis)).toEqual({
			from: '2015-06-01',
			to: '2022-03-31'
		});
	});

	it('snap, and are the same when read and written again', () => {
		fc.assert(
			fc.property(windows, (window) => {
				if (window.from) expect(window.from.endsWith('-01')).toBe(true);
				if (window.to) expect(window.to).toBe(lastDayOfMonth(monthOf(window.to)));
				expect(windowOf(monthsOf(window, axis), axis)).toEqual(window);
			})
		);
	});

	it('take any days of an address, on the axis or not', () => {
		expect(monthsOf({ from: '1990-05-05', to: '2050-01-01' }, axis)).toEqual({
			first: monthOf(axis.from),
			last: monthOf(axis.to)
		});
		const { first, last } = monthsOf({ from: '2022-05-17', to: '2016-01-01' }, axis);
		expect(first).toBeLessThanOrEqual(last);
	});

	it('move without growing, and stay on the axis', () => {
		fc.assert(
			fc.property(months, months, fc.integer({ min: -200, max: 200 }), (a, b, by) => {
				const before = { first: Math.min(a, b), last: Math.max(a, b) };
				const after = moved(before, by, axis);
				expect(after.last - after.first).toBe(before.last - before.first);
				expect(after.first).toBeGreaterThanOrEqual(monthOf(axis.from));
				expect(after.last).toBeLessThanOrEqual(monthOf(axis.to));
			})
		);
	});

	it('hold a report that touches them with its first or last day', () => {
		const window = { from: '2022-09-01', to: '2022-09-30' };
		const held = ['2022-08-31', '2022-09-01', '2022-09-30', '2022-10-01', '2022', '../2022-08'];
		expect(held.map((edtf) => within(segment(edtf), window))).toEqual([
			false,
			true,
			true,
			false,
			true,
			false
		]);
	});

	it('hold just the reports that the filter of the map holds', () => {
		fc.assert(
			fc.property(dates, windows, (edtf, window) => {
				expect(within(segment(edtf), window)).toBe(inWindow(dated('r', edtf), window.from, window.to));
			})
		);
	});
});

describe('stepping and playing', () => {
	const stops = stopsOf(['2015-09-24', '2022/2022-09', '../2023-06'].map(segment));
	const run = (window: TimeWindow, mode: WindowMode, direction: 1 | -1) => {
		const seen: TimeWindow[] = [];
		let next = stepped(window, mode, direction, stops, axis);
		while (next) {
			seen.push(next);
			if (seen.length > 50) throw new Error('it never ends');
			next = stepped(next, mode, direction, stops, axis);
		}
		return seen;
	};

	it('stops where a report comes or goes, and skips the months without news', () => {
		expect(stops.map(firstDayOfMonth)).toEqual(['2015-09-01', '2022-01-01', '2022-09-01', '2023-06-01']);
		expect(run({ from: null, to: null }, 'window', 1)).toEqual([
			{ from: '2015-09-01', to: '2015-09-30' },
			{ from: '2022-01-01', to: '2022-01-31' },
			{ from: '2022-09-01', to: '2022-09-30' },
			{ from: '2023-06-01', to: '2023-06-30' }
		]);
	});

	it('begins at the end when it goes back', () => {
		expect(run({ from: null, to: null }, 'window', -1).map(({ to }) => to)).toEqual([
			'2023-06-30',
			'2022-09-30',
			'2022-01-31',
			'2015-09-30'
		]);
	});

	it('moves the end alone up to a day', () => {
		expect(stepped({ from: null, to: null }, 'upto', 1, stops, axis)).toBeNull();
		expect(restarted({ from: null, to: null }, 'upto', stops, axis)).toEqual({
			from: null,
			to: '2015-09-30'
		});
		expect(stepped({ from: null, to: '2015-09-30' }, 'upto', 1, stops, axis)).toEqual({
			from: null,
			to: '2022-01-31'
		});
	});

	it('has nowhere to go without reports', () => {
		expect(stepped({ from: null, to: null }, 'window', 1, [], axis)).toBeNull();
		expect(restarted({ from: null, to: null }, 'window', [], axis)).toBeNull();
	});

	it('keeps the length of a window, always goes on and always ends', () => {
		const places = fc
			.uniqueArray(months, { minLength: 1, maxLength: 12 })
			.map((list) => list.sort((a, b) => a - b));
		fc.assert(
			fc.property(
				windows,
				places,
				fc.constantFrom<WindowMode>('window', 'upto'),
				fc.constantFrom<1 | -1>(1, -1),
				(window, list, mode, direction) => {
					const start = mode === 'upto' ? { ...window, from: null } : window;
					const open = start.from === null && start.to === null;
					const before = monthsOf(start, axis);
					let last = before;
					let steps = 0;
					for (
						let next = stepped(start, mode, direction, list, axis);
						next && steps < 20;
						next = stepped(next, mode, direction, list, axis)
					) {
						const now = monthsOf(next, axis);
						if (steps > 0 || !open) expect(Math.sign(now.last - last.last)).toBe(direction);
						if (mode === 'window') {
							expect(now.last - now.first).toBe(open ? 0 : before.last - before.first);
							expect(list.some((month) => month >= now.first && month <= now.last)).toBe(true);
						}
						last = now;
						steps += 1;
					}
					expect(steps).toBeLessThanOrEqual(list.length);
				}
			)
		);
	});
});
