import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { parseWhen } from '$lib/geodata/dates';
import { inWindow, segmentOf, timelineOf, type Dated } from '$lib/geodata/timeline';
import { firstRecords } from '../records';

const dated = (id: string, edtf: string): Dated => ({ id, when: { edtf, stated: null, inferred: null } });
const at = (edtf: string) => dated('r', edtf);

describe('the segment of a report', () => {
	it.each([
		['2022-08-31', '2022-08-31', '2022-08-31', 'exact', null],
		['2022-08-31/2022-09-02', '2022-08-31', '2022-09-02', 'exact', null],
		['2022-08-31?', '2022-08-31', '2022-08-31', 'imprecise', null],
		['2015-11', '2015-11-01', '2015-11-30', 'imprecise', null],
		['2015-07?/2015-09-24', '2015-07-01', '2015-09-24', 'imprecise', null],
		['201X', '2010-01-01', '2019-12-31', 'imprecise', null],
		['../2015-09-24', '2015-09-24', '2015-09-24', 'open', 'start'],
		['../2022-09', '2022-09-01', '2022-09-30', 'open', 'start'],
		['2012/..', '2012-01-01', '2012-12-31', 'open', 'end'],
		['2012-05-03/', '2012-05-03', '2012-05-03', 'open', 'end']
	])('%s is as wide as what is known of it', (edtf, from, to, kind, open) => {
		expect(segmentOf(at(edtf))).toMatchObject({ report: 'r', from, to, kind, open });
	});

	it('says what is not certain to the day', () => {
		expect(
			['2015', '2015-11', '2015-11-03~', '../2015-11', '2015-11-03', '../2015-11-03'].map(
				(edtf) => segmentOf(at(edtf))?.imprecise
			)
		).toEqual([true, true, true, true, false, false]);
	});

	it('is none where the date is open on both sides', () => {
		expect(segmentOf(at('../..'))).toBeNull();
	});
});

describe('the two modes', () => {
	it('has a report in each window that it may speak of', () => {
		expect(inWindow(at('2022-08'), '2022-08-15', '2022-12-31')).toBe(true);
		expect(inWindow(at('2022-08'), '2022-09-01', '2022-12-31')).toBe(false);
		expect(inWindow(at('2022-08-31'), '2022-08-31', '2022-08-31')).toBe(true);
		expect(inWindow(at('2022-08'), null, '2022-07-31')).toBe(false);
		expect(inWindow(at('2022-08'), '2022-08-31', null)).toBe(true);
	});

	it('never has a report “by then” in a window before', () => {
		expect(inWindow(at('../2015-09-24'), '2015-01-01', '2015-09-23')).toBe(false);
		expect(inWindow(at('../2015-09-24'), '2015-09-24', '2015-12-31')).toBe(true);
		expect(inWindow(at('2012/..'), '2013-01-01', '2020-12-31')).toBe(false);
	});

	it('has all up to a day, and not those after', () => {
		expect(inWindow(at('2015'), null, '2022-01-01')).toBe(true);
		expect(inWindow(at('2015'), null, '2015-01-01')).toBe(true);
		expect(inWindow(at('2015'), null, '2014-12-31')).toBe(false);
		expect(inWindow(at('2015'), null, null)).toBe(true);
	});

	it('has one with no date only where nothing is bound', () => {
		expect(inWindow(at('../..'), null, null)).toBe(true);
		expect(inWindow(at('../..'), '2015-01-01', null)).toBe(false);
	});
});

