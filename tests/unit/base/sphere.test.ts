import { circle, greatCircle as turfGreatCircle } from '@turf/turf';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { haversine_km } from '../../../src/lib/base/haversine';
import { circleAbout, greatCircle } from '../../../src/lib/base/sphere';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -89.9, max: 89.9, noNaN: true });
const place = fc.tuple(longitude, latitude);

it('has the corners of a circle where Turf has them', () => {
	fc.assert(
		fc.property(place, fc.double({ min: 0.001, max: 5000, noNaN: true }), (middle, radius_km) => {
			const ring = circleAbout(middle, radius_km, 24);
			const [theirs] = circle(middle, radius_km, { steps: 24, units: 'kilometers' }).geometry.coordinates;
			expect(ring).toHaveLength(25);
			// Beyond a pole a corner may be half a turn to the east or to the west.
			for (const [index, corner] of ring.entries())
				expect(haversine_km(corner, theirs![index] as [number, number])).toBeLessThan(0.001);
		})
	);
});

it('goes the shortest way in even steps, from one end to the other', () => {
	fc.assert(
		fc.property(place, place, fc.integer({ min: 2, max: 50 }), (from, to, positions) => {
			const way = greatCircle(from, to, positions);
			const whole = haversine_km(from, to);
			expect(way).toHaveLength(positions);
			expect([way[0], way.at(-1)]).toEqual([from, to]);
			for (const [index, at] of way.entries())
				expect(haversine_km(from, at)).toBeCloseTo((whole * index) / (positions - 1), 3);
		})
	);
});

it('goes where Turf goes', () => {
	const [from, to]: [number, number][] = [
		[36.3, 33.5],
		[139.7, 35.7]
	];
	const theirs = turfGreatCircle(from!, to!, { npoints: 9 }).geometry.coordinates as [number, number][];
	for (const [index, at] of greatCircle(from!, to!, 9).entries())
		expect(haversine_km(at, theirs[index]!)).toBeLessThan(0.001);
});

it('goes over a pole to the other side of the Earth', () => {
	const way = greatCircle([36, 34], [-144, -34], 5);
	expect(way.map(([, at]) => Math.round(at))).toEqual([34, 79, 56, 11, -34]);
});
