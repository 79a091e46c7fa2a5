/**
 * The edges of a selection: never within a character as a reader sees it (UAX 29, by `Intl.Segmenter`), and moved by
 * words. `start` and `end` are UTF-16 offsets in the order of the text, so that all is the same for text that runs from
 * right to left: the start is where its reading begins.
 */

import type { Span } from '../geodata/fullText';

export type Edge = 'start' | 'end';

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** How much of a text around an edge is looked at first. */
const reach = 128;

/** Widens a selection to the whole characters that its edges cut; one that is empty becomes empty before the character. */
export function snapToCharacters(text: string, start: number, end: number): Span {
	const [from, to] = [clamped(text, Math.min(start, end)), clamped(text, Math.max(start, end))];
	const first = characterAround(text, from).start;
	return { start: first, end: from === to ? first : characterAround(text, to).end };
}

/** A selection with one edge moved outwards to take in one word more; the same where there is none. */
export function widenByWord(text: string, span: Span, edge: Edge): Span {
	const { start, end } = span;
	if (edge === 'start') {
		const word = lastWord(text, (found) => found.start < start, start);
		return word ? { start: word.start, end } : span;
	}
	const word = firstWord(text, (found) => found.end > end, end);
	return word ? { start, end: word.end } : span;
}

/** A selection with one edge moved inwards to leave out one word; the same where only one is in it. */
export function narrowByWord(text: string, span: Span, edge: Edge): Span {
	const { start, end } = span;
	if (edge === 'start') {
		const word = firstWord(text, (found) => found.start > start, start);
		return word && word.start < end ? { start: word.start, end } : span;
	}
	const word = lastWord(text, (found) => found.end < end, end);
	return word && word.end > start ? { start, end: word.end } : span;
}

const clamped = (text: string, at: number) => Math.max(0, Math.min(text.length, Math.trunc(at)));

/** The character that a place is within; where it is between two, that place twice. */
function characterAround(text: string, at: number): Span {
	if (at === 0 || at === text.length) return { start: at, end: at };
	const from = placeBetweenCharacters(text, at - 1);
	for (const { index, segment } of characters.segment(text.slice(from, endOfPiece(text, at)))) {
		const end = from + index + segment.length;
		if (end === at) return { start: at, end: at };
		if (end > at) return { start: from + index, end };
	}
	return { start: at, end: at };
}

/**
 * The nearest place before another where a character certainly begins, whatever stands before: after a line end, or
 * between two characters of ASCII.
 */
function placeBetweenCharacters(text: string, before: number): number {
	let at = before;
	while (at > 0 && !(isPlain(text, at - 1) && isPlain(text, at))) at--;
	return at;
}

/** As above, after a place. */
function endOfPiece(text: string, after: number): number {
	let at = after + 1;
	while (at < text.length && !(isPlain(text, at - 1) && isPlain(text, at))) at++;
	return at;
}

/** ASCII but for CR, which belongs to the LF behind it. */
const isPlain = (text: string, at: number) => text.charCodeAt(at) < 0x80 && text[at] !== '\r';

/** The first word from somewhere on that fits. */
function firstWord(text: string, fits: (word: Span) => boolean, at: number): Span | null {
	let from = placeBetweenWords(text, at, -1);
	while (from < text.length) {
		const to = placeBetweenWords(text, Math.min(text.length, Math.max(from, at) + reach), 1);
		const found = wordsIn(text, from, to).find(fits);
		if (found) return found;
		from = to;
	}
	return null;
}

/** The last word up to somewhere that fits. */
function lastWord(text: string, fits: (word: Span) => boolean, at: number): Span | null {
	let to = placeBetweenWords(text, at, 1);
	while (to > 0) {
		const from = placeBetweenWords(text, Math.max(0, Math.min(to, at) - reach), -1);
		const found = wordsIn(text, from, to).findLast(fits);
		if (found) return found;
		to = from;
	}
	return null;
}

/** The nearest place between a space and what follows it, looking back (-1) or ahead (1). */
function placeBetweenWords(text: string, at: number, step: -1 | 1): number {
	while (at > 0 && at < text.length && !isBetweenWords(text, at)) at += step;
	return at;
}

/** Marks and joiners belong to what stands before them, even to a space. */
const isBetweenWords = (text: string, at: number) =>
	/\s/.test(text[at - 1]!) && !/[\s\p{M}\p{Cf}]/u.test(String.fromCodePoint(text.codePointAt(at)!));

function wordsIn(text: string, from: number, to: number): Span[] {
	return [...words.segment(text.slice(from, to))]
		.filter(({ isWordLike }) => isWordLike)
		.map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }));
}
