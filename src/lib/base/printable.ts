/**
 * A text for a terminal or a line of a report: what would steer it, turn the direction of writing or not be seen at all
 * (control and format characters, separators of lines, halves of characters) is named as `<U+001B>`.
 */
export function printable(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
		(character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`
	);
}
