/** A text folded as searches compare it, with the way back to where each letter stood. */
import { foldText } from '../../base/foldText';
import type { Span } from './span';

/** A text with its letters folded. */
export interface Folded {
	text: string;
	/** The span of the unchanged text that a span of the folded one came from. */
	spanOf: (span: Span) => Span;
}

/** Folds letter by letter, since what folding takes away or spells out would move all offsets after it. */
export function folded(text: string): Folded {
	if (!/[^\x20-\x7e\n]/.test(text)) return { text: text.toLowerCase(), spanOf: (span) => span };
	let result = '';
	const starts: number[] = [];
	const ends: number[] = [];
	let at = 0;
	for (const letter of text) {
		const plain = /\s/.test(letter) ? (letter === '\n' ? '\n' : ' ') : foldText(letter);
		const end = at + letter.length;
		// A mark that is taken away belongs to the letter before it.
		if (plain === '' && ends.length > 0) ends[ends.length - 1] = end;
		for (let unit = 0; unit < plain.length; unit++) {
			starts.push(at);
			ends.push(end);
		}
		result += plain;
		at = end;
	}
	return {
		text: result,
		spanOf: ({ start, end }) =>
			end > start
				? { start: starts[start]!, end: ends[end - 1]! }
				: { start: starts[start] ?? at, end: starts[start] ?? at }
	};
}
