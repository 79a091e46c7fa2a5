/** The outcome of a reader's check in words. */
import type { QuoteCheck } from '../../geodata/quotes';

/** What a mark and a line say of one quote. The sign repeats the words for the eye, never the colour alone. */
export function wordsOf(check: QuoteCheck): { sign: '✓' | '≈' | '✗'; words: string } {
	switch (check.kind) {
		case 'exact':
			return {
				sign: '✓',
				words: check.moved ? 'Word for word, elsewhere in the text' : 'Word for word, at its place'
			};
		case 'typography':
			return { sign: '✓', words: 'The same but for spacing or typography' };
		case 'by-context':
			return { sign: '≈', words: 'Found by what stands around it, but the words differ' };
		case 'fuzzy':
			return { sign: '≈', words: 'Something close was found, but the words differ' };
		case 'missing':
			return { sign: '✗', words: 'Not found' };
	}
}

/** “10 of 12 quotes found word for word, 1 with other words, 1 not found.” */
export function summaryOf(checks: readonly QuoteCheck[]): string {
	const count = (...kinds: QuoteCheck['kind'][]) => checks.filter(({ kind }) => kinds.includes(kind)).length;
	const rest: [number, string][] = [
		[count('typography'), 'but for spacing or typography'],
		[count('by-context', 'fuzzy'), 'with other words'],
		[count('missing'), 'not found']
	];
	const said = rest.filter(([number]) => number > 0).map(([number, words]) => `, ${number} ${words}`);
	return `${count('exact')} of ${checks.length} quotes found word for word${said.join('')}.`;
}
