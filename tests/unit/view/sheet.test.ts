import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heightAfter, heightByKey, nearestHeight, sheetHeights } from '../../../src/lib/view/sheet';

const pixels = { low: 140, half: 300, full: 600 };

it('a sheet that is let go comes to rest at the nearest height', () => {
	expect(nearestHeight(0, pixels)).toBe('low');
	expect(nearestHeight(219, pixels)).toBe('low');
	expect(nearestHeight(221, pixels)).toBe('half');
	expect(nearestHeight(451, pixels)).toBe('full');
	expect(nearestHeight(9999, pixels)).toBe('full');
});

it('arrow keys go up and down a height, Home and End to the last, and no further', () => {
	expect(heightByKey('ArrowUp', 'low')).toBe('half');
	expect(heightByKey('ArrowDown', 'half')).toBe('low');
	expect(heightByKey('ArrowDown', 'low')).toBe('low');
	expect(heightByKey('PageUp', 'full')).toBe('full');
	expect(heightByKey('Home', 'full')).toBe('low');
	expect(heightByKey('End', 'low')).toBe('full');
	expect(heightByKey('Tab', 'half')).toBeNull();
});

it('taps reach every height from every other', () => {
	fc.assert(
		fc.property(fc.constantFrom(...sheetHeights), fc.constantFrom(...sheetHeights), (from, to) => {
			let height = from;
			for (let taps = 0; taps < sheetHeights.length && height !== to; taps++) height = heightAfter(height);
			expect(height).toBe(to);
		})
	);
});
