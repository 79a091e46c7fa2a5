/**
 * Quotes in a text that may have changed since they were recorded: each is looked for again, and gets the words and the
 * place that it has now. The order is that of `geodata/quotes.ts`: exact, by context, fuzzy with the difference shown.
 */
import { checkEach, type QuoteCheck } from '../geodata/quotes';
import type { AnnotatedQuote } from './annotations';

/** What is found of a quote. `by-position`: nothing but a place was recorded, and these are the words there. */
export type Anchor = QuoteCheck | { kind: 'by-position'; start: number; end: number };

export interface AnchoredQuote<Quote> {
	/** As it was recorded. */
	before: Quote;
	anchor: Anchor;
	/** As it is to be recorded in this text; null where it is not there. The author confirms what is not exact. */
	now: { exact: string; prefix: string; suffix: string; start: number; end: number } | null;
}

type Selector = Pick<AnnotatedQuote, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

/** In UTF-16 units, as the schema has it. */
const contextLength = 32;

/** Looks for each quote in a text, one at a time, so that progress can be shown; in their order. Never throws. */
export function* anchorEach<Quote extends Selector>(
	text: string,
	quotes: readonly Quote[]
): Generator<AnchoredQuote<Quote>> {
	const worded = quotes.filter(({ exact }) => exact !== null);
	const checks = checkEach(
		text,
		worded.map(({ exact, prefix, suffix, start }) => ({
			exact: exact!,
			...{ prefix, suffix },
			start: start ?? placeByContext(text, exact!, prefix, suffix)
		}))
	);
	for (const before of quotes) {
		const anchor = before.exact === null ? byPosition(text, before) : checks.next().value!;
		yield {
			before,
			anchor,
			now: anchor.kind === 'missing' ? null : selectorOf(text, anchor.start, anchor.end)
		};
	}
}

/** The selectors of some words: what they are, up to 32 units on each side, and their offsets (UTF-16). */
export function selectorOf(text: string, start: number, end: number) {
	return {
		exact: text.slice(start, end),
		prefix: whole(text, Math.max(0, start - contextLength), start),
		suffix: whole(text, end, Math.min(text.length, end + contextLength)),
		start,
		end
	};
}

/** Without half of a surrogate pair at either end. */
function whole(text: string, start: number, end: number): string {
	return text.slice(isInPair(text, start) ? start + 1 : start, isInPair(text, end) ? end - 1 : end);
}

const isInPair = (text: string, at: number) => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** Where words stand with what stood around them, for a quote that has no place; else the beginning. */
function placeByContext(text: string, exact: string, prefix: string, suffix: string): number {
	const at = text.indexOf(prefix + exact + suffix);
	return at < 0 ? 0 : at + prefix.length;
}

function byPosition(text: string, { start, end }: Selector): Anchor {
	const isThere = start !== null && end !== null && start < end && end <= text.length;
	return isThere ? { kind: 'by-position', start, end } : { kind: 'missing' };
}
