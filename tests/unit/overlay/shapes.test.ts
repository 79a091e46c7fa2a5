import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { buffersOf } from '../../../src/lib/overlay/cells';
import { flatShapes, geometriesOf, tableOf } from '../../../src/lib/overlay/shapes';
import { collection, point } from './read/samples';
import { wholeOf } from './made';

const position = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }));
const line = fc.array(position, { maxLength: 5 });
const lines = fc.array(line, { maxLength: 3 });
const geometry = fc.letrec<{ any: Geometry }>((tie) => ({
	any: fc.oneof(
		{ depthSize: 'small' },
		fc.record({ type: fc.constant('Point' as const), coordinates: position }),
		fc.record({ type: fc.constantFrom('MultiPoint' as const, 'LineString' as const), coordinates: line }),
		fc.record({ type: fc.constantFrom('MultiLineString' as const, 'Polygon' as const), coordinates: lines }),
		fc.record({
			type: fc.constant('MultiPolygon' as const),
			coordinates: fc.array(lines, { maxLength: 3 })
		}),
		fc.record({
			type: fc.constant('GeometryCollection' as const),
			geometries: fc.array(tie('any'), { maxLength: 3 })
		})
	) as fc.Arbitrary<Geometry>
})).any;

it('come out as they went in, by row', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.nat(1000).map(String), geometry), (byRow) => {
			const shapes = new Map(Object.entries(byRow).map(([row, shape]) => [Number(row), shape]));
			expect([...geometriesOf(flatShapes(shapes))]).toEqual([...shapes].sort(([a], [b]) => a - b));
		})
	);
});

it('that were kept as geometries by row are those of a table as it is now', async () => {
	const { table } = await wholeOf('site;wkt\nA;LINESTRING(36 35,37 36)\n');
	const kept = { ...table, shapes: new Map(geometriesOf(table.shapes)) };
	expect(tableOf(structuredClone(kept))).toEqual(table);
	expect(tableOf(table)).toEqual(table);
});

it('are handed over as buffers, and no object for any point goes with them', async () => {
	const ring = (size: number) =>
		Array.from({ length: size }, (_, index) => [36 + index / size, 35 + (index % 7) / 10]);
	const objectsFor = async (points: number) => {
		const polygon = { ...point(0, 0), geometry: { type: 'Polygon', coordinates: [ring(points)] } };
		const { table } = await wholeOf(collection(...Array.from({ length: 20 }, () => polygon)));
		expect(table.shapes.positions.length).toBe(20 * (points + 1) * 2);
		structuredClone(table, { transfer: buffersOf(table) });
		expect(table.shapes.positions.length).toBe(0);
		return objectsIn(table);
	};
	expect(await objectsFor(1000)).toBe(await objectsFor(10));
});

/** All objects that would be copied. */
function objectsIn(value: unknown): number {
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 0;
	const within = value instanceof Map ? [...value.values()] : Object.values(value);
	return within.reduce<number>((sum, each) => sum + objectsIn(each), 1);
}
