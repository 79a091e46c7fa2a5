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

/**
 * Whether a plain number is written as shortly as it can be, so that the number alone gives its text again: 3.1 and not
 * 3.10, 100000 and not 1e5.
 */
export function isShortest(text: string): boolean {
	const { length } = text;
	// Up to 15 digits nothing is lost, and there is one shortest form, without zeros at its end.
	if (length > 16 || text.startsWith('-0') || text.startsWith('0.00000'))
		return String(Number(text)) === text;
	const point = text.indexOf('.');
	if (point >= 0 && text.charCodeAt(length - 1) === 48) return false;
	return !/[eE]/.test(text) || String(Number(text)) === text;
}

/** How many decimals a plain number has where they alone give its text again; -1 where they do not. */
export function decimalsOf(text: string): number {
	const { length } = text;
	if (length > 16 || /^-0(?:\.0*)?$|[eE]/.test(text)) return -1;
	const point = text.indexOf('.');
	return point < 0 ? 0 : length - point - 1;
}

/** A number with a point or a comma before its decimals, or null. Digits as in `plainDigits`. */
export function decimal(text: string): number | null {
	if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/.test(text)) return null;
	return Number(text.replace(',', '.'));
}

/** A number of 32 bits as short as it can be: 37.1, which as one of 64 bits is 37.099998474121094. */
export function singleText(value: number): string {
	for (let digits = 6; digits < 9; digits++) {
		const shorter = Number(value.toPrecision(digits));
		if (Math.fround(shorter) === value) return String(shorter);
	}
	return String(Number(value.toPrecision(9)));
}
