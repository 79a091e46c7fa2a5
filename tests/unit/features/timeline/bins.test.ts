import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binAt, guideOf, stacksOf, yearsOf } from '$lib/features/timeline/bins';
import { timelineOf, type Dated } from '$lib/geodata/timeline';

const dated = (id: string, edtf: string): Dated => ({ id, when: { edtf, stated: null, inferred: null } });
const timelineFrom = (edtfs: string[]) =>
	timelineOf(
		edtfs.map((edtf, index) => dated(String(index), edtf)),
		[],
		'month'
	);
/** Mostly close together, so that they meet. */
const days = fc
	.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 120 }) }, fc.integer({ min: 0, max: 9 * 365 }))
	.map((day) => new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10));
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
