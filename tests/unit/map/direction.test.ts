import { describe, expect, it } from 'vitest';
import { nearestInDirection } from '../../../src/lib/map/direction';

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
