/** Dates in words, in columns of their own parts, and of other calendars: each is right, or it is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOfDay } from '../../../../src/lib/base/days';
import { parseDaysInWords } from '../../../../src/lib/overlay/read/dayWords';
import { parseDays } from '../../../../src/lib/overlay/read/days';
import { firstDay, lastDay } from '../../../../src/lib/overlay/table';
import { cellsOf, exampleOf, problemsOf, rowsOf, tableOf, wholeOf } from '../made';

const iso = (day: number) => (day === firstDay || day === lastDay ? '..' : isoOfDay(day));
const read = (text: string) => {
	const days = parseDaysInWords(text, 'day-first');
	return days && `${iso(days.from)} ${iso(days.to)}`;
};
const spansOf = async (text: string) =>
	rowsOf(await tableOf(text)).map(({ days }) => days?.map(iso).join(' ') ?? null);

describe('a date in words', () => {
	it.each([
		['c. 2015', '2015-01-01 2015-12-31'],
		['circa March 2015', '2015-03-01 2015-03-31'],
		['~2015', '2015-01-01 2015-12-31'],
		['early 2015', '2015-01-01 2015-12-31'],
		['mid-2016', '2016-01-01 2016-12-31'],
		['late March 2016', '2016-03-01 2016-03-31'],
		['أواخر آذار 2016', '2016-03-01 2016-03-31'],
		['since 2014', '2014-01-01 ..'],
		['seit März 2014', '2014-03-01 ..'],
		['منذ 2014', '2014-01-01 ..'],
		['2012 - present', '2012-01-01 ..'],
		['March 2012–now', '2012-03-01 ..'],
		['since 2012 to present', '2012-01-01 ..'],
		['2012 - الآن', '2012-01-01 ..'],
		['until 2015', '.. 2015-12-31'],
		['from 12 March 2014', '2014-03-12 ..'],
		['from 2012 to 2015', '2012-01-01 2015-12-31'],
		['Saturday 12 March 2016', '2016-03-12 2016-03-12'],
		['before 12 March 2015', '.. 2015-03-11'],
		['before 2015', '.. 2014-12-31'],
		['قبل 2015', '.. 2014-12-31'],
		['after 12 March 2015', '2015-03-13 ..'],
		['Q1 2016', '2016-01-01 2016-03-31'],
		['2016-Q4', '2016-10-01 2016-12-31'],
		['2010s', '2010-01-01 2019-12-31'],
		// Weeks of ISO 8601, by Python's date.fromisocalendar.
		['2016-W10', '2016-03-07 2016-03-13'],
		['2016W10-7', '2016-03-13 2016-03-13'],
		['2015-W53', '2015-12-28 2016-01-03'],
		['2018-W01', '2018-01-01 2018-01-07'],
		['Sat Mar 12 2016 10:00:00 GMT+0300 (Arabian Standard Time)', '2016-03-12 2016-03-12'],
		['Sat Mar 12 10:00:00 +0000 2016', '2016-03-12 2016-03-12'],
		['Sat, 12 Mar 2016 10:00:00 +0300', '2016-03-12 2016-03-12'],
		['12 Mar 2016 10:00 EEST', '2016-03-12 2016-03-12']
	])('%s', (text, days) => expect(read(text)).toBe(days));

	it.each([
		'',
		'since',
		'yesterday',
		'since the war',
		'2016-W54',
		'Q5 2016',
		'2016s',
		'before',
		'around here 3'
	])('not %j', (text) => expect(read(text)).toBeNull());

	it('is not looked for in the names of columns', async () => {
		expect(parseDays('Q1 2016', 'day-first')).toBeNull();
		const table = await tableOf('name,Q1 2016,since 2014,lat,lon\nA,3,4,36,37\n');
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'Q1 2016', 'since 2014', 'lat', 'lon']);
	});

	it('is looked for in any text', () => {
		fc.assert(fc.property(fc.string(), (text) => void read(text)));
		fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9 .,/–~-]{0,60}$/), (text) => void read(text)));
	});
});

describe('year, month and day in columns of their own', () => {
	it('make a date, as fine as a row says it', async () => {
		const text =
			'eventid,iyear,imonth,iday,latitude,longitude\n1,2016,3,12,36,37\n2,2016,3,0,36,37\n3,2016,0,0,36,37\n4,2016,2,30,36,37\n';
		expect(await spansOf(text)).toEqual([
			'2016-03-12 2016-03-12',
			'2016-03-01 2016-03-31',
			'2016-01-01 2016-12-31',
			'2016-02-01 2016-02-29'
		]);
		expect((await wholeOf(text)).guesses.dateParts).toEqual({ month: 2, day: 3 });
		// The cells stay.
		expect(cellsOf(await tableOf(text))[0]).toEqual(['1', '2016', '3', '12', '36', '37']);
	});
	it('by their words, in other languages too', async () => {
		expect(await spansOf('lat,lon,Year,Month\n36,37,2016,March\n')).toEqual(['2016-03-01 2016-03-31']);
		expect(await spansOf('lat,lon,السنة,الشهر,اليوم\n36,37,٢٠١٦,آذار,١٢\n')).toEqual([
			'2016-03-12 2016-03-12'
		]);
		expect(await spansOf('lat,lon,event_year,event_month\n36,37,2016,5\n')).toEqual([
			'2016-05-01 2016-05-31'
		]);
	});
	it('of other things than the year do not', async () => {
		expect(await spansOf('lat,lon,year,report_month\n36,37,2016,5\n')).toEqual(['2016-01-01 2016-12-31']);
		expect((await wholeOf('lat,lon,date,month\n36,37,2016-01-02,5\n')).guesses.dateParts).toBeNull();
	});
});

describe('what began and what ended', () => {
	it.each([
		'established,abandoned',
		'built,destroyed',
		'occupied,liberated',
		'arrived,left',
		'date built,date destroyed'
	])('%s', async (names) =>
		expect(await spansOf(`lat,lon,${names}\n36,37,2012-01-01,2019-05-05\n`)).toEqual([
			'2012-01-01 2019-05-05'
		])
	);
	it('an end stands beside any date of its own', async () =>
		expect(await spansOf('lat,lon,event_date,end\n36,37,2012-01-01,2019-05-05\n')).toEqual([
			'2012-01-01 2019-05-05'
		]));
});

describe('years of another calendar', () => {
	it('are told', async () => {
		const text = 'lat,lon,date\n36,37,1437/06/03\n36,37,2016-03-01\n';
		expect(await problemsOf(text)).toEqual(['other-calendar 1']);
		expect(await exampleOf(text, 'other-calendar')).toEqual({
			origin: 2,
			column: 'date',
			found: '1437/06/03'
		});
		expect(await problemsOf('lat,lon,year\n36,37,1395\n')).toEqual(['other-calendar 1']);
	});
});

it('the fields that Esri JSON calls dates are dates, whatever their name', async () => {
	const text = JSON.stringify({
		fields: [
			{ name: 'code', type: 'esriFieldTypeInteger' },
			{ name: 'obs', type: 'esriFieldTypeDate' }
		],
		features: [{ attributes: { code: 1456000000, obs: 1456000000000 }, geometry: { x: 37, y: 36 } }]
	});
	expect(await spansOf(text)).toEqual(['2016-02-20 2016-02-20']);
	expect(cellsOf(await tableOf(text))).toEqual([['1456000000', '1456000000000']]);
});

describe('dates of three pairs of digits', () => {
	const dates = (...cells: string[]) => `lat,lon,date\n${cells.map((cell) => `36,37,${cell}\n`).join('')}`;
	const firstsOf = async (...cells: string[]) =>
		(await spansOf(dates(...cells))).map((span) => span?.slice(0, 10));

	it('have their year where one of them proves it, and nothing is told', async () => {
		expect(await firstsOf('16-03-12', '99-12-30')).toEqual(['2016-03-12', '1999-12-30']);
		expect(await firstsOf('12/03/16', '30/12/99')).toEqual(['2016-03-12', '1999-12-30']);
		expect(await problemsOf(dates('16-03-12', '99-12-30'))).toEqual([]);
	});
	it('else where that is the likelier, and it is told', async () => {
		// Else they would be in years to come, or of as many years as there are days.
		expect(await firstsOf('15-12-31', '16-01-05')).toEqual(['2015-12-31', '2016-01-05']);
		expect(await firstsOf('16-03-12', '16-03-13')).toEqual(['2016-03-12', '2016-03-13']);
		expect(await firstsOf('12-03-16', '13-03-16')).toEqual(['2016-03-12', '2016-03-13']);
		expect(await exampleOf(dates('16-03-12', '16-03-13'), 'short-year')).toMatchObject({
			instead: 'year-first'
		});
		expect(await exampleOf(dates('12-03-16', '13-03-16'), 'short-year')).toMatchObject({
			instead: 'year-last'
		});
	});
	it('with dots have the day first, as wherever dots are', async () => {
		expect(await firstsOf('12.03.16', '12.03.15')).toEqual(['2016-03-12', '2015-03-12']);
		expect(await problemsOf(dates('12.03.16'))).toEqual([]);
	});
});

it.each([
	['12 Mart 2016', '2016-03-12 2016-03-12'],
	['Ağustos 2016', '2016-08-01 2016-08-31'],
	['12 марта 2016 г.', '2016-03-12 2016-03-12'],
	['3 мая 2016', '2016-05-03 2016-05-03'],
	['Август 2016', '2016-08-01 2016-08-31']
])('months in Turkish and Russian: %s', (text, days) => expect(read(text)).toBe(days));
