/**
 * Which words of an article are kept: the sentences around its quotes, where that is not too much, and else the quotes
 * alone. Short quotations are fair; half of somebody's article is not. Pure.
 */
import { around, trimmed } from './article';
import { overlaps } from './recognise/span';
import type { Span } from './article';
import { sentencesOf, tokensOf } from './text';
import { wordsAtMost } from './toDo';

/** Why no passages can be made that are in order. */
export interface PassageFault {
	/** `quote-repeated`: its words stand twice in those that overlap it, so that they don't say which are meant. */
	code: 'passage-long' | 'quote-repeated' | 'half-of-text';
	/** The first quote that it is about; null where it is about all of them. */
	quote: Span | null;
}

/** Quotes that overlap: no passage has less than these. */
interface Core extends Span {
	quotes: Span[];
	/** The sentences that it stands in, or what an author wants around it. */
	sentences: Span;
	/** Whether its passage has the whole sentences. */
	isWide: boolean;
	/** Whether an author wants just that. */
	isChosen: boolean;
}

interface Passage extends Span {
	cores: Core[];
}

/** No passage is made longer than this, in UTF-16 units: a text without full stops is one sentence. */
const longest = 4000;

/**
 * Passages in the order of the text, none of which overlap, with at most 75 words each and together less than half of the
 * text. Every quote stands in one of them, once.
 * @param quotes no white space at their ends; they may overlap
 * @param chosen what an author wants to be kept in place of the sentences: never narrowed
 */
export function passagesOf(
	text: string,
	quotes: readonly Span[],
	chosen: readonly Span[] = []
): { passages: Span[]; faults: PassageFault[] } {
	const cores = coresOf(text, quotes, chosen);
	let passages = laidOut(text, cores);
	for (;;) {
		const narrowed = passages.filter(({ cores }) => cores.some(isSpare));
		const wrong = narrowed.find((passage) => isLong(text, passage) || repeatedIn(text, passage) !== null);
		const widest = isMuch(text, passages) ? narrowed.toSorted((a, b) => spare(b) - spare(a))[0] : undefined;
		const next = wrong ?? widest;
		if (!next) break;
		for (const core of next.cores) if (isSpare(core)) core.isWide = false;
		passages = laidOut(text, cores);
	}
	return {
		passages: passages.map(({ start, end }) => ({ start, end })),
		faults: faultsOf(text, passages)
	};
}

function faultsOf(text: string, passages: Passage[]): PassageFault[] {
	const faults = passages.flatMap((passage): PassageFault[] => {
		const repeated = repeatedIn(text, passage);
		if (isLong(text, passage)) return [{ code: 'passage-long', quote: passage.cores[0]!.quotes[0]! }];
		return repeated ? [{ code: 'quote-repeated', quote: repeated }] : [];
	});
	return isMuch(text, passages) ? [...faults, { code: 'half-of-text', quote: null }] : faults;
}

const isSpare = ({ isWide, isChosen }: Core) => isWide && !isChosen;

/** Where the sentences of a text stand. */
export function sentenceSpans(text: string): Span[] {
	const tokens = tokensOf(text);
	return sentencesOf(text, tokens).map(({ from, to }) => ({
		start: tokens[from]!.start,
		end: tokens[to - 1]!.end
	}));
}

/** A passage with one sentence more, before or after it; the same where there is none. */
export function widerPassage(text: string, span: Span, side: 'before' | 'after'): Span {
	const next =
		side === 'before'
			? sentenceSpans(text).findLast(({ start }) => start < span.start)
			: sentenceSpans(text).find(({ end }) => end > span.end);
	return next ? around(span, next) : span;
}

function coresOf(text: string, quotes: readonly Span[], chosen: readonly Span[]): Core[] {
	const sentences = sentenceSpans(text);
	const cores: Omit<Core, 'sentences' | 'isWide' | 'isChosen'>[] = [];
	for (const quote of quotes.toSorted((a, b) => a.start - b.start)) {
		const before = cores.at(-1);
		if (before && quote.start < before.end) {
			before.end = Math.max(before.end, quote.end);
			before.quotes.push(quote);
		} else cores.push({ ...quote, quotes: [quote] });
	}
	return cores.map((core) => {
		// What nobody sees may stand between sentences and be quoted.
		const wanted = chosen.filter((span) => overlaps(span, core));
		const isChosen = wanted.length > 0;
		const { start, end } = (
			isChosen ? wanted : sentences.filter((sentence) => overlaps(sentence, core))
		).reduce(around, core);
		return { ...core, sentences: { start, end }, isWide: true, isChosen };
	});
}

/** Passages that overlap become one; those side by side too, where that is not too long. */
function laidOut(text: string, cores: readonly Core[]): Passage[] {
	const passages: Passage[] = [];
	for (const core of cores) {
		const { start, end } = core.isWide ? trimmed({ text }, core.sentences) : core;
		const before = passages.at(-1);
		const both = before && {
			start: Math.min(before.start, start),
			end: Math.max(before.end, end),
			cores: [...before.cores, core]
		};
		if (both && (start < before.end || (isBeside(text, before.end, start, both) && !isLong(text, both))))
			passages[passages.length - 1] = both;
		else passages.push({ start, end, cores: [core] });
	}
	return passages;
}

const isBeside = (text: string, end: number, start: number, { cores }: Passage) =>
	cores.every(({ isWide }) => isWide) && start - end < longest && text.slice(end, start).trim() === '';

const isLong = (text: string, { start, end, cores }: Passage): boolean =>
	(end - start > longest && cores.some(({ isWide }) => isWide)) ||
	text.slice(start, end).split(/\s+/).length > wordsAtMost;

/** A quote whose words stand more than once in its passage. */
function repeatedIn(text: string, { start, end, cores }: Passage): Span | null {
	const words = text.slice(start, end);
	const isRepeated = (quote: Span) => {
		const exact = text.slice(quote.start, quote.end);
		return words.indexOf(exact) !== words.lastIndexOf(exact);
	};
	return cores.flatMap(({ quotes }) => quotes).find(isRepeated) ?? null;
}

const isMuch = (text: string, passages: readonly Passage[]): boolean =>
	passages.reduce((sum, { start, end }) => sum + end - start, 0) * 2 >= text.length;

/** By how many UTF-16 units a passage is longer than the quotes need. */
const spare = ({ start, end, cores }: Passage): number =>
	end - start - cores.reduce((sum, core) => sum + core.end - core.start, 0);
