import { shownText } from './hidden';

/** The beginning of a text, of at most so many UTF-16 units; what belongs to one letter stays together. */
export function beginningOf(text: string, most: number): string {
	if (text.length <= most) return text;
	let end = most;
	// A letter with more marks than this is none.
	const least = Math.max(0, most - 24);
	while (end > least && isWithinLetter(text, end)) end--;
	return text.slice(0, end > least ? end : most);
}

/** Whether a place in a text is between two characters of what is seen as one. */
function isWithinLetter(text: string, at: number): boolean {
	const [before, after] = [text.codePointAt(at - 1)!, text.codePointAt(at)!];
	if (before > 0xffff) return true;
	const next = String.fromCodePoint(after);
	return /\p{M}|\p{DI}/u.test(next) || before === 0x200d;
}

/**
 * A reader's text for where nothing but text can stand: an option, a title, the name of a control, an announcement. Only
 * its beginning where it is long, with what nobody sees written out.
 */
export function shortText(text: string, most = 100): string {
	const beginning = beginningOf(text, most);
	return beginning === text ? shownText(text) : `${shownText(beginning)}…`;
}

/** The same, ending after a whole word with an ellipsis where there is more: a sentence that is cut is seen to be cut. */
export function wholeWords(text: string, most: number): string {
	const all = text.replaceAll(/\s+/gu, ' ').trim();
	if (all.length <= most) return all;
	const beginning = beginningOf(all, most - 1);
	const isWhole = all[beginning.length] === ' ';
	const words = isWhole ? beginning : beginning.replace(/ [^ ]*$/u, '');
	return `${words.replace(/[\s\p{Pd},;:،؛([{“‘«]+$/u, '')}…`;
}

/** A run of letters without a break that is longer than this is cut where a line may end. */
const longestRun = 100;

/**
 * A text in pieces between which a line may break. A browser that shapes letters by their neighbours goes over the rest of
 * a word again for each of its lines, which takes seconds for one of ten thousand letters.
 */
export function breakable(text: string): string[] {
	const pieces: string[] = [];
	let end = 0;
	for (const { 0: run, index } of text.matchAll(/\S{101,}/gu)) {
		if (index > end) pieces.push(text.slice(end, index));
		for (let at = 0; at < run.length;) {
			const piece = beginningOf(run.slice(at, at + 2 * longestRun), longestRun);
			pieces.push(piece);
			at += piece.length;
		}
		end = index + run.length;
	}
	return end < text.length || pieces.length === 0 ? [...pieces, text.slice(end)] : pieces;
}
