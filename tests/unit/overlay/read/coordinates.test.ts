import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAngle, parseMgrs, parsePair } from '../../../../src/lib/overlay/read/coordinates';
import { asGeometry, pointOn } from '../../../../src/lib/overlay/read/geometry';
import { parseWkt } from '../../../../src/lib/overlay/read/wkt';

describe('an angle', () => {
	it.each([
		['36.2765', 36.2765],
		['36,2765', 36.2765],
		['-36.5', -36.5],
		['−36.5', -36.5],
		['٣٦٫٢٧', 36.27],
		['۳۶٫۲۷', 36.27],
		['36°16\'35.4"N', 36.2765],
		['36° 16′ 35.4″ N', 36.2765],
		['36°16’35,4”N', 36.2765],
		["36º16'35.4''N", 36.2765],
		['N 36 16.59', 36.2765],
		['36 16 35.4', 36.2765],
		['36:16:35.4', 36.2765],
		['36d16m35.4s N', 36.2765],
		['36.2765° S', -36.2765],
		['S36.2765', -36.2765],
		['36.2765 W', -36.2765],
		['36.2765 O', -36.2765],
		['36,2765° Ost', 36.2765],
		['36.2765 شمالاً', 36.2765],
		['٣٦° ١٦′ ق', 36 + 16 / 60]
	])('reads %s', (text, degrees) => {
		expect(parseAngle(text)?.degrees).toBeCloseTo(degrees, 8);
	});

	it.each([
		'',
		' ',
		'Aleppo',
		'36 X',
		"36°72'",
		'1,234.5',
		'12/03/2015',
		'N 36 E',
		'36.2.7',
		'2015-03-04',
		'km 5'
	])('is not %j', (text) => {
		expect(parseAngle(text)).toBeNull();
	});

	it('survives any text, and reads back what is written in degrees, minutes and seconds', () => {
		fc.assert(fc.property(fc.string(), (text) => void parseAngle(text)));
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 179 }),
				fc.integer({ min: 0, max: 59 }),
				fc.integer({ min: 0, max: 599 }),
				fc.constantFrom('N', 'S', 'E', 'W'),
				(degrees, minutes, tenths, letter) => {
					const sign = letter === 'S' || letter === 'W' ? -1 : 1;
					const angle = parseAngle(`${degrees}°${minutes}'${tenths / 10}"${letter}`);
					expect(angle?.degrees).toBeCloseTo(sign * (degrees + minutes / 60 + tenths / 36000), 8);
				}
			)
		);
	});
});

describe('a pair', () => {
	it.each([
		['36.2, 37.1', [37.1, 36.2]],
		['36.2,37.1', [37.1, 36.2]],
		['36.2 37.1', [37.1, 36.2]],
		['36.2; 37.1', [37.1, 36.2]],
		['(36.2, 37.1)', [37.1, 36.2]],
		['geo:36.2,37.1', [37.1, 36.2]],
		['36,2; 37,1', [37.1, 36.2]],
		['36,2, 37,1', [37.1, 36.2]],
		['36,2,37,1', [37.1, 36.2]],
		['36,2 37,1', [37.1, 36.2]],
		['36.2N 37.1E', [37.1, 36.2]],
		['37.1E, 36.2N', [37.1, 36.2]],
		["36°12'N 37°6'E", [37.1, 36.2]],
		["36° 12' N, 37° 6' E", [37.1, 36.2]],
		['36 12 00 37 06 00', [37.1, 36.2]]
	])('reads %s', (text, [longitude, latitude]) => {
		const pair = parsePair(text);
		expect(pair?.[0]).toBeCloseTo(longitude!, 8);
		expect(pair?.[1]).toBeCloseTo(latitude!, 8);
	});

	it.each(['36.2', 'Aleppo, Syria', '36N 37N', '1, 2, 3', ''])('is not %j', (text) => {
		expect(parsePair(text)).toBeNull();
	});

	it('survives any text', () => {
		fc.assert(fc.property(fc.string(), (text) => void parsePair(text)));
		fc.assert(fc.property(fc.stringMatching(/^[0-9 ,.NSEW°'"-]*$/), (text) => void parsePair(text)));
	});
});

describe('a grid reference', () => {
	it('is the middle of its square', () => {
		const at = parseMgrs('37S BV 12345 67890')!;
		expect(at[0]).toBeCloseTo(35.81, 1);
		expect(parseMgrs('37SBV1234567890')).toEqual(at);
	});
	it.each(['37IBV1234567890', '37SBV123', '61SBV12', 'A1', '37', ''])('is not %j', (text) => {
		expect(parseMgrs(text)).toBeNull();
	});
	it('survives any text of its letters', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{1,2}[C-X][A-Z]{2}(\d\d){0,5}$/), (text) => void parseMgrs(text))
		);
	});
});

