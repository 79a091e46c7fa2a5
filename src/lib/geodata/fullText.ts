/** Words in a full text: where they stand, what is around them, and how two of them differ. Offsets are UTF-16 units. */

export interface Span {
	start: number;
	end: number;
}

/** A record has no more than this before and after a quote. */
const contextLength = 32;

export function spanAt(start: number, words: string): Span {
	return { start, end: start + words.length };
}

/** Where some words begin in a text, or in a part of it. No words stand nowhere. */
export function positionsOf(words: string, text: string, { start, end } = spanAt(0, text)): number[] {
	const found: number[] = [];
	if (words === '') return found;
	for (let index = text.indexOf(words, start); index !== -1; index = text.indexOf(words, index + 1)) {
		if (index + words.length > end) break;
		found.push(index);
	}
	return found;
}

/** Whether no letter or digit stands right before or after. */
export function isWhole(text: string, { start, end }: Span): boolean {
	const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
	return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
}

/** What stands around some words, as much as a record may have of it, and no half of a pair. */
export function contextOf(text: string, { start, end }: Span): { prefix: string; suffix: string } {
	const [before, after] = [
		text.slice(Math.max(0, start - contextLength), start),
		text.slice(end, end + contextLength)
	];
	return {
		prefix: /^[\uDC00-\uDFFF]/.test(before) ? before.slice(1) : before,
		suffix: /[\uD800-\uDBFF]$/.test(after) ? after.slice(0, -1) : after
	};
}

/** Where words of a record begin to differ from those of the text, with the letters before. */
export function firstDifference(record: string, text: string): string {
	let index = 0;
	while (index < record.length && record[index] === text[index]) index++;
	const context = JSON.stringify(record.slice(Math.max(0, index - 12), index));
	return `differs from the text after ${context}: ${shown(record[index])} here, ${shown(text[index])} in the text`;
}

/** A character so that a no-break space and a space can be told apart. */
function shown(character: string | undefined): string {
	if (character === undefined) return 'nothing';
	const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	return /\s|[^ -~]/.test(character) ? `U+${code}` : `“${character}”`;
}
