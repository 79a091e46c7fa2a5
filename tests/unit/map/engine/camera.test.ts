import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded, sameCamera } from '../../../../src/lib/map/engine/camera';

const camera = { zoom: 7.12345, latitude: 34.567891, longitude: 36.123456 };

describe('rounded', () => {
	it('has two digits of zoom, and as many of the position as a pixel is worth', () => {
		expect(rounded(camera)).toEqual({ zoom: 7.12, latitude: 34.568, longitude: 36.123 });
		expect(rounded({ ...camera, zoom: 9 })).toEqual({ zoom: 9, latitude: 34.5679, longitude: 36.1235 });
	});

	it('is the same when rounded again, and the same place as before', () => {
		const cameras = fc.record({
			zoom: fc.double({ min: 4.6, max: 14, noNaN: true }),
			latitude: fc.double({ min: 28, max: 42, noNaN: true }),
			longitude: fc.double({ min: 27, max: 50, noNaN: true })
		});
		fc.assert(
			fc.property(cameras, (any) => {
				// Just below zoom 9 rounding may reach it, where a digit more is told; from there on nothing changes.
				const once = rounded(any);
				expect(rounded(once)).toEqual(once);
				expect(sameCamera(once, any) || any.zoom >= 8.995).toBe(true);
			})
		);
	});
});

describe('same camera', () => {
	it('sees no difference below a pixel, and one above', () => {
		expect(sameCamera(camera, { ...camera, longitude: 36.12349 })).toBe(true);
		expect(sameCamera(camera, { ...camera, longitude: 36.125 })).toBe(false);
		expect(sameCamera(camera, { ...camera, zoom: 7.2 })).toBe(false);
	});

	it('knows none from some', () => {
		expect(sameCamera(null, null)).toBe(true);
		expect(sameCamera(camera, null)).toBe(false);
	});
});
