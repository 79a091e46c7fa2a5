import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GridScroll } from '$lib/ui/grid/gridScroll.svelte';
import { lastTopRow, maxHeight } from '$lib/ui/grid/scrolling';

let count: number;
let element: { scrollTop: number };
let scroll: GridScroll;

beforeEach(() => {
	count = 1000;
	element = { scrollTop: 0 };
	scroll = new GridScroll(
		() => count,
		() => element as HTMLElement
	);
	scroll.scrollerHeight = 672;
	scroll.headHeight = 32;
});

/** As browsers do, which keep the position of a scroll bar in whole pixels. */
function dragTo(pixels: number) {
	element.scrollTop = Math.round(pixels);
	scroll.scrolled();
}

const turn = (deltaY: number, deltaMode: 0 | 1 = 0, ctrlKey = false) => {
	const preventDefault = vi.fn();
	scroll.wheel({ deltaY, deltaMode, ctrlKey, preventDefault });
	return preventDefault.mock.calls.length > 0;
};

describe('GridScroll', () => {
	it('knows the rows in view: one more than fit, for the two that are cut', () => {
		expect([scroll.first, scroll.visible, scroll.whole]).toEqual([0, 21, 20]);
		dragTo(48);
		expect([scroll.topRow, scroll.first]).toEqual([1.5, 1]);
		expect(scroll.sizes).toEqual({ row: 32, room: 640, height: 32_000, above: -16 });
	});

	it('has no more rows in view than there are', () => {
		count = 3;
		expect([scroll.first, scroll.visible]).toEqual([0, 3]);
		count = 0;
		expect([scroll.first, scroll.visible]).toEqual([0, 0]);
	});

	it('goes to a row, and not beyond the last', () => {
		scroll.to(100);
		expect([scroll.topRow, element.scrollTop]).toEqual([100, 3200]);
		scroll.to(5000);
		expect([scroll.topRow, element.scrollTop]).toEqual([980, 31_360]);
		scroll.to(-5);
		expect([scroll.topRow, element.scrollTop]).toEqual([0, 0]);
	});

	it('keeps the row that it was sent to, though the browser rounds its pixels', () => {
		count = 1_000_000;
		scroll.to(123_456);
		dragTo(element.scrollTop);
		expect(scroll.topRow).toBe(123_456);
		dragTo(element.scrollTop + 2);
		expect(scroll.topRow).toBeGreaterThan(123_456);
	});

	it('shows a row with the least movement', () => {
		scroll.show(19);
		expect(scroll.topRow).toBe(0);
		scroll.show(20);
		expect(scroll.topRow).toBe(1);
		scroll.show(0);
		expect(scroll.topRow).toBe(0);
	});

	it('goes back where fewer rows are left', () => {
		scroll.to(900);
		count = 100;
		scroll.clamp();
		expect(scroll.topRow).toBe(lastTopRow(scroll.rows));
	});

	it('leaves the wheel to the browser while a pixel is a pixel', () => {
		expect(turn(64)).toBe(false);
		count = 1 + maxHeight / 32;
		vi.stubGlobal('WheelEvent', { DOM_DELTA_PIXEL: 0 });
		expect(turn(64, 0, true)).toBe(false);
		expect(turn(0)).toBe(false);
		expect(turn(64)).toBe(true);
		expect(scroll.topRow).toBe(2);
		expect(turn(3, 1)).toBe(true);
		expect(scroll.topRow).toBe(5);
		vi.unstubAllGlobals();
	});
});
