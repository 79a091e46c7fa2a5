/** The outcome of a reader's check in words. */
import type { QuoteCheck } from '../../geodata/quotes';
import type { QuoteView } from '../../geodata/views';
import { list, m, number } from '../../words';

/** A quote with the ids of the reports that rest on it. */
export interface CheckedQuote extends QuoteView {
	reports: string[];
}

/** What a mark and a line say of one quote. The sign repeats the words for the eye, never the colour alone. */
export function wordsOf(check: QuoteCheck): { sign: '✓' | '≈' | '✗'; words: string } {
	switch (check.kind) {
		case 'exact':
			return { sign: '✓', words: check.moved ? m.check_moved() : m.check_exact() };
		case 'typography':
			return { sign: '✓', words: m.check_typography() };
		case 'by-context':
			return { sign: '≈', words: m.check_by_context() };
		case 'fuzzy':
			return { sign: '≈', words: m.check_fuzzy() };
		case 'missing':
			return { sign: '✗', words: m.check_missing() };
	}
}

/** “10 of 12 quotes found word for word, 1 with other words, 1 not found.” */
export function summaryOf(checks: readonly QuoteCheck[]): string {
	const count = (...kinds: QuoteCheck['kind'][]) => checks.filter(({ kind }) => kinds.includes(kind)).length;
	const rest = [
		{ found: count('typography'), words: m.check_sum_typography },
		{ found: count('by-context', 'fuzzy'), words: m.check_sum_words },
		{ found: count('missing'), words: m.check_sum_missing }
	].filter(({ found }) => found > 0);
	const exact = m.check_sum_exact({ n: number(count('exact')), total: number(checks.length) });
	return `${list([exact, ...rest.map(({ found, words }) => words({ n: number(found) }))])}.`;
}
