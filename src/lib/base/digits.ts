const digit = /\p{Nd}/u;

/** Text with the digits 0–9 for those of every script: Arabic (٣), Persian (۳), Devanagari (३) and all others. */
export function latinDigits(text: string): string {
	return text.replace(/[^\P{Nd}0-9]/gu, (each) => String(valueOf(each.codePointAt(0)!)));
}

/** The digits of a script are ten in a row, and a run of several scripts is a multiple of ten (Unicode, chapter 4.6). */
function valueOf(code: number): number {
	let before = code;
	while (digit.test(String.fromCodePoint(before - 1))) before--;
	return (code - before) % 10;
}
