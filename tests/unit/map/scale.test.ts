import { describe, expect, it } from 'vitest';
import { distanceText, partingZoom, scaleBar, zoomForWidth } from '../../../src/lib/map/scale';

describe('scale bar', () => {
	it.each([4.6, 6, 7.3, 10, 14])('is round and fits at zoom %d', (zoom) => {
		const { width, kilometres } = scaleBar(35, zoom, 110);
		expect(width).toBeLessThanOrEqual(110.001);
		expect(width).toBeGreaterThan(110 / 2.6);
		expect([1, 2, 5]).toContain(Number(kilometres.toExponential().split('e')[0]));
	});

	it('knows that the equator is 40,075 km long', () => {
		const { width, kilometres } = scaleBar(0, 0, 512);
		expect(kilometres / width).toBeCloseTo(40075.016686 / 512);
	});
});

describe('the length of the bar', () => {
	it.each([
		[200, '200 km'],
		[1000, '1,000 km'],
		[1, '1 km'],
		[0.5, '500 m']
	])('of %d km is “%s”', (kilometres, text) => {
		expect(distanceText(kilometres)).toBe(text);
	});
});

describe('parting zoom', () => {
	it('is the first whole zoom at which the nearest neighbour is far enough', () => {
		const degree = 512 / 360;
		const zoom = partingZoom(
			[36, 0],
			[
				[37, 0],
				[40, 0]
			],
			40
		);
		expect(degree * 2 ** zoom).toBeGreaterThan(40);
		expect(degree * 2 ** (zoom - 1)).toBeLessThanOrEqual(40);
	});

	it('passes over what is at the same position, and is 0 where there are no others', () => {
		expect(partingZoom([36, 35], [[36, 35]], 40)).toBe(0);
	});
});

describe('zoom for a width', () => {
	it('makes it so many pixels wide', () => {
		const zoom = zoomForWidth(36, 36.5, 200);
		expect(((512 * 2 ** zoom) / 360) * 0.5).toBeCloseTo(200);
	});
});
