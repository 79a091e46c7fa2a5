import type { Span } from '../../draft/article';
import { narrowByWord, widenByWord } from '../../draft/edges';

export type EdgeMove = 'start-earlier' | 'start-later' | 'end-earlier' | 'end-later';

/** Some words of a text with one of their ends moved by a word. */
export function moved(text: string, span: Span, move: EdgeMove): Span {
	if (move === 'start-earlier') return widenByWord(text, span, 'start');
	if (move === 'start-later') return narrowByWord(text, span, 'start');
	if (move === 'end-later') return widenByWord(text, span, 'end');
	return narrowByWord(text, span, 'end');
}
