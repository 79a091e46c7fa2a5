import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inReadingOrder, nearestInDirection } from '../../../../src/lib/map/over/arrowKeys';

const from = { id: 'from', x: 100, y: 100 };
const east = { id: 'east', x: 150, y: 110 };
const farEast = { id: 'far-east', x: 300, y: 100 };
const north = { id: 'north', x: 90, y: 20 };
const sites = [farEast, north, from, east];

describe('nearest in a direction', () => {
	it('finds the nearest one there', () => {
		expect(nearestInDirection('ArrowRight', from, sites)).toBe(east);
		expect(nearestInDirection('ArrowUp', from, sites)).toBe(north);
		expect(nearestInDirection('ArrowLeft', farEast, sites)).toBe(east);
	});

	it('prefers what lies straight ahead to what is nearer but off the way', () => {
		const aside = { id: 'aside', x: 140, y: 139 };
		const ahead = { id: 'ahead', x: 160, y: 100 };
		expect(nearestInDirection('ArrowRight', from, [aside, ahead])).toBe(ahead);
	});

	it('finds nothing where nothing is, and at other keys', () => {
		expect(nearestInDirection('ArrowDown', from, sites)).toBeNull();
		expect(nearestInDirection('Enter', from, sites)).toBeNull();
		expect(nearestInDirection('ArrowUp', from, [from])).toBeNull();
	});
});

describe('reading order', () => {
	const site = (id: string, longitude: number, latitude: number) => ({ id, position: [longitude, latitude] });
	const aleppo = site('aleppo', 37.2, 36.2);
	const latakia = site('latakia', 35.9, 35.5);
	const east = site('east', 40.2, 35.4);
	const tanf = site('tanf', 38.6, 33.5);
	const ids = (rightToLeft: boolean) =>
		inReadingOrder([tanf, east, aleppo, latakia], rightToLeft).map(({ id }) => id);

	it('goes row after row from the north, and along each from where lines begin', () => {
		expect(ids(false)).toEqual(['aleppo', 'latakia', 'east', 'tanf']);
		expect(ids(true)).toEqual(['aleppo', 'east', 'latakia', 'tanf']);
	});

	it('keeps every site, wherever they are and in whatever order they come', () => {
		const positions = fc.array(
			fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))
		);
		fc.assert(
			fc.property(positions, fc.boolean(), (places, rightToLeft) => {
				const sites = places.map(([x, y], index) => site(String(index), x, y));
				const ordered = inReadingOrder(sites, rightToLeft);
				expect(new Set(ordered)).toEqual(new Set(sites));
				expect(ordered.length).toBe(sites.length);
				const positionsOf = (list: typeof sites) => list.map(({ position }) => position.join());
				expect(positionsOf(inReadingOrder(sites.toReversed(), rightToLeft))).toEqual(positionsOf(ordered));
			})
		);
	});
});
