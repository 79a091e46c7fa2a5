/** Rows that say another coordinate system than the others, and longitudes that go on beyond 180°. */
import { describe, expect, it } from 'vitest';
import { cellsOf, placesOf, shapeOf, wholeOf } from '../made';

const wkt = (...cells: string[]) =>
	`name\twkt\n${cells.map((cell, index) => `N${index}\t${cell}\n`).join('')}`;
const told = (problems: { kind: string; count: number; examples: object[] }[]) =>
	problems.map(({ kind, count, examples }) => [kind, count, examples[0]]);

describe('a foreign SRID', () => {
	it('costs its own row alone', async () => {
		const text = wkt(
			'SRID=4326;POINT(37.1 36.2)',
			'SRID=999999;POINT(5 6)',
			'POINT(36.7 35.1)',
			'SRID=4326;POINT(37 36)'
		);
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[37.1, 36.2], null, [36.7, 35.1], [37, 36]]);
		expect(told(problems)).toEqual([['other-projection', 1, { origin: 3, found: 'EPSG:999999' }]]);
	});

	it('that is known is read by its own', async () => {
		const text = wkt(
			'SRID=4326;POINT(37.1 36.2)',
			'SRID=3857;POINT(4129953.11 4330164.65)',
			'SRID=32637;POINT(330000 4010000)',
			'SRID=4326;LINESTRING(37 36,37.2 36)'
		);
		const { table, problems } = await wholeOf(text);
		const places = placesOf(table);
		expect(places[0]).toEqual([37.1, 36.2]);
		expect(places[1]![0]).toBeCloseTo(37.1, 3);
		expect(places[2]![0]).toBeCloseTo(37.11, 1);
		expect(places[2]![1]).toBeCloseTo(36.22, 1);
		expect(places[3]).toEqual([37.1, 36]);
		expect(problems.map(({ kind }) => kind)).not.toContain('other-projection');
	});

	it('of most rows is that of those that say none', async () => {
		const text = wkt(
			'SRID=3857;POINT(4129953.11 4330164.65)',
			'POINT(4129953.11 4330164.65)',
			'SRID=3857;POINT(4129953.11 4330164.65)',
			'SRID=4326;POINT(36.7 35.1)'
		);
		const { table } = await wholeOf(text);
		for (const place of placesOf(table).slice(0, 3)) expect(place![0]).toBeCloseTo(37.1, 3);
		expect(placesOf(table)[3]).toEqual([36.7, 35.1]);
	});
});

describe('a longitude beyond 180°', () => {
	it('is counted the other way round, and that is said', async () => {
		const text = 'name,lat,lon\nA,36.2,37.1\nB,-17.5,181.25\nC,10,270\nD,10,-200\nE,10,371\n';
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[37.1, 36.2], [-178.75, -17.5], [-90, 10], [160, 10], null]);
		// The table has what the file has.
		expect(cellsOf(table).map(([, , longitude]) => longitude)).toEqual([
			'37.1',
			'181.25',
			'270',
			'-200',
			'371'
		]);
		expect(told(problems)).toEqual([
			['wrapped', 3, { origin: 3, found: '181.25', instead: '-178.75' }],
			['out-of-range', 1, { origin: 6, found: '371, 10' }]
		]);
	});

	it('moves a line or an area as a whole', async () => {
		const collection = (...lines: number[][][]) =>
			JSON.stringify({
				type: 'FeatureCollection',
				features: lines.map((coordinates) => ({
					type: 'Feature',
					properties: {},
					geometry: { type: 'LineString', coordinates }
				}))
			});
		const text = collection(
			[
				[190, -17],
				[200, -17]
			],
			[
				[170, -17],
				[185, -17]
			],
			[
				[36, 35],
				[37, 35]
			],
			[
				[190, 95],
				[200, -17]
			]
		);
		const { table, problems } = await wholeOf(text);
		expect([0, 1, 2].map((row) => shapeOf(table, row))).toMatchObject([
			{
				coordinates: [
					[-170, -17],
					[-160, -17]
				]
			},
			{
				coordinates: [
					[170, -17],
					[185, -17]
				]
			},
			{
				coordinates: [
					[36, 35],
					[37, 35]
				]
			}
		]);
		expect(placesOf(table)).toEqual([[-165, -17], [177.5, -17], [36.5, 35], null]);
		expect(told(problems).map(([kind, count]) => [kind, count])).toEqual([
			['wrapped', 2],
			['out-of-range', 1]
		]);
	});
});
