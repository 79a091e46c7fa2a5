/**
 * The check that a reader can make: whether the quotes stand in a text that the reader has. The order of looking
 * is that of the W3C Web Annotation model and of Hypothesis: the exact words, then what stands between the words
 * before and after, then the closest passage.
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
import searchApproximately from 'approx-string-match';
import { diffArrays } from 'diff';
import { positionsOf } from './fullText';
import type { QuoteView } from './views';

/** What is looked for: the words, those around them, and where they stood (UTF-16 offset) when recorded. */
export type QuoteSelector = Pick<QuoteView, 'exact' | 'prefix' | 'suffix' | 'start'>;

/** A run of words: in both, only in the text (`added`), or only in the quote (`removed`). */
export interface DifferencePart {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** Where the words were found in the text, as UTF-16 offsets. */
interface Found {
	start: number;
	end: number;
}

/**
 * `exact`: the words stand there, `moved` if elsewhere than recorded. `typography`: they do but for spaces,
 * quotation marks, dashes or invisible characters. `by-context`: other words stand between those around it.
 * `fuzzy`: the closest passage, `errors` characters away. `missing`: nothing like it.
 */
export type QuoteCheck =
	| ({ kind: 'exact'; moved: boolean } & Found)
	| ({ kind: 'typography'; difference: DifferencePart[] } & Found)
	| ({ kind: 'by-context'; difference: DifferencePart[] } & Found)
	| ({ kind: 'fuzzy'; errors: number; difference: DifferencePart[] } & Found)
	| { kind: 'missing' };

/** Where more than this share of a quote’s characters differs, the closest passage does not count as found. */
const errorShare = 0.3;

/** With a few differences allowed, a quote shorter than this would be found in any text. */
const shortestFuzzy = 12;
const shortestContext = 6;
const contextLength = 32;

/** Looks for each quote in a text, one at a time, so that progress can be shown; in their order. Never throws. */
export function* checkEach(text: string, quotes: readonly QuoteSelector[]): Generator<QuoteCheck> {
	const folded = foldTypography(text);
	for (const quote of quotes) yield checkQuote(text, folded, quote);
}

/** What differs between the words of a quote and those of a text, word by word. */
export function differenceOf(quote: string, text: string): DifferencePart[] {
	return diffArrays(wordsOf(quote), wordsOf(text)).map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value.join('')
	}));
}

function checkQuote(text: string, folded: Folded, quote: QuoteSelector): QuoteCheck {
	const { exact, start } = quote;
	const wanted = foldTypography(exact).text.trim();
	if (wanted === '') return { kind: 'missing' };

	const places = positionsOf(exact, text);
	if (places.length > 0) {
		const at = bestPlace(places, text, quote);
		return { kind: 'exact', moved: at !== start, start: at, end: at + exact.length };
	}

	const same = nearestTo(
		start,
		positionsOf(wanted, folded.text).map((at) => unfold(folded, at, at + wanted.length))
	);
	if (same) return { kind: 'typography', difference: differenceIn(text, same, exact), ...same };

	const between = findBetween(folded, quote, wanted.length);
	if (between) return { kind: 'by-context', difference: differenceIn(text, between, exact), ...between };

	const closest = findClosest(folded, wanted, start);
	if (closest) {
		const { errors, ...found } = closest;
		return { kind: 'fuzzy', errors, difference: differenceIn(text, found, exact), ...found };
	}
	return { kind: 'missing' };
}

/** Of several places with the words: the recorded one, else one with the same context, else the nearest. */
function bestPlace(places: number[], text: string, { exact, prefix, suffix, start }: QuoteSelector): number {
	if (places.includes(start)) return start;
	const inContext = places.filter((at) => {
		const end = at + exact.length;
		return text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, end);
	});
	return (inContext.length > 0 ? inContext : places).reduce((best, at) =>
		Math.abs(at - start) < Math.abs(best - start) ? at : best
	);
}

