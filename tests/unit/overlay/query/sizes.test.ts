import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdingOf, sizesOf, type Size } from '../../../../src/lib/overlay/query/sizes';
import { random } from '../../../../src/tools/bench/made-up';

const radius = ({ fixed, growing }: Size, zoom: number) => fixed + growing * 2 ** zoom;
const scattered = (count: number) => {
	const next = random(count);
	return Float64Array.from({ length: 2 * count }, () => 0.4 + next() * 0.1);
};

describe('crowding', () => {
	it('is that of rows spread over an area, and none of single rows', () => {
		// A tenth of the world each way is a hundredth of its area.
		expect(crowdingOf(scattered(500_000)) / (500_000 * 100)).toBeCloseTo(1, 0);
		expect(crowdingOf([])).toBe(0);
		expect(crowdingOf([0.5, 0.5])).toBe(0);
		expect(crowdingOf([0.1, 0.1, 0.9, 0.9, 0.1, 0.9])).toBe(0);
	});

	it('is that where most rows are, however wide the land about them', () => {
		const dense = [...scattered(10_000)];
		expect(crowdingOf([...dense, 0.1, 0.1, 0.9, 0.9])).toBeGreaterThan(10_000 * 40);
	});
});

describe('a mark', () => {
	const crowding = fc.double({ min: 0, max: 1e12, noNaN: true });
	const zoom = fc.integer({ min: 0, max: 16 });

	it('is larger the more rows it stands for, and never meets its neighbours’', () => {
		fc.assert(
			fc.property(crowding, zoom, fc.integer({ min: 1, max: 16 }), (crowding, zoom, values) => {
				const room = 16 / Math.ceil(Math.sqrt(values));
				const sizes = sizesOf(crowding, 1e6, zoom, values, room);
				const radii = [1, 2, 5, 30, 500, 1e6].map((count) => radius(sizes(count), zoom));
				expect(radii).toEqual(radii.toSorted((a, b) => a - b));
				expect(radii.at(-1)).toBeLessThanOrEqual(Math.max(4, room) + 1e-9);
				expect(radii[0]).toBeGreaterThanOrEqual(2);
			})
		);
	});

	it('grows with the picture of its tile where there are many, and not where there are few', () => {
		const many = sizesOf(1e9, 1e6, 6, 7, 5)(10);
		expect(radius(many, 7) / radius(many, 6)).toBeCloseTo(2);
		const few = sizesOf(0, 100, 6, 7, 5)(1);
		expect(radius(few, 7)).toBe(radius(few, 6));
	});
});
