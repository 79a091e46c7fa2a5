/** Numbers as people write them: Arabic and Persian digits, signs of every kind, a comma for a point. */
import { latinDigits } from '../../base/digits';

/** The text with digits 0–9, `-` for every minus, `.` for the Arabic decimal sign and no marks of direction. */
function plainDigits(text: string): string {
	if (!/[^\x20-\x7e]/.test(text)) return text;
	return latinDigits(text)
		.replace(/[−–‐‑﹣－]/g, '-')
		.replace(/٫/g, '.')
		.replace(/،/g, ',')
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
		.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ');
}

/** The longest text in which a number, a place or a date is looked for, in UTF-16 units. */
const longestShort = 120;

/**
 * A text without blanks at its ends and with digits as in `plainDigits`; null where it is too long to be a number, a
 * place or a date. Patterns that may look at a character many times see no other text.
 */
export function shortText(text: string): string | null {
	// Blanks and signs of direction around it may be many more.
	const plain = text.length > longestShort ? text.trim() : text;
	return plain.length > longestShort ? null : plainDigits(plain).trim();
}

const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;

/** Whether a text is a number and nothing is lost by keeping it as one: no leading zeros, at most 15 digits. */
export function isPlainNumber(text: string): boolean {
	return plainNumber.test(text);
}

/** A number with a point or a comma before its decimals, or null. Digits as in `plainDigits`. */
export function decimal(text: string): number | null {
	if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/.test(text)) return null;
	return Number(text.replace(',', '.'));
}
