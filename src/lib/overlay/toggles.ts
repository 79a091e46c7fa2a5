/** Which values are turned off, by code. Pure; each answer is a new set. */

export type Codes = ReadonlySet<number>;

export const codes = (given: Iterable<number> = []): Codes => new Set(given);

/** One turned off, or on again. */
export function toggled(off: Codes, code: number): Codes {
	const next = new Set(off);
	if (!next.delete(code)) next.add(code);
	return next;
}

/** All turned off but these. */
export function allBut(all: readonly number[], kept: readonly number[]): Codes {
	const on = new Set(kept);
	return new Set(all.filter((code) => !on.has(code)));
}
