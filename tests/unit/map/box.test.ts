import { describe, expect, it } from 'vitest';
import { around, boxOf, contains, joined } from '../../../src/lib/map/box';

describe('boxes', () => {
	it('hold positions', () => {
		expect(
			around([
				[36, 35],
				[38, 33]
			])
		).toEqual([36, 33, 38, 35]);
		expect(
			joined([
				[36, 33, 38, 35],
				[40, 30, 41, 31]
			])
		).toEqual([36, 30, 41, 35]);
		expect(contains([36, 33, 38, 35], [36, 34])).toBe(true);
		expect(contains([36, 33, 38, 35], [39, 34])).toBe(false);
	});

	it('hold geometries, those of a collection together', () => {
		const line = {
			type: 'LineString' as const,
			coordinates: [
				[36, 35],
				[38, 33, 500]
			]
		};
		expect(boxOf(line)).toEqual([36, 33, 38, 35]);
		const point = { type: 'Point' as const, coordinates: [40, 31] };
		expect(boxOf({ type: 'GeometryCollection', geometries: [line, point] })).toEqual([36, 31, 40, 35]);
	});

	it('of nothing change no other', () => {
		expect(joined([around([]), [36, 33, 38, 35]])).toEqual([36, 33, 38, 35]);
	});
});
