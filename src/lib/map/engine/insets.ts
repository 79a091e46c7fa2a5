/** What the insets leave of the map. Pure; all in pixels of the page. */
import type { Insets } from './types';

export interface Size {
	width: number;
	height: number;
}

/** At most this much of the map is padding, however much covers it. */
const mostPadding = 0.7;

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
 * The insets and room for the marks, as MapLibre's padding. Where the map has not that much room, each direction is
 * scaled down.
 * @param isTight a small map inside a text: less room for the marks, but some for the credits over its foot
 */
export function paddingOf(
	{ top, right, bottom, left }: Insets,
	{ width, height }: Size,
	isTight: boolean
): Insets {
	const margin = isTight ? 6 : 20;
	const foot = isTight ? 16 : 0;
	const across = Math.min(1, (mostPadding * width) / (left + right + 2 * margin || 1));
	const down = Math.min(1, (mostPadding * height) / (top + bottom + foot + 2 * margin || 1));
	return {
		top: (top + margin) * down,
		bottom: (bottom + foot + margin) * down,
		left: (left + margin) * across,
		right: (right + margin) * across
	};
}
