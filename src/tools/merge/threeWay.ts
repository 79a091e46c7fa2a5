/**
 * What two people made of the same records, put together: entry by entry and value by value, by their ids, so that it does
 * not matter at which lines they wrote. Pure.
 */
import { isSame } from '../../lib/draft/kept';
import { canonical, fieldsOf, isFields } from '../../lib/geodata/loose';
import type { Fields } from '../../lib/geodata/loose';
import type { ArticleRecord, VerificationRecord } from '../../lib/geodata/schema';
import { at } from '../../lib/geodata/validate/problem';
import { extractsOf, fits, verificationOf } from '../../lib/geodata/verification';

/** One file as both had it before, and as each has it now; undefined where it is not there. */
export interface Versions {
	base: unknown;
	ours: unknown;
	theirs: unknown;
}

/** A value that both changed, each to something else. */
export interface Conflict {
	at: string;
	ours: unknown;
	theirs: unknown;
}

export interface Merged {
	/** Undefined where the file is gone. Where there is a conflict it has what is ours. */
	value: unknown;
	conflicts: Conflict[];
}

/** Puts the two changes of a file together. */
export function mergeFile({ base, ours, theirs }: Versions): Merged {
	const conflicts: Conflict[] = [];
	return { value: merged(base, ours, theirs, '', conflicts), conflicts };
}

function merged(
	base: unknown,
	ours: unknown,
	theirs: unknown,
	place: string,
	conflicts: Conflict[]
): unknown {
	if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
	if (isSame(base, ours)) return theirs;
	if (isDayOfRecord(place) && typeof ours === 'string' && typeof theirs === 'string')
		return ours > theirs ? ours : theirs;
	// Two reports of the same words that both recorded are one, and it is for people to say which.
	const isRecordedTwice = base === undefined && isFields(ours) && 'claim' in ours;
	if (isFields(ours) && isFields(theirs) && !isWhole(ours) && !isWhole(theirs) && !isRecordedTwice)
		return mergedFields(fieldsOf(base), ours, theirs, place, conflicts);
	if (Array.isArray(ours) && Array.isArray(theirs) && (base === undefined || Array.isArray(base))) {
		const list = mergedLists((base as unknown[] | undefined) ?? [], ours, theirs, place, conflicts);
		if (list) return inOrder(list, place);
	}
	conflicts.push({ at: place, ours, theirs });
	return ours;
}

/** The day on which an article or a place was last changed: the later one. */
const isDayOfRecord = (place: string) => place === 'recorded' || place === 'properties.recorded';

/** Values that are one, of whatever they consist: words with their offsets, a date, a shape. */
const isWhole = (value: Fields) => ['exact', 'edtf', 'coordinates', 'sha256'].some((key) => key in value);

function mergedFields(
	base: Fields,
	ours: Fields,
	theirs: Fields,
	place: string,
	conflicts: Conflict[]
): Fields {
	const after: [string, unknown][] = [];
	for (const key of together(Object.keys(base), Object.keys(ours), Object.keys(theirs))) {
		const value = merged(base[key], ours[key], theirs[key], at(place, key), conflicts);
		if (value !== undefined) after.push([key, value]);
	}
	return Object.fromEntries(after);
}

/** A list of entries with ids, or of different texts or entries; null where they can't be told apart. */
function mergedLists(
	base: unknown[],
	ours: unknown[],
	theirs: unknown[],
	place: string,
	conflicts: Conflict[]
): unknown[] | null {
	// A position is no list of two numbers.
	if ([base, ours, theirs].flat().some((entry) => typeof entry === 'number' || Array.isArray(entry)))
		return null;
	const [before, one, other] = [base, ours, theirs].map(byKey);
	if (!before || !one || !other) return null;
	const keys = together([...before.keys()], [...one.keys()], [...other.keys()]);
	// Of entries without ids one that is changed is gone and new: both may not have done that.
	const isGone = (list: Map<string, unknown>) => [...before.keys()].some((key) => !list.has(key));
	const haveIds = [...one.values(), ...other.values()].every((entry) => isFields(entry) && 'id' in entry);
	if (!haveIds && isGone(one) && isGone(other)) return null;
	return keys.flatMap((key) => {
		const value = merged(before.get(key), one.get(key), other.get(key), at(place, `[${key}]`), conflicts);
		return value === undefined ? [] : [value];
	});
}

/** Entries by what tells them apart; null where two are the same. */
function byKey(list: unknown[]): Map<string, unknown> | null {
	const ids = list.map((entry) => fieldsOf(entry).id);
	const areIds = ids.every((id) => typeof id === 'string');
	const entries = list.map(
		(entry, index) => [areIds ? String(ids[index]) : canonical(entry), entry] as const
	);
	const found = new Map(entries);
	return found.size === list.length ? found : null;
}

/** All keys: ours in our order, and each that only they have after the one that it follows with them. */
function together(base: string[], ours: string[], theirs: string[]): string[] {
	const all = [...new Set([...ours, ...base])];
	for (const [index, key] of theirs.entries()) {
		if (all.includes(key)) continue;
		const before = theirs.slice(0, index).findLast((other) => all.includes(other));
		all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, key);
	}
	return all;
}

/** Passages, mentions and reports stand in the order of the text, as far as they did before. */
function inOrder(list: unknown[], place: string): unknown[] {
	if (!/^passages$|\.mentions$/.test(place)) return list;
	return list.toSorted((a, b) => Number(fieldsOf(a).start) - Number(fieldsOf(b).start));
}

/**
 * The stamp of an article that both changed and compared: each of its words was compared with the same text by one of the
 * two. Null where that is not so, and it has to be compared anew.
 */
export function mergedStamp(
	article: unknown,
	sides: readonly { article: unknown; stamp: unknown }[]
): VerificationRecord | null {
	try {
		const stamps = sides.map((side) => side.stamp as VerificationRecord);
		const areCompared = sides.every((side) =>
			fits(side.stamp as VerificationRecord, side.article as ArticleRecord)
		);
		const isOneText = new Set(stamps.map(({ text }) => text)).size === 1;
		const wordsOf = (record: unknown) => extractsOf(record as ArticleRecord).map(canonical);
		const compared = new Set(sides.flatMap((side) => wordsOf(side.article)));
		if (!areCompared || !isOneText || !wordsOf(article).every((words) => compared.has(words))) return null;
		return verificationOf(article as ArticleRecord, stamps.map((stamp) => stamp.on).sort()[0]!);
	} catch {
		// A record that is not in order has no stamp.
		return null;
	}
}
