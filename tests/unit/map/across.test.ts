/** A map across the antimeridian: the same code with another region. */
import { expect, it, vi } from 'vitest';
import { actors, marks, shapes } from './fixtures';
import type { Box } from '../../../src/lib/map/box';

vi.mock('$geodata/dataset.json', () => ({
	region: { where: 'there', countries: ['FJ'], box: [172, -25, -174, -12], view: [177, -21, -178, -16] }
}));

const { boxOnMap, fromMap, geometryOnMap, goesAround, onMap, world } =
	await import('../../../src/lib/map/onMap');
const { basemapBox, homeBox, isBeyond, limitsOf, nearerOf } = await import('../../../src/lib/map/limits');
const { frameRatio, inFrame } = await import('../../../src/lib/map/still/frame');
const { prepare } = await import('../../../src/lib/map/data');
const { measureFeatures } = await import('../../../src/lib/map/measure');
const { draftBox, draftFeatures } = await import('../../../src/lib/map/draft');
const { beyond } = await import('../../../src/lib/map/overlay/source');
const { graticuleOf } = await import('../../../src/lib/map/style/graticule');

it('counts longitudes on past 180, and gives them back as files have them', () => {
	expect(goesAround).toBe(true);
	expect(homeBox).toEqual([177, -21, 182, -16]);
	expect(basemapBox).toEqual([172, -25, 186, -12]);
	expect(onMap([-179, -17])).toEqual([181, -17]);
	expect(fromMap(181)).toBe(-179);
	expect(limitsOf(0, [])).toMatchObject({ bounds: [172, -25, 186, -12] });
});

it('has what lies east of 180 in the frame of the still picture, to the right', () => {
	expect(inFrame([177, -16])).toEqual([0, 0]);
	expect(inFrame([-178, -21])[0]).toBe(1);
	expect(inFrame([-179.5, -18])[0]).toBeCloseTo(0.7, 9);
	expect(frameRatio).toBeCloseTo(0.95, 1);
});

it('has sites where the map has them, and their marks as files have them', () => {
	const moved = structuredClone(marks);
	const site = moved.features[0]!;
	site.geometry.coordinates = [-179.25, -17];
	const data = prepare(moved, shapes, actors);
	expect(data.sites.get(site.properties.site)!.position).toEqual([180.75, -17]);
	expect(data.marks.features[0]!.geometry.coordinates).toEqual([-179.25, -17]);
});

it('holds an overlay on either side, and one about the whole world', () => {
	const boxes: [Box, Box][] = [
		[
			[178, -18, 179, -17],
			[178, -18, 179, -17]
		],
		[
			[-179, -18, -178, -17],
			[181, -18, 182, -17]
		],
		[
			[-180, -85, 180, 85],
			[world[0], -85, world[2], 85]
		],
		[
			[-10, 0, 10, 5],
			[world[0], 0, world[2], 5]
		]
	];
	for (const [box, wanted] of boxes) {
		expect(boxOnMap(box)).toEqual(wanted);
		// A box of the map stays one.
		expect(boxOnMap(wanted)).toEqual(wanted);
	}
	expect(isBeyond(boxOnMap([-179, -18, -178, -17]))).toBe(false);
	expect(isBeyond(boxOnMap([-160, -18, -150, -17]))).toBe(true);
	const [outer, hole] = beyond.geometry.coordinates;
	expect(new Set(hole!.map(([x]) => x))).toEqual(new Set([172, 186]));
	expect(Math.max(...outer!.map(([x]) => x!)) - Math.min(...outer!.map(([x]) => x!))).toBe(360);
});

it('measures over the antimeridian by one line and one circle', () => {
	const ends = { from: { longitude: 179, latitude: -17 }, to: { longitude: -179, latitude: -17 } };
	const { features } = measureFeatures(
		ends,
		{ longitude: 179.9, latitude: -17, radius_km: 50 },
		() => undefined
	);
	const longitudes = features
		.flatMap(({ geometry }) => JSON.stringify(geometry).match(/\[-?[\d.]+(?=,)/g)!)
		.map((text) => Number(text.slice(1)));
	expect(Math.min(...longitudes)).toBeGreaterThan(178.9);
	expect(Math.max(...longitudes)).toBeLessThan(181.1);
});

it('draws what is drafted on both sides in one place', () => {
	const mark = {
		id: 'a',
		name: 'A',
		drawn: 'point' as const,
		geometry: { type: 'Point' as const, coordinates: [-179, -17] },
		radius_km: null,
		isAccepted: true
	};
	const other = { ...mark, id: 'b', geometry: { type: 'Point' as const, coordinates: [179, -17] } };
	expect(draftBox({ marks: [mark, other] })).toEqual([179, -17, 181, -17]);
	const sketch = {
		tool: 'line' as const,
		corners: [
			[179.5, -17],
			[-179.5, -17]
		],
		aim: null,
		radius_km: null
	};
	const line = draftFeatures({ marks: [], selected: null, sketch }).features.find(
		({ properties }) => properties?.part === 'sketch-line'
	)!;
	expect(line.geometry).toEqual({
		type: 'LineString',
		coordinates: [
			[179.5, -17],
			[180.5, -17]
		]
	});
});

it('moves every kind of geometry', () => {
	const line = {
		type: 'LineString' as const,
		coordinates: [
			[-179, 1],
			[-178, 2]
		]
	};
	expect(geometryOnMap(line)).toEqual({
		type: 'LineString',
		coordinates: [
			[181, 1],
			[182, 2]
		]
	});
	expect(geometryOnMap({ type: 'GeometryCollection' as const, geometries: [line] })).toEqual({
		type: 'GeometryCollection',
		geometries: [
			{
				type: 'LineString',
				coordinates: [
					[181, 1],
					[182, 2]
				]
			}
		]
	});
});

it('has lines of latitude and longitude at round degrees, a handful across the first view', () => {
	const { features } = graticuleOf(basemapBox, homeBox);
	const meridians = features.filter(
		({
			geometry: {
				coordinates: [a, b]
			}
		}) => a![0] === b![0]
	);
	expect(meridians.map(({ geometry }) => geometry.coordinates[0]![0])).toContain(181);
	expect(
		meridians.filter(
			({ geometry }) => geometry.coordinates[0]![0]! >= 177 && geometry.coordinates[0]![0]! <= 182
		).length
	).toBe(6);
	expect(features.every(({ properties }) => properties?.part === 'graticule')).toBe(true);
});

it('names towns by the size of the region', () => {
	expect(nearerOf([35.55, 32.3, 42.4, 37.35])).toBe(0);
	expect(nearerOf([21, 8, 39, 23])).toBe(-1.5);
	expect(nearerOf([35, 33, 36.7, 34.7])).toBeGreaterThan(1);
});