describe('well-known text', () => {
	it.each([
		['POINT(37.1 36.2)', { type: 'Point', coordinates: [37.1, 36.2] }],
		['Point Z (37.1 36.2 400)', { type: 'Point', coordinates: [37.1, 36.2] }],
		['POINTZ(37.1 36.2 400)', { type: 'Point', coordinates: [37.1, 36.2] }],
		['SRID=4326;POINT(37.1 36.2)', { type: 'Point', coordinates: [37.1, 36.2] }],
		[
			'MULTIPOINT((1 2),(3 4))',
			{
				type: 'MultiPoint',
				coordinates: [
					[1, 2],
					[3, 4]
				]
			}
		],
		[
			'MULTIPOINT(1 2, 3 4)',
			{
				type: 'MultiPoint',
				coordinates: [
					[1, 2],
					[3, 4]
				]
			}
		],
		[
			'LINESTRING (1 2, 3 4)',
			{
				type: 'LineString',
				coordinates: [
					[1, 2],
					[3, 4]
				]
			}
		],
		[
			'POLYGON((0 0,4 0,4 4,0 0))',
			{
				type: 'Polygon',
				coordinates: [
					[
						[0, 0],
						[4, 0],
						[4, 4],
						[0, 0]
					]
				]
			}
		],
		[
			'GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))',
			{
				type: 'GeometryCollection',
				geometries: [
					{ type: 'Point', coordinates: [1, 2] },
					{
						type: 'LineString',
						coordinates: [
							[1, 2],
							[3, 4]
						]
					}
				]
			}
		]
	])('reads %s', (text, geometry) => {
		expect(parseWkt(text)?.geometry).toEqual(geometry);
	});

	it('says its coordinate system', () => {
		expect(parseWkt('SRID=3857;POINT(1 2)')?.srid).toBe(3857);
	});

	it.each([
		'POINT EMPTY',
		'POINT(1)',
		'POINT(1 2',
		'POINT(1 2))',
		'LINESTRING(1 2)',
		'POLYGON((1 2))',
		'POINT(a b)',
		'CIRCLE(1 2)',
		''
	])('is not %j', (text) => {
		expect(parseWkt(text)).toBeNull();
	});

	it('survives any text of its words', () => {
		const word = fc.constantFrom(
			'POINT',
			'POLYGON',
			'GEOMETRYCOLLECTION',
			'(',
			'((',
			')',
			',',
			' 1 ',
			' -2.5 ',
			'Z'
		);
		fc.assert(fc.property(fc.array(word), (words) => void parseWkt(words.join(''))));
		expect(parseWkt('GEOMETRYCOLLECTION('.repeat(100_000))).toBeNull();
		expect(parseWkt(`POLYGON${'('.repeat(100_000)}`)).toBeNull();
	});
});

describe('a point on a shape', () => {
	it('is in an area that does not hold its own middle', () => {
		// A horseshoe: its centre is outside.
		const ring = [
			[0, 0],
			[10, 0],
			[10, 10],
			[8, 10],
			[8, 2],
			[2, 2],
			[2, 10],
			[0, 10],
			[0, 0]
		];
		const [x, y] = pointOn({ type: 'Polygon', coordinates: [ring] });
		expect(y).toBeGreaterThan(2);
		expect(x! < 2 || x! > 8).toBe(true);
	});
	it('is not in a hole', () => {
		const outer = [
			[0, 0],
			[10, 0],
			[10, 10],
			[0, 10],
			[0, 0]
		];
		const hole = [
			[1, 1],
			[8, 1],
			[8, 9],
			[1, 9],
			[1, 1]
		];
		const [x] = pointOn({ type: 'Polygon', coordinates: [outer, hole] });
		expect(x! < 1 || x! > 8).toBe(true);
	});
	it('is in the middle of a line', () => {
		expect(
			pointOn({
				type: 'LineString',
				coordinates: [
					[0, 0],
					[2, 0],
					[2, 8]
				]
			})
		).toEqual([2, 3]);
	});
	it('exists for whatever passes for a geometry', () => {
		const position = fc.tuple(
			fc.double({ noNaN: true, min: -180, max: 180 }),
			fc.double({ noNaN: true, min: -90, max: 90 })
		);
		const ring = fc.array(position, { minLength: 3, maxLength: 8 });
		fc.assert(
			fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (coordinates) => {
				const polygon = asGeometry({ type: 'Polygon', coordinates });
				if (polygon) expect(pointOn(polygon).every(Number.isFinite)).toBe(true);
			})
		);
	});
});

describe('a geometry of a file', () => {
	it.each([
		null,
		{},
		{ type: 'Point' },
		{ type: 'Point', coordinates: [] },
		{ type: 'Point', coordinates: ['1', '2'] },
		{ type: 'Point', coordinates: [[1, 2]] },
		{ type: 'LineString', coordinates: [[1, 2]] },
		{
			type: 'Polygon',
			coordinates: [
				[
					[1, 2],
					[3, 4]
				]
			]
		},
		{ type: 'Polygon', coordinates: [] },
		{ type: 'Circle', coordinates: [1, 2] },
		{ type: 'GeometryCollection', geometries: [null] }
	])('is not %j', (value) => {
		expect(asGeometry(value)).toBeNull();
	});
	it('may leave a ring open, and loses its heights', () => {
		expect(
			asGeometry({
				type: 'Polygon',
				coordinates: [
					[
						[0, 0, 5],
						[1, 0, 5],
						[1, 1, 5]
					]
				]
			})
		).toEqual({
			type: 'Polygon',
			coordinates: [
				[
					[0, 0],
					[1, 0],
					[1, 1],
					[0, 0]
				]
			]
		});
	});
	it('survives any value', () => {
		fc.assert(fc.property(fc.object(), (value) => void asGeometry(value)));
	});
});
