/** What the insets leave of the map. Pure; all in pixels of the page. */
import type { Insets } from './types';

export interface Size {
	width: number;
	height: number;
}

/** At most this much of the map is padding, however much covers it: more would be more than the map. */
const mostPadding = 0.85;

export function sameInsets(a: Insets, b: Insets): boolean {
	return a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
}

/** From the middle of the map to the middle of its clear part: to the right and down. */
export function offsetOf({ top, right, bottom, left }: Insets): [number, number] {
	return [(left - right) / 2, (top - bottom) / 2];
}

/** The size of the clear part; less than nothing where the insets cover more than the map. */
export function clearSize({ top, right, bottom, left }: Insets, { width, height }: Size): Size {
	return { width: width - left - right, height: height - top - bottom };
}

/** The upper left and the lower right corner of the clear part, less a margin; never smaller than a point. */
export function clearCorners(
	{ top, right, bottom, left }: Insets,
	{ width, height }: Size,
	margin: number
): [upperLeft: [number, number], lowerRight: [number, number]] {
	const [x, y] = [left + margin, top + margin];
	return [
		[x, y],
		[Math.max(x, width - right - margin), Math.max(y, height - bottom - margin)]
	];
}

/**
 * The insets and room for the marks, as MapLibre's padding. Where the map has not that much room, the marks get less, and
 * then each direction is scaled down.
 * @param isTight a small map inside a text: less room for the marks, but some for the credits over its foot
 */
export function paddingOf({ top, right, bottom, left }: Insets, size: Size, isTight: boolean): Insets {
	const foot = isTight ? 16 : 0;
	const [above, below] = padded(top, bottom + foot, size.height, isTight ? 6 : 20);
	const [before, after] = padded(left, right, size.width, isTight ? 6 : 20);
	return { top: above, bottom: below, left: before, right: after };
}

/** What covers two opposite sides, with a margin as far as there is room for it. */
function padded(one: number, other: number, length: number, margin: number): [number, number] {
	const room = mostPadding * length;
	const between = Math.max(0, Math.min(margin, (room - one - other) / 2));
	const scale = Math.min(1, room / (one + other + 2 * between || 1));
	return [(one + between) * scale, (other + between) * scale];
}
