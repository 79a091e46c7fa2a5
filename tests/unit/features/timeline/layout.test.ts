import { firstDayOfMonth, lastDayOfMonth, monthOf } from '$lib/base/days';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
	axisOf,
	binAt,
	dayAt,
	endPosition,
	fractionAt,
	gripAt,
	guideOf,
	labelledYears,
	monthsByKey,
	monthsOf,
	moved,
	offsetAt,
	restarted,
	stacksOf,
	startPosition,
	stepped,
	stopsOf,
	windowOf,
	within,
	yearsOf,
	type TimeWindow,
	type WindowMode
} from '$lib/features/timeline/layout';
import {
	binText,
	countText,
	segmentText,
	spanEdtf,
	summaryText,
	undatedText,
	windowText
} from '$lib/features/timeline/words';
import { parseWhen } from '$lib/geodata/dates';
import { describeWhen } from '$lib/words/when';
import { inWindow, segmentOf, timelineOf, type Dated, type Segment } from '$lib/geodata/timeline';
import { compile } from '$lib/geodata/compile';
import { loadRecords } from '$lib/server/geodata';
import { overwriteGetLocale } from '$lib/words/compiled/runtime.js';

const axis = { from: '2015-01-01', to: '2023-12-31' };
const dated = (id: string, edtf: string): Dated => ({ id, when: { edtf, stated: null, inferred: null } });
const segment = (edtf: string): Segment => segmentOf(dated('r', edtf))!;
const timelineFrom = (edtfs: string[]) =>
	timelineOf(
		edtfs.map((edtf, index) => dated(String(index), edtf)),
		[],
		'month'
	);

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

	it('runs the other way where one reads from right to left', () => {
		const box = { left: 100, width: 400 };
		expect(fractionAt(200, box, false)).toBe(0.25);
		expect(fractionAt(200, box, true)).toBe(0.75);
		expect(fractionAt(0, box, true)).toBe(1);
		expect(fractionAt(900, box, false)).toBe(1);
		expect(fractionAt(5, { left: 0, width: 0 }, false)).toBe(0);
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 500 }), (x) => {
				expect(fractionAt(x, box, true)).toBeCloseTo(fractionAt(600 - x, box, false));
			})
		);
	});

	it('is held beside the plot, too, on either side', () => {
		const box = { left: 100, width: 400 };
		expect([80, 100, 500, 510].map((x) => offsetAt(x, box, false))).toEqual([-20, 0, 400, 410]);
		expect([510, 500, 100, 80].map((x) => offsetAt(x, box, true))).toEqual([-10, 0, 400, 420]);
		// The handle at the beginning is at the right there, and reaches out to the right.
		expect(gripAt(offsetAt(510, box, true), 0, 400, 22, false)).toBe('from');
		expect(gripAt(offsetAt(80, box, true), 0, 400, 22, false)).toBe('to');
	});

	it('goes on by the arrow that points where time runs to', () => {
		const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Tab'];
		expect(keys.map((key) => monthsByKey(key, false))).toEqual([1, -1, 1, -1, 12, -12, null]);
		expect(keys.map((key) => monthsByKey(key, true))).toEqual([-1, 1, 1, -1, 12, -12, null]);
	});

	it('writes as many years as there is room for', () => {
		expect(labelledYears(axis)).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
		expect(labelledYears({ from: '1990-01-01', to: '2023-12-31' })).toEqual([
			1990, 1995, 2000, 2005, 2010, 2015, 2020
		]);
	});
});

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

