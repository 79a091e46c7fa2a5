import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	fromMercatorMetres,
	latitudeAt,
	longitudeAt,
	mercatorEdge,
	mercatorX,
	mercatorY
} from '../../../src/lib/base/mercator';

describe('Web Mercator', () => {
	it('has the equator and Greenwich in the middle, and the north above', () => {
		expect([mercatorX(0), mercatorY(0)]).toEqual([0.5, 0.5]);
		expect([mercatorX(-180), mercatorX(180)]).toEqual([0, 1]);
		expect(mercatorY(85.051128779806604)).toBeCloseTo(0, 12);
		expect(mercatorY(-85.051128779806604)).toBeCloseTo(1, 12);
	});

	it('gives a position back', () => {
		const longitudes = fc.double({ min: -180, max: 180, noNaN: true });
		const latitudes = fc.double({ min: -85, max: 85, noNaN: true });
		fc.assert(
			fc.property(longitudes, latitudes, (longitude, latitude) => {
				const [x, y] = [mercatorX(longitude), mercatorY(latitude)];
				expect(longitudeAt(x)).toBeCloseTo(longitude, 9);
				expect(latitudeAt(y)).toBeCloseTo(latitude, 9);
				const metres = fromMercatorMetres((2 * x - 1) * mercatorEdge, (1 - 2 * y) * mercatorEdge);
				expect(metres[0]).toBeCloseTo(longitude, 9);
				expect(metres[1]).toBeCloseTo(latitude, 9);
			})
		);
	});
});

describe('metres of EPSG:3857', () => {
	it('become degrees, as in the example of the EPSG guidance note 7-2', () => {
		const [longitude, latitude] = fromMercatorMetres(-11_169_055.58, 2_800_000);
		expect(longitude).toBeCloseTo(-(100 + 20 / 60), 6);
		expect(latitude).toBeCloseTo(24 + 22 / 60 + 54.433 / 3600, 6);
	});
});
