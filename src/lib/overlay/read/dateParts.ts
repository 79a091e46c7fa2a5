/** Dates whose year, month and day stand in columns of their own. */
import { dayOfDate, daysInMonth, noDay } from '../../base/days';
import { cellText } from '../cells';
import type { Column, DateColumn } from '../table';
import type { RawColumn } from './column';
import { plainName } from './columnNames';
import { monthNumber } from './days';
import { decimal, shortText } from './numbers';
import type { Rows } from './rows';
import { mostly } from './sample';

/** Columns by their number. A day without a month says nothing. */
export interface DateParts {
	month: number;
	day: number | null;
}

// What comes before the word belongs to all three: iyear, imonth, iday; event_year, event_month, event_day.
const names = {
	year: /^(.*?)(?:years?|yr|annee|ano|anno|jahr|yil|год|سنه|السنه|سنة|السنة|عام|العام)$/,
	month: /^(.*?)(?:month|mo|mon|mois|mes|mese|monat|ay|месяц|شهر|الشهر)$/,
	day: /^(.*?)(?:day|dayofmonth|jour|dia|giorno|tag|gun|день|يوم|اليوم)$/
};

/** The columns of months and days beside one of years; null where there are none. */
export function guessParts(rows: Rows, date: number): DateParts | null {
	const prefix = names.year.exec(plainName(rows.columns[date]!.name))?.[1];
	if (prefix === undefined) return null;
	const find = (part: 'month' | 'day', passes: (text: string) => boolean) =>
		rows.columns.findIndex(
			(column: RawColumn, at) =>
				at !== date && names[part].exec(plainName(column.name))?.[1] === prefix && mostly(column, passes)
		);
	const month = find('month', (text) => monthOf(text) !== null);
	if (month < 0) return null;
	const day = find('day', (text) => dayOf(text) !== null);
	return { month, day: day < 0 ? null : day };
}

/** A month by its number or its name; 0 where it is said that nobody knows it. */
function monthOf(text: string): number | null {
	const plain = shortText(text) ?? '';
	const number = decimal(plain);
	if (number === null) return monthNumber(plain);
	return Number.isInteger(number) && number >= 0 && number <= 12 ? number : null;
}

function dayOf(text: string): number | null {
	const number = decimal(shortText(text) ?? '');
	return number !== null && Number.isInteger(number) && number >= 0 && number <= 31 ? number : null;
}

/** The years of a column as months or days, where a row says them; what it does not say stays the whole year. */
export function withDateParts(
	column: DateColumn,
	{ month, day }: DateParts,
	columns: readonly Column[]
): DateColumn {
	const [from, to] = [Int32Array.from(column.from), Int32Array.from(column.to)];
	const [months, days] = [columns[month]!, day === null ? null : columns[day]!];
	for (let row = 0; row < from.length; row++) {
		if (from[row] === noDay) continue;
		const year = new Date(from[row]! * 86_400_000).getUTCFullYear();
		// A cell that says more than a year says it itself.
		if (from[row] !== dayOfDate(year, 1, 1) || to[row] !== dayOfDate(year, 12, 31)) continue;
		const monthOfRow = monthOf(cellText(months, row));
		if (!monthOfRow) continue;
		const dayOfRow = days ? dayOf(cellText(days, row)) : null;
		const isDay = dayOfRow && dayOfRow <= daysInMonth(year, monthOfRow);
		from[row] = dayOfDate(year, monthOfRow, isDay ? dayOfRow : 1);
		to[row] = isDay ? from[row]! : dayOfDate(year, monthOfRow + 1, 0);
	}
	return { ...column, from, to };
}
