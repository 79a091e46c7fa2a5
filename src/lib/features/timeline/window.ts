/**
 * The window of the timeline: whole months of the axis, and the steps by which it plays. Months are counted since
 * the year 0. Pure.
 */
import { firstDayOfMonth, lastDayOfMonth, monthOf } from '$lib/base/days';
import type { Segment } from '$lib/geodata/timeline';
import { clamp, type Axis } from './axis';

export type WindowMode = 'window' | 'upto';

/** ISO days, both included; null is unbounded. */
export interface TimeWindow {
	from: string | null;
	to: string | null;
}

/** A window of whole months, counted since the year 0. */
export interface Months {
	first: number;
	last: number;
}

/** The months that a window touches, within the axis; an unbound end is the axis's own. */
export function monthsOf({ from, to }: TimeWindow, axis: Axis): Months {
	const [low, high] = [monthOf(axis.from), monthOf(axis.to)];
	const first = from === null ? low : clamp(monthOf(from), low, high);
	return { first, last: to === null ? high : clamp(monthOf(to), first, high) };
}

/** The window of some months in either order. One that reaches an end of the axis is not bound there. */
export function windowOf({ first, last }: Months, axis: Axis): TimeWindow {
	const [from, to] = first <= last ? [first, last] : [last, first];
	return {
		from: from <= monthOf(axis.from) ? null : firstDayOfMonth(from),
		to: to >= monthOf(axis.to) ? null : lastDayOfMonth(to)
	};
}

/** Moves a window by some months, as far as the axis goes, and keeps its length. */
export function moved({ first, last }: Months, by: number, axis: Axis): Months {
	const shift = clamp(by, monthOf(axis.from) - first, monthOf(axis.to) - last);
	return { first: first + shift, last: last + shift };
}

/** Whether a segment may lie in a window: for segments what `inWindow` is for reports. */
export function within({ from, to }: Pick<Segment, 'from' | 'to'>, window: TimeWindow): boolean {
	return (window.from === null || to >= window.from) && (window.to === null || from <= window.to);
}

/**
 * The months at which playing stops: the first and the last of each report. In between, no report comes or goes, so
 * the picture would stay the same.
 */
export function stopsOf(segments: readonly Segment[]): number[] {
	const months = segments.flatMap(({ from, to }) => [monthOf(from), monthOf(to)]);
	return [...new Set(months)].sort((a, b) => a - b);
}

/**
 * A window of the same length that ends at the next stop; null where there is none. From all dates it goes to the
 * month of the first stop, or backwards of the last. In the mode `upto` only the end moves.
 */
export function stepped(
	window: TimeWindow,
	mode: WindowMode,
	direction: 1 | -1,
	stops: readonly number[],
	axis: Axis
): TimeWindow | null {
	const isAll = window.from === null && window.to === null;
	const { first, last } = monthsOf(window, axis);
	const fresh = isAll && mode === 'window';
	const stop =
		direction === 1
			? stops.find((month) => fresh || month > last)
			: stops.findLast((month) => fresh || month < last);
	if (stop === undefined) return null;
	if (mode === 'upto') return windowOf({ first: monthOf(axis.from), last: stop }, axis);
	if (fresh) return windowOf({ first: stop, last: stop }, axis);
	const next = moved({ first, last }, stop - last, axis);
	// A long window may have no room to step back at the beginning of the axis.
	return next.last === last ? null : windowOf(next, axis);
}

/** A window of the same length that ends at the first stop, where playing starts over; null without a stop. */
export function restarted(
	window: TimeWindow,
	mode: WindowMode,
	stops: readonly number[],
	axis: Axis
): TimeWindow | null {
	const [stop] = stops;
	if (stop === undefined) return null;
	if (mode === 'upto') return windowOf({ first: monthOf(axis.from), last: stop }, axis);
	const { first, last } = monthsOf(window, axis);
	const isAll = window.from === null && window.to === null;
	return windowOf(isAll ? { first: stop, last: stop } : moved({ first, last }, stop - last, axis), axis);
}
