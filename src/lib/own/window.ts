/** Spans of days as a filter. Days are counted since 1970-01-01, UTC; both ends are in a span. Pure. */

export interface Days {
	from: number;
	to: number;
}

/** The days that are in both of two spans; null is all time. Where none is, a span that holds no day. */
export function crossed(one: Days | null, other: Days | null): Days | null {
	if (!one || !other) return one ?? other;
	return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}