describe('what the pointer holds', () => {
	it.each([
		[95, 'from'],
		[105, 'from'],
		[60, 'new'],
		[150, 'window'],
		[195, 'to'],
		[210, 'to'],
		[250, 'new']
	])('at %i is %s', (x, grip) => {
		expect(gripAt(x, 100, 200, 22, true)).toBe(grip);
	});

	it('leaves room to move a window that is narrower than two fingers', () => {
		expect([99, 101, 106, 111, 113].map((x) => gripAt(x, 100, 112, 22, true))).toEqual([
			'from',
			'from',
			'window',
			'to',
			'to'
		]);
	});

	it('makes a new window where none is bound, and has one handle up to a day', () => {
		expect(gripAt(150, 0, 300, 22, false)).toBe('new');
		expect(gripAt(5, 0, 300, 22, false)).toBe('from');
		expect(gripAt(5, null, 300, 22, false)).toBe('to');
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

describe('the histogram', () => {
	it('turns months into years, where what lay across months may lie inside', () => {
		const [first, second] = yearsOf(
			timelineFrom(['2015-11', '2015-03/2015-05', '2015-12/2016-01', '../2016']).bins
		);
		expect(first).toEqual({
			from: '2015-01-01',
			to: '2015-12-31',
			inside: ['0', '1'],
			across: ['2'],
			open: []
		});
		expect(second).toMatchObject({ inside: [], across: ['2'], open: ['3'] });
	});

	it('is by years what it would be if it had been counted by years', () => {
		fc.assert(
			fc.property(fc.array(dates, { maxLength: 12 }), (edtfs) => {
				const reports = edtfs.map((edtf, index) => dated(String(index), edtf));
				const sorted = (bins: ReturnType<typeof yearsOf>) =>
					bins.map((bin) => ({
						...bin,
						inside: [...bin.inside].sort(),
						across: [...bin.across].sort(),
						open: [...bin.open].sort()
					}));
				expect(sorted(yearsOf(timelineOf(reports, [], 'month').bins))).toEqual(
					sorted(timelineOf(reports, [], 'year').bins)
				);
			})
		);
	});

	it('draws an imprecise report as one box, as wide as it is, and the certain ones upon it', () => {
		expect(stacksOf(timelineFrom(['2022-01/2022-03', '2022-02-05', '../2022-02']).bins)).toEqual({
			boxes: [
				{ from: '2022-01-01', to: '2022-03-31', low: 0, high: 1, kind: 'across' },
				{ from: '2022-02-01', to: '2022-02-28', low: 1, high: 2, kind: 'inside' },
				{ from: '2022-02-01', to: '2022-02-28', low: 2, high: 3, kind: 'open' }
			],
			tops: [1, 3, 1]
		});
	});

	it('has a place for every report, and no two in one', () => {
		fc.assert(
			fc.property(fc.array(dates, { maxLength: 12 }), (edtfs) => {
				const { bins, segments } = timelineFrom(edtfs);
				const { boxes, tops } = stacksOf(bins);
				expect(boxes.reduce((sum, { low, high }) => sum + high - low, 0)).toBe(segments.length);
				for (const [index, a] of boxes.entries()) {
					expect(bins.some(({ from }) => from === a.from) && bins.some(({ to }) => to === a.to)).toBe(true);
					for (const b of boxes.slice(index + 1)) {
						const beside = a.to < b.from || b.to < a.from;
						expect(beside || a.high <= b.low || b.high <= a.low).toBe(true);
					}
				}
				for (const [index, { inside, across, open }] of bins.entries())
					expect(tops[index]).toBeGreaterThanOrEqual(inside.length + across.length + open.length);
			})
		);
	});

	it('knows the month or year of a day, with or without reports', () => {
		const { bins } = timelineFrom(['2016-02-10', '2016-04']);
		expect(binAt('2016-02-29', bins, 'month').inside).toEqual(['0']);
		expect(binAt('2016-03-15', bins, 'month')).toMatchObject({
			from: '2016-03-01',
			to: '2016-03-31',
			inside: []
		});
		expect(binAt('2016-12-31', bins, 'year').inside).toEqual(['0', '1']);
		expect(binAt('2020-02-03', bins, 'month')).toMatchObject({ from: '2020-02-01', to: '2020-02-29' });
	});

	it('has a line at a round number', () => {
		expect([0, 1, 4, 5, 14, 20, 99, 730].map(guideOf)).toEqual([0, 1, 2, 5, 10, 20, 50, 500]);
	});
});

describe('the words', () => {
	afterEach(() => overwriteGetLocale(() => 'en'));

	it.each([
		[null, null, 'All dates'],
		['2015-07-01', '2015-12-31', 'July – December 2015'],
		['2015-07-01', '2022-09-30', 'July 2015 – September 2022'],
		['2021-01-01', '2022-12-31', '2021 – 2022'],
		['2022-09-01', '2022-09-30', 'September 2022'],
		['2022-08-31', '2022-09-02', '31 August – 2 September 2022'],
		[null, '2022-09-30', 'up to September 2022'],
		[null, '2022-09-17', 'up to 17 September 2022'],
		['2015-07-01', null, 'from July 2015']
	])('%s to %s is “%s”', (from, to, text) => {
		expect(windowText({ from, to })).toBe(text);
	});

	it.each([
		['../2022-09', 'by September 2022'],
		['../2015-09-24', 'by 24 September 2015'],
		['2022-08-31', '31 August 2022'],
		['2019-03-18?', '18 March 2019 (uncertain)'],
		['2012/..', 'from 2012']
	])('of %s are “%s”', (edtf, text) => {
		expect(segmentText(segment(edtf))).toBe(text);
	});

	it('say of any two days nothing that they do not mean', () => {
		fc.assert(
			fc.property(days, days, (a, b) => {
				const [from, to] = [a, b].sort() as [string, string];
				expect(parseWhen(spanEdtf(from, to))).toEqual({ earliest: from, latest: to });
			})
		);
	});

	it('count', () => {
		expect(countText(12, 41)).toBe('12 of 41 reports');
		expect(countText(1, 1)).toBe('1 report');
		expect(binText(timelineFrom(['2022-09-01', '../2022-09']).bins[0]!)).toBe(
			'September 2022: 1 in it, 1 by then'
		);
		expect(binText(timelineFrom(['2022', '2023']).bins[0]!)).toBe('January 2022: 1 perhaps');
	});

	it('say what becomes of reports without a date, as the filter does it', () => {
		const bound = { from: '2015-01-01', to: null };
		expect(undatedText(0, bound)).toBe('');
		expect(undatedText(3, bound)).toBe('3 without a date left out');
		expect(undatedText(1, { from: null, to: null })).toBe('1 without a date not drawn');
		expect(inWindow(dated('r', '../..'), bound.from, bound.to)).toBe(false);
		expect(inWindow(dated('r', '../..'), null, null)).toBe(true);
	});

	it('sum up the drawing of the records', () => {
		const { reports, sites } = compile(loadRecords());
		const timeline = timelineOf(reports, sites, 'month');
		expect(summaryText(timeline)).toBe(
			`${reports.length} reports, July 2015 – June 2023; most in September 2022.`
		);
		expect(summaryText(timelineFrom(['2022-09', '2022-09-05']))).toBe('2 reports, September 2022');
		expect(summaryText(timelineOf([], [], 'month'))).toBe('Nothing is reported with these filters.');
	});

	it('are in the language of the reader', () => {
		overwriteGetLocale(() => 'ar');
		expect(windowText({ from: null, to: null })).toBe('كل التواريخ');
		expect(windowText({ from: null, to: '2022-09-30' })).toBe(`حتى ${describeWhen('2022-09', 'ar')}`);
		expect(windowText({ from: '2015-07-01', to: null })).toBe(describeWhen('2015-07/..', 'ar'));
		expect(countText(12, 41)).toBe('١٢ من ٤١ تقريرًا');
		expect([1, 2, 3, 11].map((all) => countText(all, all))).toEqual([
			'تقرير واحد',
			'تقريران',
			'٣ تقارير',
			'١١ تقريرًا'
		]);
		expect(binText(timelineFrom(['2022-09-01', '../2022-09']).bins[0]!)).toBe(
			`${describeWhen('2022-09', 'ar')}: ١ ضمنه، ١ بحلوله`
		);
		expect(undatedText(3, { from: null, to: null })).toBe('دون تاريخ وغير مرسومة: ٣');
	});
});
