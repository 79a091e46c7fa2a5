/** Where and when the rows of a file are. */
import { describe, expect, it } from 'vitest';
import { cellsOf, exampleOf, placesOf, problemsOf, shapeOf, tableOf, wholeOf } from '../made';
import { point } from './samples';

describe('coordinates', () => {
	it('in metres are converted, and that is said', async () => {
		const text = 'x,y\n4000000,4000000\n4100000,4100000\n';
		const { table, guesses, problems } = await wholeOf(text);
		expect(guesses.projection).toBe('web-mercator');
		expect(table.latitude[0]).toBeCloseTo(33.785, 3);
		expect(problems).toMatchObject([{ kind: 'web-mercator', count: 2 }]);
		expect(placesOf(await tableOf(text, { projection: 'degrees' }))).toEqual([null, null]);
	});

	it('that were swapped are offered to be swapped back', async () => {
		const text = 'lat,lon\n137.1,36.2\n136.7,35.1\n36.7,35.1\n';
		const { table, guesses } = await wholeOf(text);
		expect(placesOf(table)).toEqual([null, null, [35.1, 36.7]]);
		expect(guesses.swapGains).toBe(2);
		const swapped = await wholeOf(text, { swap: true });
		expect(placesOf(swapped.table)).toEqual([
			[137.1, 36.2],
			[136.7, 35.1],
			[36.7, 35.1]
		]);
		expect(swapped.guesses.swapGains).toBe(0);
		// The cells stay as the file has them.
		expect(cellsOf(swapped.table)[0]).toEqual(['137.1', '36.2']);
	});

	it('are not offered to be swapped where that would lose rows', async () => {
		expect((await wholeOf('lat,lon\n36.2,137.1\n35.1,136.7\n91,36\n')).guesses.swapGains).toBe(0);
	});

	it('of a GeoJSON in EPSG:3857 are converted, shapes too', async () => {
		const named = JSON.stringify({
			type: 'FeatureCollection',
			crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
			features: [
				point(4_000_000, 4_000_000),
				{
					type: 'Feature',
					properties: {},
					geometry: {
						type: 'LineString',
						coordinates: [
							[0, 0],
							[4_000_000, 0]
						]
					}
				}
			]
		});
		const table = await tableOf(named);
		expect(table.latitude[0]).toBeCloseTo(33.785, 3);
		expect(shapeOf(table, 1)).toMatchObject({ type: 'LineString' });
		expect(table.longitude[1]).toBeCloseTo(35.9326 / 2, 3);
		const other = named.replace('3857', '99999');
		expect(placesOf(await tableOf(other))).toEqual([null, null]);
		expect((await exampleOf(other, 'other-projection'))?.found).toContain('99999');
	});

	it('at zero are placed and told', async () => {
		expect(await problemsOf('lat,lon\n0,0\n36,37\n')).toEqual(['null-island 1']);
	});
});

describe('dates', () => {
	const dates = (...cells: string[]) => `lat,lon,date\n${cells.map((cell) => `36,37,${cell}\n`).join('')}`;
	const days = async (text: string) => {
		const { table, guesses } = await wholeOf(text);
		const column = table.columns[2]!;
		if (column.kind !== 'date') throw new Error('not a column of dates');
		return {
			from: [...column.from].map((day) =>
				day === -2147483648 ? null : new Date(day * 86_400_000).toISOString().slice(5, 10)
			),
			order: guesses.dayOrder
		};
	};

	it('have the order of the most', async () => {
		expect(await days(dates('03/04/2015', '25/12/2015', '26/12/2015', '12/27/2015'))).toEqual({
			from: ['04-03', '12-25', '12-26', '12-27'],
			order: 'day-first'
		});
		expect(await days(dates('03/04/2015', '12/25/2015'))).toEqual({
			from: ['03-04', '12-25'],
			order: 'month-first'
		});
		expect(await problemsOf(dates('25/12/2015', '26/12/2015', '12/27/2015'))).toEqual(['other-day-order 1']);
		expect(await problemsOf(dates('03/04/2015', '05/04/2015'))).toEqual(['ambiguous-date 2']);
	});

	it('that can not be read are kept as text', async () => {
		const text = dates('2015-09-24', 'some day', '');
		expect((await days(text)).from).toEqual(['09-24', null, null]);
		expect(cellsOf(await tableOf(text)).map((cells) => cells[2])).toEqual(['2015-09-24', 'some day', '']);
		expect(await exampleOf(text, 'unreadable-date')).toEqual({
			origin: 3,
			column: 'date',
			found: 'some day'
		});
	});

	it('may be serial numbers of Excel', async () => {
		expect((await days(dates('42271', '42272'))).from).toEqual(['09-24', '09-25']);
	});
});
