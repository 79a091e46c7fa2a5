/** FlatGeobuf: written by GDAL, read with the same rows, values and places. */
import { readFileSync } from 'node:fs';
import type { Feature, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { hasGdal, madeByGdal } from '../../gdal';
import { placesOf, readText, refusalOf, rowFields, shapeOf, tableOf, wholeOf } from '../made';

const ring = [
	[36, 35],
	[37, 35],
	[37, 36],
	[36, 35]
];
const shapes: Geometry[] = [
	{ type: 'LineString', coordinates: ring.slice(0, 2) },
	{ type: 'Polygon', coordinates: [ring, ring.map(([x, y]) => [x! / 10 + 33, y! / 10 + 31.7])] },
	{ type: 'MultiPoint', coordinates: ring.slice(0, 2) },
	{ type: 'MultiLineString', coordinates: [ring.slice(0, 2), ring.slice(1, 3)] },
	{ type: 'MultiPolygon', coordinates: [[ring], [ring.map(([x, y]) => [x! + 2, y!])]] },
	{
		type: 'GeometryCollection',
		geometries: [
			{ type: 'Point', coordinates: [37.1, 36.2] },
			{ type: 'LineString', coordinates: ring.slice(0, 2) }
		]
	}
];
const feature = (geometry: Geometry, index: number): Feature => ({
	type: 'Feature',
	properties: { name: `ق${index}`, count: index, share: index / 8, flag: index % 2 === 0 },
	geometry
});
const points = Array.from({ length: 300 }, (_, index) =>
	feature({ type: 'Point', coordinates: [36 + index / 1000, 35 + index / 1000] }, index)
);
const collection = (features: Feature[]) => ({ type: 'FeatureCollection' as const, features });
const made = (options: string[], text: string) =>
	madeByGdal(text, 'a.geojson', 'b.fgb', ['-f', 'FlatGeobuf', ...options]);
/** Ten rows that GDAL wrote. */
const kept = new Uint8Array(readFileSync(new URL('../../../fixtures/own/gdal/places.fgb', import.meta.url)));

it.each([0.05, 0.5, 0.9])(
	'a file cut off after %f of it is read as far as it goes, or refused',
	async (share) => {
		const { refusal, problems } = await readText(kept.slice(0, Math.floor(kept.length * share)));
		if (refusal) expect(refusal).toEqual({ reason: 'damaged', detail: 'FlatGeobuf' });
		else expect(problems.map(({ kind }) => kind)).toContain('truncated');
	}
);

it('bytes that are changed cost their row, or the file is refused', async () => {
	for (let at = 8; at < kept.length; at++) {
		const changed = kept.slice();
		changed[at] = changed[at]! ^ 0xff;
		const { refusal } = await readText(changed);
		if (refusal)
			expect(['damaged', 'no-rows', 'too-much-work', 'too-large', 'unknown']).toContain(refusal.reason);
	}
	expect(await refusalOf(kept.slice(0, 10))).toBe('damaged FlatGeobuf');
});

describe.skipIf(!hasGdal)('what GDAL writes', () => {
	const source = JSON.stringify(collection(points));

	it.each(shapes.map((shape) => [shape.type, shape] as const))('has shapes: %s', async (_, shape) => {
		expect(shapeOf(await tableOf(made([], JSON.stringify(collection([feature(shape, 1)])))), 0)).toEqual(
			shape
		);
	});

	it('of several kinds of shapes has them', async () => {
		const text = JSON.stringify(collection(shapes.map(feature)));
		const table = await tableOf(made(['-lco', 'SPATIAL_INDEX=NO'], text));
		expect(shapes.map((_, row) => shapeOf(table, row))).toEqual(shapes);
	});

	it.each([
		['with an index', []],
		['without one', ['-lco', 'SPATIAL_INDEX=NO']],
		['in zone 37', ['-t_srs', 'EPSG:32637']],
		['in web Mercator', ['-t_srs', 'EPSG:3857']]
	])('%s has its rows, names, values and places', async (_, options) => {
		const { table, problems } = await wholeOf(made(options, source));
		expect(table.rows).toBe(300);
		// The index puts what lies near each other beside each other.
		const places = placesOf(table).sort((a, b) => a![0] - b![0]);
		for (const [row, at] of places.entries()) {
			expect(at![0]).toBeCloseTo(36 + row / 1000, 4);
			expect(at![1]).toBeCloseTo(35 + row / 1000, 4);
		}
		const names = Array.from({ length: 300 }, (_, row) => rowFields(table, row)[0]!.text);
		expect(names.sort()).toEqual(points.map(({ properties }) => properties!.name as string).sort());
		expect(problems.filter(({ kind }) => !['converted', 'web-mercator'].includes(kind))).toEqual([]);
	});

	it('with whole numbers of 64 bits and dates keeps them to the letter', async () => {
		const text = JSON.stringify(
			collection([
				{
					type: 'Feature',
					properties: { big: 1, at: '2015-09-24T10:00:00Z' },
					geometry: { type: 'Point', coordinates: [37.1, 36.2] }
				}
			])
		).replace('"big":1', '"big":9007199254740993');
		expect(rowFields(await tableOf(made([], text)), 0)).toMatchObject([
			{ name: 'big', text: '9007199254740993' },
			{ name: 'at', text: expect.stringMatching(/^2015-09-24T10:00:00/) as string }
		]);
	});
});
