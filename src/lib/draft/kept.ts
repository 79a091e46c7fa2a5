/**
 * A record after a correction. The desk makes records of what it knows, which is not all that a record may have: so what
 * it would make before and after the correction is compared, and of the record only that is changed in which they differ.
 */
import { isFields, type Fields } from '../geodata/loose';
import type { Loose } from './newRecords';

/** Values that are one: a new reason why there is no mark does not follow from an old one. */
const whole: readonly string[] = ['unmapped', 'geometry'];

/**
 * @param before the record as it was
 * @param made what the desk makes of it while nothing is changed
 * @param now what it makes of it now
 */
export function corrected<T extends Loose>(before: object, made: object, now: object): T {
	return merged(before as Fields, made as Fields, now as Fields) as T;
}

function merged(before: Fields, made: Fields, now: Fields): Fields {
	const after = { ...before };
	for (const key of new Set([...Object.keys(made), ...Object.keys(now)])) {
		const [was, is] = [made[key], now[key]];
		if (isSame(was, is)) continue;
		const there = before[key];
		after[key] =
			isFields(there) && isFields(was) && isFields(is) && !whole.includes(key) ? merged(there, was, is) : is;
		if (after[key] === undefined) delete after[key];
	}
	return after;
}

/** Whether two values are the same as JSON, where what is undefined is not there. */
export function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
	if (!isFields(a) || !isFields(b)) return false;
	return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
}
