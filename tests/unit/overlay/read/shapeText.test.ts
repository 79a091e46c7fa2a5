/** Shapes in the cells of a table: GeoJSON and WKB in hexadecimal digits, beside WKT. */
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { parseWkb } from '../../../../src/lib/overlay/read/wkb';
import { parseWkt } from '../../../../src/lib/overlay/read/wkt';
import { hasGdal, madeByGdal } from '../../gdal';
import { placesOf, problemsOf, shapeOf, tableOf, wholeOf } from '../made';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (cells: string[], name = 'geom') =>
	`name,${name}\n${cells.map((cell, index) => `N${index},${quoted(cell)}\n`).join('')}`;
const line: Geometry = {
	type: 'LineString',
	coordinates: [
		[36, 35],
		[37, 35]
	]
};
const point = { type: 'Point', coordinates: [37.1, 36.2] };

describe('GeoJSON in a cell', () => {
	it.each(['geom', 'geojson', 'the_geom', 'st_asgeojson', 'geo_shape', 'extent', 'Location'])(
		'is read in a column %s',
		async (name) => {
			const table = await tableOf(csv([JSON.stringify(point), JSON.stringify(line)], name));
			expect(placesOf(table)).toEqual([
				[37.1, 36.2],
				[36.5, 35]
			]);
			expect(shapeOf(table, 1)).toEqual(line);
		}
	);

	it('may be a feature, a collection, in any order of names, or as Python has it', async () => {
		const feature = { type: 'Feature', properties: { a: 1 }, geometry: point };
		const table = await tableOf(
			csv([
				JSON.stringify(feature),
				JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
				'{"coordinates":[37.1,36.2],"type":"Point"}',
				"{'type': 'Point', 'coordinates': [37.1, 36.2]}",
				'{"lat": 36.2, "lon": 37.1}',
				"{'latitude': '36.2', 'longitude': '37.1'}"
			])
		);
		expect(placesOf(table)).toEqual(Array.from({ length: 6 }, () => [37.1, 36.2]));
	});

	it('that is broken costs its row only, and stays in the table', async () => {
		const text = csv([
			JSON.stringify(point),
			'{"type":"Point","coordinates":[37.1,',
			'{"type":"Point","coordinates":[]}'
		]);
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[37.1, 36.2], null, null]);
		expect(problems).toMatchObject([{ kind: 'bad-geometry', count: 2 }]);
	});

	it('names its coordinate system', async () => {
		const crs = { type: 'name', properties: { name: 'EPSG:32637' } };
		const { guesses } = await wholeOf(
			csv([JSON.stringify({ type: 'Point', crs, coordinates: [330000, 4010000] })])
		);
		expect(guesses.projection).toBe('EPSG:32637');
	});

	it('other objects are no places', async () => {
		expect(await problemsOf(csv(['{"type":"Site","a":[1]}']))).toEqual(['no-place 1']);
	});
});

describe('WKB in a cell', () => {
	it.each([
		['PostGIS', '0101000020E6100000CDCCCCCCCC8C42409A99999999194240'],
		['PostGIS in small letters', '0101000020e6100000cdcccccccc8c42409a99999999194240'],
		['ISO, the large end first', '000000000140428CCCCCCCCCCD404219999999999A'],
		['ISO with a height', '01E9030000CDCCCCCCCC8C42409A999999991942400000000000001440'],
		['PostGIS with a height', '01010000A0E6100000CDCCCCCCCC8C42409A999999991942400000000000001440'],
		['bytea', '\\x0101000000CDCCCCCCCC8C42409A99999999194240'],
		['SQL Server', '0x0101000000CDCCCCCCCC8C42409A99999999194240'],
		['MySQL', '0xE61000000101000000CDCCCCCCCC8C42409A99999999194240']
	])('of %s is read', async (_, hex) => {
		for (const name of ['geom', 'wkb_geometry', 'anything'])
			expect(placesOf(await tableOf(csv([hex], name)))).toEqual([[37.1, 36.2]]);
	});

	it('has the coordinate system of each row', async () => {
		// 330000, 4010000 in zone 37 north.
		const metres = '01010000202D7F0000000000004024144100000000C8974E41';
		const { table, guesses } = await wholeOf(csv([metres, metres]));
		expect(guesses.projection).toBe('EPSG:32621'.replace('32621', String(0x7f2d)));
		expect(table.rows).toBe(2);
	});

	it('that is broken, or empty, costs its row only', async () => {
		const whole = '0101000000CDCCCCCCCC8C42409A99999999194240';
		const text = csv([
			whole,
			whole.slice(0, -8),
			'0101000000000000000000F87F000000000000F87F',
			'010700000000000000'
		]);
		expect(placesOf(await tableOf(text))).toEqual([[37.1, 36.2], null, null, null]);
		expect(await problemsOf(text)).toEqual(['bad-geometry 1', 'no-place 2']);
	});

	it('is told from other digits', async () => {
		const hashes = csv(['01ab34cd01ab34cd01ab34cd01ab34cd', '00ff34cd01ab34cd01ab34cd01ab34cd'], 'hash');
		expect((await wholeOf(hashes)).guesses.place).toBeNull();
	});
});

