/** Rows that only name their place, where the names were looked up. */
import { describe, expect, it } from 'vitest';
import { cellsOf, placesOf, shapeOf, wholeOf } from '../made';

const palmyra = { name: 'Palmyra', country: 'SY', longitude: 38.28, latitude: 34.56, radius_km: 5 };
const depot = { name: 'Northern Depot', country: '', longitude: 38.9, latitude: 34.1, radius_km: 2 };

describe('names that were looked up', () => {
	const text = 'place,actor\nTadmur,Iran\nNowhere,Russia\nDepot,Iran\nTadmur,Russia\n';
	const names = { column: 0, places: { Tadmur: palmyra, Depot: depot } };

	it('place the rows that name them, as guesses that are as wide as the name allows', async () => {
		const { table, problems } = await wholeOf(text, { names });
		expect(placesOf(table)).toEqual([[38.28, 34.56], null, [38.9, 34.1], [38.28, 34.56]]);
		expect(table.columns.map(({ name }) => name)).toEqual([
			'place',
			'actor',
			'looked_up_place',
			'looked_up_radius_km'
		]);
		expect(cellsOf(table).map((cells) => cells.slice(2))).toEqual([
			['Palmyra (SY)', '5'],
			['', ''],
			['Northern Depot', '2'],
			['Palmyra (SY)', '5']
		]);
		expect(problems).toEqual([
			{
				kind: 'looked-up',
				count: 3,
				examples: [
					{ origin: 2, found: 'Tadmur', instead: 'Palmyra (SY), ±5 km' },
					{ origin: 4, found: 'Depot', instead: 'Northern Depot, ±2 km' },
					{ origin: 5, found: 'Tadmur', instead: 'Palmyra (SY), ±5 km' }
				]
			},
			{ kind: 'no-place', count: 1, examples: [] }
		]);
		// A town is a ring of 5 km.
		const ring = shapeOf(table, 0);
		const north = ring?.type === 'Polygon' ? Math.max(...ring.coordinates[0]!.map(([, y]) => y!)) : NaN;
		expect((north - 34.56) * 111.195).toBeCloseTo(5, 1);
		expect([table.radius![0], table.radius![1]]).toEqual([5000, NaN]);
	});

	it('move no row that has a place', async () => {
		const { table } = await wholeOf('place,lat,lon\nTadmur,36.2,37.1\nTadmur,,\n', { names });
		expect(placesOf(table)).toEqual([
			[37.1, 36.2],
			[38.28, 34.56]
		]);
		expect(cellsOf(table).map((cells) => cells[1])).toEqual(['36.2', '']);
	});

	it('change nothing where none is in the file, or the column is none', async () => {
		const plain = await wholeOf(text);
		for (const other of [
			{ column: 1, places: names.places },
			{ column: 9, places: names.places },
			{ column: 0, places: {} }
		])
			expect(await wholeOf(text, { names: other })).toEqual(plain);
	});
});
