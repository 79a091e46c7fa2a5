import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
	binText,
	countText,
	segmentText,
	spanEdtf,
	summaryText,
	undatedText,
	windowText
} from '$lib/features/timeline/words';
import { compile } from '$lib/geodata/compile';
import { parseWhen } from '$lib/geodata/dates';
import { inWindow, segmentOf, timelineOf, type Dated, type Segment } from '$lib/geodata/timeline';
import { describeWhen } from '$lib/words/when';
import { overwriteGetLocale } from '$lib/words/compiled/runtime.js';
import { firstRecords } from '../../records';

const dated = (id: string, edtf: string): Dated => ({ id, when: { edtf, stated: null, inferred: null } });
const segment = (edtf: string): Segment => segmentOf(dated('r', edtf))!;
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
		const { reports, sites } = compile(firstRecords());
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
