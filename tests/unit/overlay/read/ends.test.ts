/** Rows that last from one date to another: what is between shows them, and the time reaches their latest end. */
import { describe, expect, it } from 'vitest';
import { datesOverTime, maskOf } from '../../../../src/lib/overlay/query/filter';
import { dayOfIso, noDay } from '../../../../src/lib/base/days';
import type { Choices } from '../../../../src/lib/overlay/read/read';
import { lastDay, type DateColumn } from '../../../../src/lib/overlay/table';
import { cellsOf, exampleOf, problemsOf, tableOf, wholeOf } from '../made';

const window = (from: string, to: string) => ({ window: { from: dayOfIso(from), to: dayOfIso(to) } });
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

async function spansOf(text: string, choices: Choices = {}) {
	const table = await tableOf(text, choices);
	const { from, to } = table.columns[table.roles.date!] as DateColumn;
	return Array.from(from, (day, row) =>
		day === noDay ? null : [iso(day), to[row] === lastDay ? '..' : iso(to[row]!)].join(' ')
	);
}

describe('a row with a beginning and an end', () => {
	it.each([
		['start,end', '2012,2019', '2012-01-01 2019-12-31'],
		['start_date,end_date', '2012-01-01,2019-05-05', '2012-01-01 2019-05-05'],
		['DateStart,DateEnd', '2012-01-01,2019-05-05', '2012-01-01 2019-05-05'],
		['first_seen,last_seen', '2012-01-01,2019-05', '2012-01-01 2019-05-31'],
		['valid_from,valid_until', '2012-01-01,2019-05-05', '2012-01-01 2019-05-05'],
		['from,to', '01/02/2012,25/12/2019', '2012-02-01 2019-12-25'],
		['reference_period_start,reference_period_end', '2012-01-01,2019-05-05', '2012-01-01 2019-05-05'],
		['date,end date', '2012-01-01,2019-05-05', '2012-01-01 2019-05-05'],
		['date', '2012/2019', '2012-01-01 2019-12-31']
	])('in %s', async (names, cells, span) => {
		const text = `name,lat,lon,${names}\nA,36,37,${cells}\n`;
		expect(await spansOf(text)).toEqual([span]);
		const table = await tableOf(text);
		// The window shows what overlaps it, and the time reaches the end.
		expect([...maskOf(table, window('2015-01-01', '2016-12-31'))]).toEqual([1]);
		expect([...maskOf(table, window('2020-01-01', '2020-12-31'))]).toEqual([0]);
		expect(iso(datesOverTime(table, 10)!.last)).toBe(span.split(' ')[1]);
		// The cells stay as they are.
		expect(cellsOf(table)[0]!.slice(3).join(',')).toBe(cells);
	});

	it('goes on where most rows have an end and it has none; else it is of its day', async () => {
		const rows = (...ends: string[]) =>
			`lat,lon,start,end\n${ends.map((end) => `36,37,2012-01-01,${end}\n`).join('')}`;
		expect(await spansOf(rows('2013-01-01', '2014-01-01', ''))).toEqual([
			'2012-01-01 2013-01-01',
			'2012-01-01 2014-01-01',
			'2012-01-01 ..'
		]);
		expect(await spansOf(rows('2013-01-01', '', ''))).toEqual([
			'2012-01-01 2013-01-01',
			'2012-01-01 2012-01-01',
			'2012-01-01 2012-01-01'
		]);
		// An open end does not stretch the time.
		const table = await tableOf(rows('2013-01-01', '2014-01-01', ''));
		expect(iso(datesOverTime(table, 10)!.last)).toBe('2014-01-01');
	});

	it('whose end is before it or no date is told', async () => {
		const text = 'lat,lon,start,end\n36,37,2012-01-01,2011-01-01\n36,37,2012-01-01,later\n36,37,2012,2013\n';
		expect(await problemsOf(text)).toEqual(['end-before-start 1', 'unreadable-date 1']);
		expect((await spansOf(text)).slice(0, 2)).toEqual(['2012-01-01 2012-01-01', '2012-01-01 2012-01-01']);
	});

	it('is corrected', async () => {
		const text = 'lat,lon,start,end,other\n36,37,2012-01-01,2013-01-01,2014-01-01\n';
		expect((await wholeOf(text)).guesses.until).toBe(3);
		expect((await wholeOf(text, { until: null })).guesses.until).toBeNull();
		const { table, guesses } = await wholeOf(text, { until: 4 });
		expect(guesses.until).toBe(4);
		expect(iso(datesOverTime(table, 10)!.last)).toBe('2014-01-01');
		expect((await wholeOf(text, { until: 99 })).guesses.until).toBe(3);
		expect((await wholeOf('lat,lon,tostart,toend\n36,37,a,b\n')).guesses.until).toBeNull();
	});
});

