/** Spans of a text, and its words as the recognisers compare them. Offsets are UTF-16 units of the unchanged text. */
import { foldText } from '../../base/foldText';

/** Part of a text; `end` is exclusive. */
export interface Span {
	start: number;
	end: number;
}

/** A run of letters and digits. A hyphen, an apostrophe or a full stop ends it: “Iran’s” is two words. */
export interface Word extends Span {
	text: string;
	/** As words are compared: small letters, without marks, Arabic letters folded. */
	key: string;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean =>
	outer.start <= inner.start && inner.end <= outer.end;

/** Of spans that overlap, the longest; of two as long, the one that came first. In the order of the text. */
export function longestOf<T extends Span>(found: readonly T[]): T[] {
	const kept: T[] = [];
	const byLength = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
	for (const span of byLength) if (!kept.some((other) => overlaps(span, other))) kept.push(span);
	return kept.sort((a, b) => a.start - b.start);
}

export function wordsOf(text: string): Word[] {
	return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu)].map(({ 0: word, index }) => ({
		text: word,
		key: foldText(word),
		start: index,
		end: index + word.length
	}));
}

/** The keys of a name, joined as `keyAt` joins them. */
export function nameKey(name: string): string {
	return wordsOf(name)
		.map(({ key }) => key)
		.join(' ');
}

/** Words that stand directly beside each other: only a space, a hyphen, an apostrophe or a full stop is between. */
export function areJoined(text: string, a: Span, b: Span): boolean {
	return /^(?:[ \u00a0]+|[ \u00a0]?[-‐‑–'’.][ \u00a0]?|\.[ \u00a0]|[ \u00a0]?\n[ \u00a0]?)$/.test(
		text.slice(a.end, b.start)
	);
}
