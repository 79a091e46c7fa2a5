/** Quotes of another program, found again in a text, as reports to be looked at. Pure. */
import type { AnchoredQuote } from './anchor';
import type { AnnotatedQuote } from './annotations';
import { blankReport, type Command } from './commands';

/**
 * What makes a report of each quote that is there; null where none is.
 * @param next the number that the draft gives next
 */
export function reportsOf(anchored: readonly AnchoredQuote<AnnotatedQuote>[], next: number): Command | null {
	const found = anchored.flatMap(({ now, before }) => (now ? [{ now, before }] : []));
	const commands = found.flatMap(({ now: { start, end }, before }, index): Command[] => [
		{
			do: 'report',
			report: {
				...blankReport({ start, end }),
				summary: before.comment,
				place: null,
				// Nobody has said yet what is claimed.
				inferred: ['claim']
			}
		},
		{ do: 'decide', id: `r${next + index}`, decision: 'open' }
	]);
	return commands.length > 0 ? { do: 'all', commands } : null;
}