describe('a date', () => {
	it.each([
		['2011', '2011-01-01 2011-12-31'],
		['2015-09', '2015-09-01 2015-09-30'],
		['2015-09-00', '2015-09-01 2015-09-30'],
		['2015-00-00', '2015-01-01 2015-12-31'],
		['2015-09-24', '2015-09-24 2015-09-24']
	])('is as precise as it is written: %s', async (cell, span) => {
		const text = `lat,lon,date\n36,37,${cell}\n`;
		expect(await spansOf(text)).toEqual([span]);
		expect(cellsOf(await tableOf(text))[0]![2]).toBe(cell);
	});

	it('of two years is asked, and read as the reader says', async () => {
		const text = 'lat,lon,date\n36,37,2016-20\n36,37,2016-22\n36,37,2015-09\n';
		const asked = await wholeOf(text);
		expect(asked.guesses).toMatchObject({ yearPairs: 'none', yearPair: '2016-20' });
		// Until then 2016-22 is the summer of 2016, as EDTF has it.
		expect(await spansOf(text)).toEqual([null, '2016-06-01 2016-08-31', '2015-09-01 2015-09-30']);
		for (const [yearPairs, first, second] of [
			['span', '2016-01-01 2020-12-31', '2016-01-01 2022-12-31'],
			['first', '2016-01-01 2016-12-31', '2016-01-01 2016-12-31'],
			['last', '2020-01-01 2020-12-31', '2022-01-01 2022-12-31'],
			['none', null, '2016-06-01 2016-08-31']
		] as const) {
			expect(await spansOf(text, { yearPairs })).toEqual([first, second, '2015-09-01 2015-09-30']);
			expect((await wholeOf(text, { yearPairs })).guesses).toMatchObject({ yearPairs, yearPair: '2016-20' });
		}
		expect(cellsOf(await tableOf(text, { yearPairs: 'span' }))[0]![2]).toBe('2016-20');
	});

	it.each(['2016-20', '2016/20', '2016–20', '٢٠١٦-٢٠'])('of two years may be written %s', async (cell) => {
		const { guesses } = await wholeOf(`lat,lon,date\n36,37,${cell}\n`, { yearPairs: 'span' });
		expect(guesses.yearPair).toBe(cell);
		expect(await spansOf(`lat,lon,date\n36,37,${cell}\n`, { yearPairs: 'span' })).toEqual([
			'2016-01-01 2020-12-31'
		]);
	});

	it.each(['2016-12', '2016-14', '2016-16', '2016-2', '20-16', '2016-20-01'])(
		'is not of two years: %s',
		async (cell) => {
			const { guesses } = await wholeOf(`lat,lon,date\n36,37,2015-09-24\n36,37,${cell}\n36,37,2015\n`);
			expect(guesses).toMatchObject({ yearPairs: null, yearPair: null });
		}
	);

	it('that cannot be read is told, and so is a whole column of them', async () => {
		expect(await problemsOf('lat,lon,date\n36,37,2016-20\n36,37,2015-09-24\n')).toEqual([
			'unreadable-date 1'
		]);
		const text = 'lat,lon,report date\n36,37,soon\n36,37,later\n';
		expect(await exampleOf(text, 'unread-dates')).toEqual({ column: 'report date', found: 'soon' });
		expect(await problemsOf(text)).toEqual(['unread-dates 2']);
	});
});

describe('a file without a header', () => {
	it.each([
		['36.2,37.1,Aleppo\n35.1,36.7,Hama\n', [[37.1, 36.2], [36.7, 35.1]]], // prettier-ignore
		['36.2,37.1,Aleppo\n', [[37.1, 36.2]]],
		['1,Aleppo,2015-09-24,36.2,37.1\n2,Hama,2015-09-25,35.1,36.7\n', [[37.1, 36.2], [36.7, 35.1]]], // prettier-ignore
		['Aleppo;36,2;37,1\nHama;35,1;36,7\n', [[37.1, 36.2], [36.7, 35.1]]], // prettier-ignore
		// In the region in one order alone.
		['a,44.4,33.3\nb,44.5,33.4\n', [[44.4, 33.3], [44.5, 33.4]]], // prettier-ignore
		['Aleppo,36.2N,37.1E\nHama,35.1N,36.7E\n', [[37.1, 36.2], [36.7, 35.1]]], // prettier-ignore
		['Aleppo,POINT(37.1 36.2)\nHama,POINT(36.7 35.1)\n', [[37.1, 36.2], [36.7, 35.1]]], // prettier-ignore
		// Elsewhere, by its decimals.
		['a,-33.92,18.42\nb,-33.93,18.43\n', [[18.42, -33.92], [18.43, -33.93]]] // prettier-ignore
	])('keeps its first row, and is placed by its cells: %j', async (text, places) => {
		const { table, guesses } = await wholeOf(text);
		expect(guesses.header).toBe(false);
		expect(
			Array.from({ length: table.rows }, (_, row) => [table.longitude[row], table.latitude[row]])
		).toEqual(places);
		expect(guesses.placeReason).toBe('values');
	});

	it('is asked where both orders are possible', async () => {
		const { guesses } = await wholeOf('36.2,37.1,Aleppo\n');
		expect(guesses.placeOthers).toEqual([{ by: 'pair', latitude: 1, longitude: 0 }]);
	});
});
