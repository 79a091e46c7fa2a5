/** Spans of days as a filter. Days are counted since 1970-01-01, UTC; both ends are in a span. Pure. */
import { dayOfIso, type Days } from '../base/days';
import { firstDay, lastDay } from './table';

/** The days that are in both of two spans; null is all time. Where none is, a span that holds no day. */
export function crossed(one: Days | null, other: Days | null): Days | null {
	if (!one || !other) return one ?? other;
	return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}

/** Whether two spans hold the same days; null is all time. */
export const sameDays = (one: Days | null, other: Days | null): boolean =>
	one?.from === other?.from && one?.to === other?.to;

/** The days between two ISO days; null, where it stands for one of them, is without bound, and for both all time. */
export function daysBetween(from: string | null, to: string | null): Days | null {
	if (from === null && to === null) return null;
	return {
		from: from === null ? firstDay : dayOfIso(from),
		to: to === null ? lastDay : dayOfIso(to)
	};
}