/** A geometry as bytes, in either order of bytes, with heights or without. */
function bytesOf(geometry: Geometry, isLittle: boolean, hasHeight: boolean): number[] {
	const integer = (value: number) => {
		const bytes = [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255];
		return isLittle ? bytes : bytes.reverse();
	};
	const double = (value: number) => {
		const view = new DataView(new ArrayBuffer(8));
		view.setFloat64(0, value, isLittle);
		return [...new Uint8Array(view.buffer)];
	};
	const position = (at: number[]) => [...double(at[0]!), ...double(at[1]!), ...(hasHeight ? double(5) : [])];
	const list = <T>(items: T[], write: (item: T) => number[]) => [
		...integer(items.length),
		...items.flatMap(write)
	];
	const types = [
		'Point',
		'LineString',
		'Polygon',
		'MultiPoint',
		'MultiLineString',
		'MultiPolygon',
		'GeometryCollection'
	];
	const head = [isLittle ? 1 : 0, ...integer(types.indexOf(geometry.type) + 1 + (hasHeight ? 1000 : 0))];
	const part = (each: Geometry) => bytesOf(each, isLittle, hasHeight);
	switch (geometry.type) {
		case 'Point':
			return [...head, ...position(geometry.coordinates)];
		case 'LineString':
			return [...head, ...list(geometry.coordinates, position)];
		case 'Polygon':
			return [...head, ...list(geometry.coordinates, (ring) => list(ring, position))];
		case 'GeometryCollection':
			return [...head, ...list(geometry.geometries, part)];
		default: {
			const type = geometry.type.slice(5) as 'Point' | 'LineString' | 'Polygon';
			const parts = geometry.coordinates.map((coordinates) => ({ type, coordinates }) as Geometry);
			return [...head, ...list(parts, part)];
		}
	}
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const position = fc.tuple(number, number);
const path = fc.array(position, { minLength: 2, maxLength: 5 });
const ring = fc.array(position, { minLength: 3, maxLength: 5 }).map((at) => [...at, at[0]!]);
const rings = fc.array(ring, { minLength: 1, maxLength: 2 });
const many = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const simple: fc.Arbitrary<Geometry> = fc.oneof(
	position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
	path.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
	rings.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
	many(position).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
	many(path).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
	many(rings).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates }))
);
const geometry = fc.oneof(
	simple,
	many(simple).map((geometries): Geometry => ({ type: 'GeometryCollection', geometries }))
);

describe('bytes of WKB', () => {
	it('give the geometry back that went in', () => {
		fc.assert(
			fc.property(geometry, fc.boolean(), fc.boolean(), (given, isLittle, hasHeight) => {
				expect(parseWkb(Uint8Array.from(bytesOf(given, isLittle, hasHeight)))).toEqual({
					geometry: given,
					srid: null
				});
			})
		);
	});

	it('cut off give nothing, and others never throw', () => {
		fc.assert(
			fc.property(geometry, fc.double({ min: 0, max: 0.999 }), (given, share) => {
				const bytes = bytesOf(given, true, false);
				expect(parseWkb(Uint8Array.from(bytes.slice(0, Math.floor(bytes.length * share))))).toBeNull();
			})
		);
		fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void parseWkb(bytes)));
		const deep = Array.from({ length: 10_000 }, () => [1, 7, 0, 0, 0, 1, 0, 0, 0]).flat();
		expect(parseWkb(Uint8Array.from(deep))).toBeNull();
		// Four billion points in nine bytes.
		expect(parseWkb(Uint8Array.from([1, 2, 0, 0, 0, 255, 255, 255, 255]))).toBeNull();
	});

	it('have arcs as the lines through their points, and surfaces as areas', () => {
		const arc = bytesOf(line, true, false);
		arc[1] = 8;
		expect(parseWkb(Uint8Array.from(arc))?.geometry).toEqual(line);
		const curve = [1, 9, 0, 0, 0, 2, 0, 0, 0, ...bytesOf(line, true, false), ...arc];
		expect(parseWkb(Uint8Array.from(curve))?.geometry).toMatchObject({ type: 'LineString' });
	});
});

it.skipIf(!hasGdal)('WKT and WKB of GDAL are one shape', async () => {
	const texts = [
		'MULTIPOLYGON(((36 35,37 35,37 36,36 35)),((1 1,2 1,2 2,1 1)))',
		'LINESTRING Z(36 35 1,37 36 2)',
		'GEOMETRYCOLLECTION(POINT(36 35),LINESTRING(37 35,37 36))'
	];
	const source = `id,WKT\n${texts.map((text, index) => `${index},"${text}"\n`).join('')}`;
	const sql = ['-dialect', 'sqlite', '-sql', 'SELECT id, hex(ST_AsBinary(geometry)) AS wkb FROM a'];
	const made = new TextDecoder().decode(madeByGdal(source, 'a.csv', 'b.geojson', sql));
	const { features } = JSON.parse(made) as { features: { properties: { wkb: string } }[] };
	const table = await tableOf(csv(features.map(({ properties }) => properties.wkb)));
	expect(texts.map((_, row) => shapeOf(table, row))).toEqual(texts.map((text) => parseWkt(text)!.geometry));
});
