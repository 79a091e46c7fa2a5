import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearCorners, clearSize, offsetOf, paddingOf } from '../../../../src/lib/map/engine/insets';

const insets = { top: 10, right: 300, bottom: 50, left: 20 };
const size = { width: 1000, height: 600 };

describe('the clear part of the map', () => {
	it('is what the insets leave, and the map is moved to its middle', () => {
		expect(clearSize(insets, size)).toEqual({ width: 680, height: 540 });
		expect(clearCorners(insets, size, 0)).toEqual([
			[20, 10],
			[700, 550]
		]);
		const [[left, top], [right, bottom]] = clearCorners(insets, size, 0);
		const [x, y] = offsetOf(insets);
		expect([500 + x, 300 + y]).toEqual([(left + right) / 2, (top + bottom) / 2]);
	});

	it('is never smaller than a point, however much covers it', () => {
		const pixels = fc.nat(2000);
		fc.assert(
			fc.property(pixels, pixels, pixels, pixels, fc.nat(100), (top, right, bottom, left, margin) => {
				const [[x1, y1], [x2, y2]] = clearCorners({ top, right, bottom, left }, size, margin);
				expect(x2).toBeGreaterThanOrEqual(x1);
				expect(y2).toBeGreaterThanOrEqual(y1);
			})
		);
	});
});

describe('the padding', () => {
	it('is the insets and room for the marks', () => {
		expect(paddingOf(insets, size, false)).toEqual({ top: 30, right: 320, bottom: 70, left: 40 });
	});

	it('of a small map is less, but leaves its foot to the credits', () => {
		const none = { top: 0, right: 0, bottom: 0, left: 0 };
		expect(paddingOf(none, size, true)).toEqual({ top: 6, right: 6, bottom: 22, left: 6 });
	});

	it('keeps clear of a sheet that covers most of a phone, with less room for the marks', () => {
		const phone = { width: 320, height: 468 };
		const covered = { top: 60, right: 16, bottom: 320, left: 16 };
		expect(paddingOf(covered, phone, false)).toEqual({ top: 68.9, right: 36, bottom: 328.9, left: 36 });
	});

	it('leaves a part of the map to what is fitted into it', () => {
		const pixels = fc.nat(2000);
		fc.assert(
			fc.property(pixels, pixels, pixels, pixels, fc.boolean(), (top, right, bottom, left, isTight) => {
				const padding = paddingOf({ top, right, bottom, left }, size, isTight);
				expect(padding.left + padding.right).toBeLessThanOrEqual(0.85 * size.width + 1e-9);
				expect(padding.top + padding.bottom).toBeLessThanOrEqual(0.85 * size.height + 1e-9);
			})
		);
	});
});
