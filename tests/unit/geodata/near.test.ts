import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { distanceBetween, exactly, nearest, within, type ListedSite } from '$lib/geodata/near';
import type { Geometry, Position } from '$lib/geodata/schema';
import { loadRecords } from '$lib/server/geodata';

const { sites } = compile(loadRecords());
const site = (id: string) => sites.find((one) => one.id === id)!;

const placed = (id: string, geometry: Geometry, radius_km: number | null = null): ListedSite => ({
	id,
	geometry,
	precision: { where_prec: 1, radius_km, reason: '' }
});
const ring = (id: string, coordinates: Position, radius_km: number | null) =>
	placed(id, { type: 'Point', coordinates }, radius_km);
const box = (west: number, south: number, east: number, north: number): Geometry => ({
	type: 'Polygon',
	coordinates: [
		[
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south]
		]
	]
});
/** A degree of latitude on the sphere that is measured on, in km. */
const degree = (6371.0088 * Math.PI) / 180;

describe('the distance between two places', () => {
	it('adds the uncertainty of both to either end', () => {
		const distance = distanceBetween(ring('a', [36, 34], 2), ring('b', [36, 35], 10));
		expect(distance.least_km).toBeCloseTo(degree - 12, 6);
		expect(distance.between_km).toBeCloseTo(degree, 6);
		expect(distance.most_km).toBeCloseTo(degree + 12, 6);
	});

	it('begins at 0 where two rings overlap or touch, and has no bearing then', () => {
		expect(distanceBetween(ring('a', [36, 34], 60), ring('b', [36, 35], 60))).toMatchObject({
			least_km: 0,
			bearing: null
		});
	});

	it('takes a point with no radius for one that is written to a tenth of a degree', () => {
		const distance = distanceBetween(ring('a', [36, 34], null), ring('b', [36, 35], 0));
		expect(distance.most_km - distance.between_km).toBeCloseTo(10, 6);
	});

	it('measures a region from its edge, and nothing from within it', () => {
		const region = placed('r', box(36, 34, 37, 35));
		expect(distanceBetween(ring('a', [36.5, 34.5], 0), region).least_km).toBe(0);
		const outside = distanceBetween(ring('a', [36.5, 33], 0), region);
		// The southern edge is a great circle, which bows north by less than 0.2 km over a degree.
		expect(outside.least_km).toBeGreaterThan(degree - 0.001);
		expect(outside.least_km).toBeLessThan(degree + 0.2);
		expect(outside.most_km).toBeGreaterThan(2 * degree);
		expect(outside.bearing?.compass).toBe('n');
	});

	it('is 0 between a region and a line that crosses it without a corner inside', () => {
		const line = placed('l', {
			type: 'LineString',
			coordinates: [
				[35, 34.5],
				[38, 34.5]
			]
		});
		expect(distanceBetween(placed('r', box(36, 34, 37, 35)), line).least_km).toBe(0);
	});

	it('gives a bearing with its spread, and none where that is 45° or more', () => {
		const near = distanceBetween(ring('a', [36, 34], 0), ring('b', [36, 35], degree / 2));
		expect(near.bearing).toMatchObject({ degrees: 0, compass: 'n' });
		expect(near.bearing?.spread).toBeCloseTo(30, 3);
		expect(distanceBetween(ring('a', [36, 34], 0), ring('b', [36, 35], degree * 0.72)).bearing).toBeNull();
		expect(distanceBetween(ring('a', [36, 34], 0), ring('b', [35, 34], 1)).bearing?.compass).toBe('w');
	});

	it('is symmetrical, and least, between and most are in order', () => {
		const position = fc.tuple(
			fc.double({ min: 28, max: 49, noNaN: true }),
			fc.double({ min: 29, max: 41, noNaN: true })
		);
		const radius = fc.option(fc.double({ min: 0, max: 200, noNaN: true }));
		const rings = fc.tuple(position, radius).map(([at, km]) => ring('p', at, km));
		const boxes = fc
			.tuple(position, fc.double({ min: 0.1, max: 3, noNaN: true }))
			.map(([[west, south], size]) => placed('p', box(west, south, west + size, south + size)));
		const places = fc.oneof(rings, boxes);
		fc.assert(
			fc.property(places, places, (a, b) => {
				const [there, back] = [distanceBetween(a, b), distanceBetween(b, a)];
				expect(there.least_km).toBeCloseTo(back.least_km, 6);
				expect(there.between_km).toBeCloseTo(back.between_km, 6);
				expect(there.most_km).toBeCloseTo(back.most_km, 6);
				expect(there.bearing === null).toBe(back.bearing === null);
				expect(there.least_km).toBeGreaterThanOrEqual(0);
				expect(there.between_km).toBeGreaterThanOrEqual(there.least_km);
				expect(there.most_km).toBeGreaterThanOrEqual(there.between_km);
			})
		);
	});

	it('holds for every point of two rings', () => {
		const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
		const share = fc.double({ min: 0, max: 0.99, noNaN: true });
		fc.assert(
			fc.property(turn, share, turn, share, (turnA, shareA, turnB, shareB) => {
				const inside = ([longitude, latitude]: Position, km: number, angle: number): Position => [
					longitude + ((km / degree) * Math.sin(angle)) / Math.cos((latitude * Math.PI) / 180),
					latitude + (km / degree) * Math.cos(angle)
				];
				const { least_km, most_km, bearing } = distanceBetween(
					ring('a', [36, 35], 20),
					ring('b', [36.8, 35], 15)
				);
				const a = exactly(inside([36, 35], 20 * shareA, turnA));
				const b = exactly(inside([36.8, 35], 15 * shareB, turnB));
				const real = distanceBetween(a, b);
				expect(real.between_km).toBeGreaterThanOrEqual(least_km);
				expect(real.between_km).toBeLessThanOrEqual(most_km);
				const turned = Math.abs(((real.bearing!.degrees - bearing!.degrees + 540) % 360) - 180);
				expect(turned).toBeLessThanOrEqual(bearing!.spread + 0.5);
			})
		);
	});
});

