/**
 * Where things stand on the timeline, without a page: time ↔ place on the axis, windows of whole months, what
 * the pointer holds, the months at which playing stops, and the stacks of the histogram. Pure.
 * Positions are fractions of the axis, 0 at its earliest day; only `offsetAt` and `monthsByKey`
 * know which side that is on.
 */
import { dayOfIso, firstDayOfMonth, isoOfDay, lastDayOfMonth, monthOf } from '$lib/base/days';
import type { Segment, TimeBin, Timeline } from '$lib/geodata/timeline';

/** The time that is drawn: whole years, both days included. */
export interface Axis {
	from: string;
	to: string;
}

export type WindowMode = 'window' | 'upto';

/** ISO days, both included; null is not bound. */
export interface TimeWindow {
	from: string | null;
	to: string | null;
}

/** A window of whole months, counted since the year 0. */
export interface Months {
	first: number;
	last: number;
}

export function axisOf({ from, to }: Pick<Timeline, 'from' | 'to'>): Axis | null {
	return from === null || to === null
		? null
		: { from: `${from.slice(0, 4)}-01-01`, to: `${to.slice(0, 4)}-12-31` };
}

/** Where a day begins. */
export function startPosition(day: string, axis: Axis): number {
	return clamp((dayOfIso(day) - dayOfIso(axis.from)) / daysOf(axis), 0, 1);
}

/** Where a day ends. */
export function endPosition(day: string, axis: Axis): number {
	return clamp((dayOfIso(day) + 1 - dayOfIso(axis.from)) / daysOf(axis), 0, 1);
}

/** The day at a position; those beyond the axis are its first and last. */
export function dayAt(position: number, axis: Axis): string {
	const day = clamp(Math.floor(position * daysOf(axis)), 0, daysOf(axis) - 1);
	return isoOfDay(dayOfIso(axis.from) + day);
}

/** Where the plot is on the screen, in pixels. */
export interface PlotBox {
	left: number;
	width: number;
}

/**
 * How far the pointer is from the axis' beginning, in pixels; beside the plot it is less than 0 or more than its
 * width. Where one reads from right to left, time runs that way too.
 */
export function offsetAt(x: number, { left, width }: PlotBox, rightToLeft: boolean): number {
	return rightToLeft ? left + width - x : x - left;
}

/** The position of the pointer. */
export function fractionAt(x: number, box: PlotBox, rightToLeft: boolean): number {
	return box.width === 0 ? 0 : clamp(offsetAt(x, box, rightToLeft) / box.width, 0, 1);
}

/** By how many months a key moves an end of the window: the arrow that points where time runs to goes on. */
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

/** The months that a window touches, within the axis; an unbound end is the axis' own. */
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

export type Grip = 'from' | 'to' | 'window' | 'new';

/**
 * What the pointer takes hold of, all in pixels from the axis' beginning. A handle reaches outwards as far as a
 * finger needs and inwards only so far that a third of the window is left to move it by. A null handle is not
 * there; a window that is not bound can't be moved, so dragging within it makes a new one.
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

/**
 * The months at which playing stops: those where a report comes into what may be shown, or is in it for the last
 * time. Between two of them the picture of a month would stay the same, or empty.
 */
export function stopsOf(segments: readonly Segment[]): number[] {
	const months = segments.flatMap(({ from, to }) => [monthOf(from), monthOf(to)]);
	return [...new Set(months)].sort((a, b) => a - b);
}

/**
 * The window that ends at the next stop, as long as this one; null where there is none. With nothing bound it
 * is a month long, and begins at the first stop or, backwards, at the last. Up to a day it is only the end that moves.
 */
export function stepped(
	window: TimeWindow,
	mode: WindowMode,
	direction: 1 | -1,
	stops: readonly number[],
	axis: Axis
): TimeWindow | null {
	const open = window.from === null && window.to === null;
	const { first, last } = monthsOf(window, axis);
	const fresh = open && mode === 'window';
	const stop =
		direction === 1
			? stops.find((month) => fresh || month > last)
			: stops.findLast((month) => fresh || month < last);
	if (stop === undefined) return null;
	if (mode === 'upto') return windowOf({ first: monthOf(axis.from), last: stop }, axis);
	if (fresh) return windowOf({ first: stop, last: stop }, axis);
	const next = moved({ first, last }, stop - last, axis);
	// At the beginning of the axis a long window may have no room to step back.
	return next.last === last ? null : windowOf(next, axis);
}

/** Where playing begins anew, for a window of this length. */
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
	const open = window.from === null && window.to === null;
	return windowOf(open ? { first: stop, last: stop } : moved({ first, last }, stop - last, axis), axis);
}

/** Whether a segment may lie in a window: the rule of `inWindow` for reports, on what they were read into. */
export function within({ from, to }: Pick<Segment, 'from' | 'to'>, window: TimeWindow): boolean {
	return (window.from === null || to >= window.from) && (window.to === null || from <= window.to);
}

