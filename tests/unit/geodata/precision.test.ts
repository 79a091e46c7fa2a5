import fc from 'fast-check';
import { inverse as namedInverse } from 'mgrs';
import * as mgrsLibrary from 'mgrs';
import { describe, expect, it } from 'vitest';
import { coordinateForms, decimalsFor, describePosition } from '$lib/geodata/precision';
import type { Position } from '$lib/geodata/schema';

const inverse = namedInverse ?? (mgrsLibrary as unknown as { default: typeof mgrsLibrary }).default.inverse;
const hmeimim: Position = [35.945, 35.41167];

describe('coordinates', () => {
	it('have as many decimals as the radius allows, and few where none is given', () => {
		expect([0.2, 1, 9.9, 10, 50, null].map(decimalsFor)).toEqual([3, 2, 2, 1, 1, 1]);
		expect(describePosition(hmeimim, 2)).toBe('35.41° N, 35.95° E');
		expect(describePosition([-0.5, -10.25], 20)).toBe('10.3° S, 0.5° W');
	});

	it('are written three ways', () => {
		expect(coordinateForms(hmeimim, 2)).toEqual({
			decimal: '35.41° N, 35.95° E',
			dms: '35° 25′ N, 35° 57′ E',
			mgrs: '36S YE 67 22'
		});
	});

	it('have minutes in fives for a large radius and seconds in fives for a small one', () => {
		expect(coordinateForms(hmeimim, 25).dms).toBe('35° 25′ N, 35° 55′ E');
		expect(coordinateForms(hmeimim, 0.5).dms).toBe('35° 24′ 40″ N, 35° 56′ 40″ E');
		expect(coordinateForms(hmeimim, null)).toEqual(coordinateForms(hmeimim, 10));
	});

	it('carry a minute over into a degree', () => {
		expect(coordinateForms([35.999, 34.9999], 2).dms).toBe('35° 00′ N, 36° 00′ E');
	});

	it('name a grid square no finer than the radius', () => {
		const squares = [150, 25, 2, 0.5, 0.05, 0.001, 0].map((radius) => coordinateForms(hmeimim, radius).mgrs);
		expect(squares.slice(0, 4)).toEqual(['36S YE', '36S YE 6 2', '36S YE 67 22', '36S YE 674 226']);
		expect(squares.map((square) => square!.replaceAll(' ', '').length - 5)).toEqual([0, 2, 4, 6, 8, 10, 10]);
	});

	it('have no grid square near the poles', () => {
		expect(coordinateForms([10, 85], 2).mgrs).toBeNull();
	});

	it('lie in their grid square, and in their own words within the rounding', () => {
		const positions = fc.tuple(
			fc.double({ min: 27, max: 50, noNaN: true }),
			fc.double({ min: 28, max: 42, noNaN: true })
		);
		fc.assert(
			fc.property(positions, fc.double({ min: 0.01, max: 400, noNaN: true }), (position, radius) => {
				const { dms, mgrs } = coordinateForms(position, radius);
				const [west, south, east, north] = inverse(mgrs!.replaceAll(' ', ''));
				// The box of the library leans a little against the square, the more the larger it is.
				const lean = Math.max(east - west, north - south) / 10;
				expect(position[0]).toBeGreaterThan(west - lean);
				expect(position[0]).toBeLessThan(east + lean);
				expect(position[1]).toBeGreaterThan(south - lean);
				expect(position[1]).toBeLessThan(north + lean);
				const [latitude, longitude] = dms.split(', ').map((part) => {
					const [degrees = 0, minutes = 0, seconds = 0] = part.match(/\d+/g)!.map(Number);
					expect(minutes).toBeLessThan(60);
					return degrees + minutes / 60 + seconds / 3600;
				}) as [number, number];
				expect(Math.abs(latitude - position[1])).toBeLessThanOrEqual(150 / 3600 + 1e-9);
				expect(Math.abs(longitude - position[0])).toBeLessThanOrEqual(150 / 3600 + 1e-9);
			})
		);
	});
});
