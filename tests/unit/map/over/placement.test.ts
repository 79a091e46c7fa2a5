import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuCorner, tooltipCorner } from '../../../../src/lib/map/over/placement';

const map = { width: 400, height: 300 };
const card = { width: 100, height: 40 };

describe('the corner of a tooltip', () => {
	it('is above what it tells of, in the middle', () => {
		expect(tooltipCorner({ x: 200, y: 150, gap: 20 }, card, map)).toEqual({ left: 150, top: 90 });
	});

	it('is below where there is no room above', () => {
		expect(tooltipCorner({ x: 200, y: 60, gap: 20 }, card, map).top).toBe(80);
	});

	it('leaves some pixels to both sides of the map', () => {
		expect(tooltipCorner({ x: 10, y: 150, gap: 20 }, card, map).left).toBe(8);
		expect(tooltipCorner({ x: 390, y: 150, gap: 20 }, card, map).left).toBe(292);
	});

	it('is whole pixels, so that letters stay sharp', () => {
		expect(tooltipCorner({ x: 200.4, y: 150.7, gap: 20 }, card, map)).toEqual({ left: 150, top: 91 });
	});
});

describe('the corner of a menu', () => {
	it('has its head on what was clicked', () => {
		expect(menuCorner({ x: 200, y: 150 }, card, map)).toEqual({ left: 150, top: 130 });
	});

	it('keeps the whole menu on the map, wherever that was', () => {
		const places = fc.record({
			x: fc.integer({ min: -50, max: 450 }),
			y: fc.integer({ min: -50, max: 350 })
		});
		fc.assert(
			fc.property(places, (place) => {
				const { left, top } = menuCorner(place, card, map);
				expect(left).toBeGreaterThanOrEqual(8);
				expect(top).toBeGreaterThanOrEqual(8);
				expect(left + card.width).toBeLessThanOrEqual(map.width - 8);
				expect(top + card.height).toBeLessThanOrEqual(map.height - 8);
			})
		);
	});

	it('begins on the map where the menu is larger', () => {
		expect(menuCorner({ x: 200, y: 150 }, { width: 500, height: 400 }, map)).toEqual({ left: 8, top: 8 });
	});
});
