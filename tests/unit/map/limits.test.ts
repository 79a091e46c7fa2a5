import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/lib/map/limits';

describe('the limits', () => {
	it('are those of the basemap while nothing lies beyond', () => {
		expect(limitsOf(0, [])).toEqual({ bounds: [27, 28, 50, 42], leastZoom: 4 });
		expect(limitsOf(0, [[36, 33, 40, 36]])).toEqual(limitsOf(0, []));
		expect(limitsOf(100, []).bounds[1]).toBeLessThan(28);
	});

	it('hold a reader’s own data with air about it, wherever on Earth it is', () => {
		const longitude = fc.double({ min: -180, max: 180, noNaN: true });
		const latitude = fc.double({ min: -85, max: 85, noNaN: true });
		fc.assert(
			fc.property(longitude, longitude, latitude, latitude, (a, b, c, d) => {
				const box: [number, number, number, number] = [
					Math.min(a, b),
					Math.min(c, d),
					Math.max(a, b),
					Math.max(c, d)
				];
				const { bounds } = limitsOf(0, [box]);
				expect(bounds[0]).toBeLessThanOrEqual(Math.min(27, box[0]));
				expect(bounds[1]).toBeLessThanOrEqual(Math.min(28, box[1]));
				expect(bounds[2]).toBeGreaterThanOrEqual(Math.max(50, box[2]));
				expect(bounds[3]).toBeGreaterThanOrEqual(Math.max(42, box[3]));
				expect(bounds[0]).toBeGreaterThanOrEqual(-180);
				expect(bounds[2]).toBeLessThanOrEqual(180);
			})
		);
		expect(limitsOf(0, [[2, 48, 3, 49]])).toEqual({ bounds: [-3, 28, 50, 54], leastZoom: 0 });
	});
});