describe('what is near', () => {
	const here = ring('here', [36, 35], 0);
	const others = [ring('far', [36, 37], 0), ring('near', [36, 35.1], 0), ring('vague', [36, 35.5], 100)];

	it('lists by the least distance, without the site itself', () => {
		expect(nearest(here, [here, ...others], 2).map(({ site }) => site.id)).toEqual(['vague', 'near']);
		expect(nearest(here, others, 0)).toEqual([]);
	});

	it('tells what is certainly from what is possibly within a radius', () => {
		const { certainly, possibly } = within(here, 50, [here, ...others]);
		expect(certainly.map(({ site }) => site.id)).toEqual(['near']);
		expect(possibly.map(({ site }) => site.id)).toEqual(['vague']);
		expect(within([36, 35], 50, others).certainly.map(({ site }) => site.id)).toEqual(['near']);
	});
});

describe('what the records support', () => {
	it('places the alleged store between 0 and 26 km from the naval base at Tartus', () => {
		const distance = distanceBetween(site('tartus-alleged-storehouse'), site('tartus-naval-facility'));
		expect(distance.least_km).toBe(0);
		expect(distance.bearing).toBeNull();
	});

	it('finds the naval base only possibly within 20 km of the store', () => {
		const { certainly, possibly } = within(site('tartus-alleged-storehouse'), 20, sites);
		expect(certainly).toEqual([]);
		expect(possibly.map(({ site }) => site.id)).toContain('tartus-naval-facility');
	});

	it('keeps its order between any two sites', () => {
		for (const [index, a] of sites.entries()) {
			for (const b of sites.slice(index)) {
				const { least_km, between_km, most_km, bearing } = distanceBetween(a, b);
				expect(least_km).toBeLessThanOrEqual(between_km);
				expect(between_km).toBeLessThanOrEqual(most_km);
				if (bearing) expect(least_km).toBeGreaterThan(0);
			}
		}
	});
});