/** Months made into years. What lay across two months may lie inside one year. */
export function yearsOf(months: readonly TimeBin[]): TimeBin[] {
	const years = new Map<string, TimeBin[]>();
	for (const bin of months) {
		const year = bin.from.slice(0, 4);
		years.set(year, [...(years.get(year) ?? []), bin]);
	}
	const spread = new Map<string, number>();
	const groups = [...years.values()];
	for (const bins of groups)
		for (const id of unique(bins, 'across')) spread.set(id, (spread.get(id) ?? 0) + 1);
	return [...years].map(([year, bins]) => {
		const across = unique(bins, 'across');
		return {
			from: `${year}-01-01`,
			to: `${year}-12-31`,
			inside: [...unique(bins, 'inside'), ...across.filter((id) => spread.get(id) === 1)],
			across: across.filter((id) => spread.get(id)! > 1),
			open: unique(bins, 'open')
		};
	});
}

/** The month or year that a day is in, empty where no report is. `bins` are months. */
export function binAt(day: string, bins: readonly TimeBin[], unit: 'month' | 'year'): TimeBin {
	const from = unit === 'year' ? `${day.slice(0, 4)}-01-01` : firstDayOfMonth(monthOf(day));
	const found = (unit === 'year' ? yearsOf(bins) : bins).find((bin) => bin.from === from);
	const to = unit === 'year' ? `${day.slice(0, 4)}-12-31` : lastDayOfMonth(monthOf(day));
	return found ?? { from, to, inside: [], across: [], open: [] };
}

/** A box of the histogram: `low` and `high` count reports from the ground. */
export interface Box {
	from: string;
	to: string;
	low: number;
	high: number;
	kind: 'inside' | 'across' | 'open';
}

/** `tops` are the heights of the bins, in their order. */
export interface Stacks {
	boxes: Box[];
	tops: number[];
}

/**
 * Stacks the reports of bins. One that may lie in several bins is a single box as wide as they are, and lies at the
 * ground so that it stays in one piece; what is inside a bin stands upon it, and what is open comes on top.
 */
export function stacksOf(bins: readonly TimeBin[]): Stacks {
	const tops = bins.map(() => 0);
	const bands = bandsOf(bins);
	const wide = new Set(bands.map(({ id }) => id));
	const lanes: number[] = [];
	const boxes: Box[] = bands.map(({ first, last, kind }) => {
		let lane = lanes.findIndex((end) => end < first);
		if (lane === -1) lane = lanes.length;
		lanes[lane] = last;
		for (let index = first; index <= last; index++) tops[index] = Math.max(tops[index]!, lane + 1);
		return { from: bins[first]!.from, to: bins[last]!.to, low: lane, high: lane + 1, kind };
	});
	for (const [index, { from, to, inside, open }] of bins.entries()) {
		const narrow = [
			{ kind: 'inside', count: inside.length },
			{ kind: 'open', count: open.filter((id) => !wide.has(id)).length }
		] as const;
		for (const { kind, count } of narrow) {
			if (count === 0) continue;
			const low = tops[index]!;
			tops[index] = low + count;
			boxes.push({ from, to, low, high: low + count, kind });
		}
	}
	return { boxes, tops };
}

/** The largest of 1, 2, 5, 10, 20, 50 ... that is not above the height: where one line helps to read it. */
export function guideOf(height: number): number {
	if (height < 1) return 0;
	const power = 10 ** Math.floor(Math.log10(height));
	return [5, 2, 1].map((factor) => factor * power).find((value) => value <= height) ?? 0;
}

/** The years to be written at the axis, so few that they fit beside each other on a phone. */
export function labelledYears(axis: Axis): number[] {
	const [first, last] = [Number(axis.from.slice(0, 4)), Number(axis.to.slice(0, 4))];
	const years = last - first + 1;
	const every = [1, 2, 5, 10, 20, 50, 100].find((step) => years / step <= 10) ?? 1000;
	return Array.from({ length: years }, (_, index) => first + index).filter((year) => year % every === 0);
}

interface Band {
	id: string;
	first: number;
	last: number;
	kind: 'across' | 'open';
}

/** Reports in more than one bin, the longer first where several begin together, so that they nest. */
function bandsOf(bins: readonly TimeBin[]): Band[] {
	const bands = new Map<string, Band>();
	for (const [index, bin] of bins.entries()) {
		for (const kind of ['across', 'open'] as const) {
			for (const id of bin[kind]) {
				const band = bands.get(id);
				if (band) band.last = index;
				else bands.set(id, { id, first: index, last: index, kind });
			}
		}
	}
	return [...bands.values()]
		.filter(({ first, last, kind }) => kind === 'across' || last > first)
		.sort((a, b) => a.first - b.first || b.last - a.last);
}

function unique(bins: readonly TimeBin[], kind: 'inside' | 'across' | 'open'): string[] {
	return [...new Set(bins.flatMap((bin) => bin[kind]))];
}

function daysOf({ from, to }: Axis): number {
	return dayOfIso(to) + 1 - dayOfIso(from);
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}
