/**
 * The axis of the timeline: which day is where on it. Days are ISO days in UTC. Positions are fractions of the
 * axis, 0 at its earliest day, whichever side of the screen that is on. Pure.
 */
import { dayOfIso, isoOfDay } from '$lib/base/days';
import type { Timeline } from '$lib/geodata/timeline';

/** The time that is drawn: whole years, both days included. */
export interface Axis {
	from: string;
	to: string;
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

/** The years to be written at the axis, so few that they fit beside each other on a phone. */
export function labelledYears(axis: Axis): number[] {
	const [first, last] = [Number(axis.from.slice(0, 4)), Number(axis.to.slice(0, 4))];
	const years = last - first + 1;
	const every = [1, 2, 5, 10, 20, 50, 100].find((step) => years / step <= 10) ?? 1000;
	return Array.from({ length: years }, (_, index) => first + index).filter((year) => year % every === 0);
}

function daysOf({ from, to }: Axis): number {
	return dayOfIso(to) + 1 - dayOfIso(from);
}

export function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}
