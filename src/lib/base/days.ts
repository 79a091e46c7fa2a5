/**
 * Whole days of the Gregorian calendar, as ISO days (YYYY-MM-DD) and as numbers: days since 1970-01-01, UTC. Years are
 * from 100 on, since `Date.UTC` takes lower ones for years of the 20th century.
 */

export const millisecondsOfDay = 86_400_000;

/** A span of days by their numbers; both ends are in it. */
export interface Days {
	from: number;
	to: number;
}

/** The number of an ISO day; NaN where the text is none. */
export function dayOfIso(iso: string): number {
	return Date.parse(`${iso}T00:00:00Z`) / millisecondsOfDay;
}

/** The ISO day of a number. */
export function isoOfDay(day: number): string {
	return new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
}

/**
 * The number of a day.
 * @param month 1 to 12; 13 is the next January
 * @param day 1 to 31; 0 is the last day of the month before
 */
export function dayOfDate(year: number, month: number, day: number): number {
	return Date.UTC(year, month - 1, day) / millisecondsOfDay;
}

/** How many days a month has, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The number of the month that an ISO day is in: months since January of the year 0. */
export function monthOf(iso: string): number {
	return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** The ISO day that a month, by its number, begins with. */
export function firstDayOfMonth(month: number): string {
	return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The ISO day that a month, by its number, ends with. */
export function lastDayOfMonth(month: number): string {
	return isoOfDay(dayOfIso(firstDayOfMonth(month + 1)) - 1);
}

/** In place of a day in lists of 32 bits where there is none. */
export const noDay = -2147483648;