describe('the timeline', () => {
	const reports = [
		dated('a', '2015-11'),
		dated('b', '2018-12/2019-03'),
		dated('c', '../2022-09'),
		dated('d', '../..')
	];
	const sites = [
		{ id: 'one', reports: [{ id: 'c' }, { id: 'a' }] },
		{ id: 'two', reports: [{ id: 'd' }] },
		{ id: 'three', reports: [{ id: 'elsewhere' }] }
	];

	it('counts by year what lies in it, across it and open', () => {
		const { from, to, segments, bins, undated } = timelineOf(reports, sites);
		expect(segments.map(({ report }) => report)).toEqual(['a', 'b', 'c']);
		expect([from, to, undated]).toEqual(['2015-11-01', '2022-09-30', ['d']]);
		expect(bins).toHaveLength(8);
		expect(bins[0]).toEqual({ from: '2015-01-01', to: '2015-12-31', inside: ['a'], across: [], open: [] });
		expect(bins.map(({ across }) => across.length)).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
		expect(bins.at(-1)).toMatchObject({ inside: [], open: ['c'] });
	});

	it('counts by month', () => {
		const { bins } = timelineOf([dated('a', '2019-12-31'), dated('b', '2020-02')], [], 'month');
		expect(bins.map(({ from, to }) => [from, to])).toEqual([
			['2019-12-01', '2019-12-31'],
			['2020-01-01', '2020-01-31'],
			['2020-02-01', '2020-02-29']
		]);
		expect(bins.map(({ inside }) => inside)).toEqual([['a'], [], ['b']]);
	});

	it('has a bar for each site with a date, in order, and nothing between two reports', () => {
		const { bars } = timelineOf(reports, sites);
		expect(bars).toHaveLength(1);
		expect(bars[0]).toMatchObject({ site: 'one', from: '2015-11-01', to: '2022-09-30' });
		expect(bars[0]!.segments.map(({ report, from, to }) => [report, from, to])).toEqual([
			['a', '2015-11-01', '2015-11-30'],
			['c', '2022-09-01', '2022-09-30']
		]);
	});

	it('is empty without dates', () => {
		expect(timelineOf([], sites)).toEqual({
			from: null,
			to: null,
			segments: [],
			bins: [],
			bars: [],
			undated: []
		});
	});

	const two = (number: number) => String(number).padStart(2, '0');
	const moments = fc
		.tuple(
			fc.integer({ min: 1990, max: 2030 }),
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 1, max: 28 }),
			fc.constantFrom('', '?', '~')
		)
		.chain(([year, month, day, mark]) =>
			fc.constantFrom(
				`${year}${mark}`,
				`${year}-${two(month)}${mark}`,
				`${year}-${two(month)}-${two(day)}${mark}`
			)
		);
	const dates = fc.oneof(
		moments,
		moments.map((moment) => `../${moment}`),
		moments.map((moment) => `${moment}/..`),
		fc
			.tuple(moments, moments)
			.map(([a, b]) => [a, b].sort().join('/'))
			.filter((edtf) => {
				try {
					return parseWhen(edtf) !== null;
				} catch {
					return false;
				}
			})
	);

	it('claims no day that the reports do not, whatever their dates', () => {
		fc.assert(
			fc.property(
				fc.array(dates, { minLength: 1, maxLength: 12 }),
				fc.constantFrom('year', 'month'),
				(edtfs, unit) => {
					const list = edtfs.map((edtf, index) => dated(String(index), edtf));
					const { from, to, bins, bars } = timelineOf(
						list,
						[{ id: 's', reports: list }],
						unit as 'year' | 'month'
					);
					const { segments } = bars[0]!;
					expect([bars[0]!.from, bars[0]!.to]).toEqual([from, to]);
					expect(segments.map(({ report }) => report).sort()).toEqual(list.map(({ id }) => id).sort());
					for (const segment of segments) {
						const { earliest, latest } = parseWhen(edtfs[Number(segment.report)]!);
						expect(segment.from <= segment.to).toBe(true);
						expect(segment.from >= from! && segment.to <= to!).toBe(true);
						if (earliest) expect(segment.from >= earliest).toBe(true);
						if (latest) expect(segment.to <= latest).toBe(true);
						const report = list[Number(segment.report)]!;
						expect(inWindow(report, segment.from, segment.to)).toBe(true);
						expect(inWindow(report, null, segment.from)).toBe(true);
						const own = bins.filter((bin) =>
							[...bin.inside, ...bin.across, ...bin.open].includes(segment.report)
						);
						expect(own.length).toBeGreaterThan(0);
						expect(own[0]!.from <= segment.from && own.at(-1)!.to >= segment.to).toBe(true);
						for (const bin of own) expect(bin.from <= segment.to && bin.to >= segment.from).toBe(true);
					}
					for (const [index, bin] of bins.entries())
						if (index > 0) expect(bin.from > bins[index - 1]!.to).toBe(true);
				}
			)
		);
	});
});

describe('the timeline of the records', () => {
	const dataset = compile(firstRecords());
	const timeline = timelineOf(dataset.reports, dataset.sites);

	it('runs from 2015 to 2023 and has a bar for every site', () => {
		expect(timeline.from?.slice(0, 4)).toBe('2015');
		expect(timeline.to?.slice(0, 4)).toBe('2023');
		expect(timeline.bars.map(({ site }) => site)).toEqual(dataset.sites.map(({ id }) => id));
	});

	it('is silent in the years of which no article speaks', () => {
		for (const { from, inside, across, open } of timeline.bins) {
			if (['2016', '2017', '2020', '2021'].includes(from.slice(0, 4)))
				expect([inside, across, open].flat()).toEqual([]);
		}
		const between = dataset.reports.filter((report) => inWindow(report, '2020-01-01', '2021-12-31'));
		expect(between).toEqual([]);
	});
});
