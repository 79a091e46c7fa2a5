/** What stands in a cell of a workbook, as text. */
import type { CellObject } from '@e965/xlsx';

/** Days from the first of a workbook's to 1970-01-01, and how many later the first is in old files of a Mac. */
const toUnix = 25_569;
const to1904 = 1462;
const secondsOfDay = 86_400;

/**
 * The text of a cell: '' where it is empty. Numbers have all of their digits, however few of them are shown, since a place
 * needs them; a date is written year first, as far as the sheet shows it, since its day and month can be told apart here.
 * @param has1904 whether days are counted from 1904
 */
export function sheetText(cell: CellObject | undefined, has1904: boolean): string {
	if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
	const shown = cell.w ?? String(cell.v);
	if (cell.t !== 'n' || typeof cell.v !== 'number') return shown.trim() === '' ? '' : shown;
	const format = typeof cell.z === 'string' ? cell.z : '';
	return (isDate(format) ? dateText(cell.v, format, has1904) : null) ?? numberText(cell.v, shown);
}

/** The parts of a format that stand for something, without texts, colours and conditions. */
const plainFormat = (format: string) =>
	format
		.slice(0, 200)
		.split(';', 1)[0]!
		.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|AM\/PM|A\/P|General/gi, ' ')
		.toLowerCase();

const isDate = (format: string) => /[ydhsm]/.test(plainFormat(format));

/** Null where what is shown is no date, such as a time of day. */
function dateText(value: number, format: string, has1904: boolean): string | null {
	const parts = plainFormat(format);
	const [hasYear, hasDay] = [/[ye]/.test(parts), /d/.test(parts)];
	// Beside hours or seconds an m stands for minutes.
	const hasTime = /[hs]/.test(parts);
	if (!hasYear && !hasDay) return null;
	const day = value + (has1904 ? to1904 : 0);
	// The calendar of workbooks has a 29 February 1900, which there was not.
	const seconds = Math.round((day - toUnix + (day < 60 ? 1 : 0)) * secondsOfDay);
	const date = new Date(seconds * 1000);
	if (Number.isNaN(date.getTime()) || day < 1) return null;
	const iso = date.toISOString();
	if (!hasDay && !hasTime) return /m/.test(parts) ? iso.slice(0, 7) : iso.slice(0, 4);
	return hasTime && seconds % secondsOfDay !== 0
		? `${iso.slice(0, 10)} ${iso.slice(11, iso.slice(17, 19) === '00' ? 16 : 19)}`
		: iso.slice(0, 10);
}

/** A number as it is shown where that is all of it, else in all its digits: a workbook has 15. */
function numberText(value: number, shown: string): string {
	const text = shown.trim();
	const whole = String(Number(value.toPrecision(15)));
	if (text === '' || text === whole) return whole;
	if (/^-?\d+(?:\.\d+)?$/.test(text) && Number(text) === Number(whole)) return text;
	// A unit, a share or a currency says more than the number.
	return /^[-+\d.,\s'()]*(?:e[+-]?\d+)?$/i.test(text) ? whole : text;
}
