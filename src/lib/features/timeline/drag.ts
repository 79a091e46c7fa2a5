/**
 * What the pointer and the keys do to the window. Offsets are pixels from the beginning of the axis, which is on the
 * right in a right-to-left page. Pure.
 */
import { clamp, type Axis } from './axis';
import { moved, windowOf, type Months, type TimeWindow } from './window';

/** Where the plot is on the screen, in pixels. */
export interface PlotBox {
	left: number;
	width: number;
}

/** Pixels from the axis's beginning to the pointer; beside the plot less than 0, or more than its width. */
export function offsetAt(x: number, { left, width }: PlotBox, rightToLeft: boolean): number {
	return rightToLeft ? left + width - x : x - left;
}

/** The position of the pointer on the axis. */
export function fractionAt(x: number, box: PlotBox, rightToLeft: boolean): number {
	return box.width === 0 ? 0 : clamp(offsetAt(x, box, rightToLeft) / box.width, 0, 1);
}

export type Grip = 'from' | 'to' | 'window' | 'new';

/**
 * What the pointer takes hold of, all in pixels from the axis's beginning. A handle reaches outwards as far as a
 * finger needs, and inwards only so far that a third of the window is left to move it by. `from` is null where the
 * window has no handle there. A window that is not bound cannot be moved: a drag within it makes a new one.
 */
export function gripAt(x: number, from: number | null, to: number, reach: number, bound: boolean): Grip {
	if (from === null) return 'to';
	if (x <= from) return from - x <= reach ? 'from' : 'new';
	if (x >= to) return x - to <= reach ? 'to' : 'new';
	const inwards = Math.min(reach, (to - from) / 3);
	if (x - from <= inwards) return 'from';
	if (to - x <= inwards) return 'to';
	return bound ? 'window' : 'new';
}

/** The window after a drag from one month to another, by a grip of the window that was `before`. */
export function dragged(
	grip: Grip,
	before: Months,
	fromMonth: number,
	toMonth: number,
	axis: Axis
): TimeWindow {
	switch (grip) {
		case 'from':
			return windowOf({ first: Math.min(toMonth, before.last), last: before.last }, axis);
		case 'to':
			return windowOf({ first: before.first, last: Math.max(toMonth, before.first) }, axis);
		case 'window':
			return windowOf(moved(before, toMonth - fromMonth, axis), axis);
		case 'new':
			return windowOf({ first: fromMonth, last: toMonth }, axis);
	}
}

/** Months by which a key moves an end of the window; null for other keys. An arrow moves the way it points. */
export function monthsByKey(key: string, rightToLeft: boolean): number | null {
	switch (key) {
		case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
		case 'ArrowUp':
			return 1;
		case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
		case 'ArrowDown':
			return -1;
		case 'PageUp':
			return 12;
		case 'PageDown':
			return -12;
		default:
			return null;
	}
}