/** The text between the prefix and the suffix of a quote, where it is about as long as the quote. */
function findBetween(folded: Folded, { prefix, suffix, start }: QuoteSelector, length: number): Found | null {
	const [before, after] = [prefix, suffix].map((context) => foldTypography(context).text.trim()) as [
		string,
		string
	];
	if (before.length < shortestContext || after.length < shortestContext) return null;
	const ends = positionsOf(after, folded.text);
	const found = positionsOf(before, folded.text).flatMap((at): Found[] => {
		const from = at + before.length;
		const to = ends.find((end) => end > from);
		if (to === undefined || to - from > 2 * length + contextLength) return [];
		return trimmed(folded, from, to);
	});
	return nearestTo(start, found);
}

function findClosest(folded: Folded, wanted: string, start: number): (Found & { errors: number }) | null {
	if (wanted.length < shortestFuzzy) return null;
	const matches = searchApproximately(folded.text, wanted, Math.floor(wanted.length * errorShare));
	const found = matches.flatMap(({ start: from, end: to, errors }) =>
		trimmed(folded, ...wholeWords(folded.text, from, to)).map((place) => ({ ...place, errors }))
	);
	return nearestTo(start, found);
}

function nearestTo<F extends Found>(start: number, found: readonly F[]): F | null {
	const distance = (place: F) => Math.abs(place.start - start);
	return found.reduce<F | null>(
		(best, place) => (best && distance(best) <= distance(place) ? best : place),
		null
	);
}

function differenceIn(text: string, { start, end }: Found, exact: string): DifferencePart[] {
	return differenceOf(exact, text.slice(start, end));
}

/** A word keeps the space behind it, or else every second token would be a space and match any other. */
function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{M}\p{N}]+\s*|[^\p{L}\p{M}\p{N}]\s*/gu) ?? [];
}

/** A text without its typography, and for each UTF-16 unit of it where in the text it begins and ends. */
interface Folded {
	text: string;
	starts: number[];
	ends: number[];
}

/** What typesetters, editors and browsers change without changing a word. */
const typography = new Map(
	Object.entries({ '‘’‚‛ʼ′`´': "'", '“”„‟«»″': '"', '‐‑‒–—―−': '-', '…': '...' }).flatMap(([from, to]) =>
		[...from].map((character) => [character, to] as const)
	)
);

/** The soft hyphen, the marks of direction and width zero, and the Arabic tatweel, which only stretches a word. */
const invisible =
	/^[\u{AD}\u{61C}\u{640}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2064}\u{2066}-\u{2069}\u{FEFF}]$/u;

/** Composes letters (NFC), makes quotation marks and dashes plain and every run of spaces one space. */
function foldTypography(text: string): Folded {
	const folded: Folded = { text: '', starts: [], ends: [] };
	const units: string[] = [];
	let at = 0;
	// A letter and its marks are composed together, so that composed and decomposed text come out alike.
	for (const [cluster] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
		const end = at + cluster.length;
		const space = /^\s+$/u.test(cluster);
		const plain = space
			? ' '
			: invisible.test(cluster)
				? ''
				: (typography.get(cluster) ?? cluster.normalize('NFC'));
		if (!(space && units.at(-1) === ' ')) {
			for (let unit = 0; unit < plain.length; unit++) {
				units.push(plain[unit]!);
				folded.starts.push(at);
				folded.ends.push(end);
			}
		}
		at = end;
	}
	folded.text = units.join('');
	return folded;
}

function unfold({ starts, ends }: Folded, from: number, to: number): Found {
	return { start: starts[from]!, end: ends[to - 1]! };
}

/** As `unfold`, without the spaces at both ends; nothing where there is nothing else. */
function trimmed(folded: Folded, from: number, to: number): Found[] {
	const words = folded.text.slice(from, to);
	const length = words.trim().length;
	if (length === 0) return [];
	const first = from + (words.length - words.trimStart().length);
	return [unfold(folded, first, first + length)];
}

/** Widens a match to the words that it begins and ends in. */
function wholeWords(text: string, from: number, to: number): [number, number] {
	const isWord = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? '');
	while (from > 0 && isWord(from) && isWord(from - 1)) from--;
	while (to < text.length && isWord(to - 1) && isWord(to)) to++;
	return [from, to];
}
