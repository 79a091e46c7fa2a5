/** Spans of a text, and its words as the recognisers compare them. Offsets are UTF-16 units of the unchanged text. */
import { foldText } from '../../base/foldText';
import type { Span } from '../../geodata/fullText';

export type { Span };

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
	const byLength = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
	return disjoint(byLength);
}

/**
 * Of spans that overlap, the one that comes first in the list. In the order of the text. Takes time in proportion to
 * their number: those that overlap nothing are not compared.
 */
export function disjoint<T extends Span>(spans: readonly T[]): T[] {
	const ranked = spans
		.map((span, rank) => ({ span, rank }))
		.sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
	const kept: T[] = [];
	let from = 0;
	while (from < ranked.length) {
		let { end } = ranked[from]!.span;
		let to = from + 1;
		for (; to < ranked.length && ranked[to]!.span.start < end; to++)
			end = Math.max(end, ranked[to]!.span.end);
		const group = ranked.slice(from, to).sort((a, b) => a.rank - b.rank);
		for (const span of firstOf(group.map(({ span }) => span))) kept.push(span);
		from = to;
	}
	return kept;
}

function firstOf<T extends Span>(spans: readonly T[]): T[] {
	if (spans.length === 1) return [spans[0]!];
	const kept: T[] = [];
	for (const span of spans) {
		const at = firstFrom(kept, span.start);
		const [before, after] = [kept[at - 1], kept[at]];
		if ((before && before.end > span.start) || (after && overlaps(span, after))) continue;
		kept.splice(at, 0, span);
	}
	return kept;
}

/** The index of the first span that starts at an offset or after it, in a list that is in the order of the text. */
function firstFrom(spans: readonly Span[], start: number): number {
	let [low, high] = [0, spans.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (spans[middle]!.start < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Those of a list that lie in a span; the list is in the order of the text and its spans do not overlap. */
export function within<T extends Span>(spans: readonly T[], outer: Span): T[] {
	const found: T[] = [];
	for (let at = firstFrom(spans, outer.start); at < spans.length && spans[at]!.start < outer.end; at++)
		if (spans[at]!.end <= outer.end) found.push(spans[at]!);
	return found;
}

/** Those of a list that overlap a span; the list is in the order of the text and its spans do not overlap. */
export function touching<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
	const from = firstFrom(spans, start);
	const first = from > 0 && spans[from - 1]!.end > start ? from - 1 : from;
	let last = from;
	while (last < spans.length && spans[last]!.start < end) last++;
	return spans.slice(first, last);
}

/** Puts a span into a list in the order of the text. */
export function insert<T extends Span>(spans: T[], span: T): void {
	spans.splice(firstFrom(spans, span.start), 0, span);
}

/** Whether a span overlaps one of a list in the order of the text whose spans do not overlap. */
export function touches(spans: readonly Span[], span: Span): boolean {
	const at = firstFrom(spans, span.start);
	return (at > 0 && spans[at - 1]!.end > span.start) || (at < spans.length && spans[at]!.start < span.end);
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
