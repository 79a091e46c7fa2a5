/**
 * Dates of records: EDTF (ISO 8601-2) level 1 with a four-digit year and no time of day, read with a regular
 * expression that is small enough for a browser. `edtf.ts` checks the whole standard, with a library. Dates in words
 * are in `words/when.ts`.
 *
 * Days are ISO days (YYYY-MM-DD) and everything is UTC.
 */

import { dayOfDate, dayOfIso, daysInMonth, isoOfDay } from '../base/days';

/** The first and the last day that a date may mean; null where it is open or unknown. */
export interface Bounds {
	earliest: string | null;
	latest: string | null;
}

/** One date of the grammar: what stands on either side of the slash of an interval, or alone. */
export interface Moment {
	year: number;
	/** How many years it may be: 1, or 10 for 201X and 100 for 20XX. */
	years: number;
	season: Season | null;
	month: number | null;
	day: number | null;
	/** What the date says is not known: 2015-XX, 2015-11-XX. */
	missing: 'month' | 'day' | null;
	uncertain: boolean;
	approximate: boolean;
}

export type Season = 21 | 22 | 23 | 24;

const momentGrammar = new RegExp(
	'^(?:(?<year>[12]\\d{3})' +
		'(?:-(?<season>2[1-4])|(?:-(?<month>0[1-9]|1[0-2]|XX)(?:-(?<day>0[1-9]|[12]\\d|3[01]|XX))?)?' +
		'(?<qualifier>[?~%])?)' +
		'|(?<masked>[12]\\d{2}X|[12]\\dXX))$'
);

/** A season has three months, beginning with this one. A winter belongs to the year in whose December it begins. */
const firstMonthOfSeason: Record<Season, number> = { 21: 3, 22: 6, 23: 9, 24: 12 };

/**
 * The days that an EDTF string may mean.
 * @throws Error with one sentence where the string is not a date of the grammar above
 */
export function parseWhen(edtf: string): Bounds {
	const interval = edtf.split('/');
	if (interval.length > 2) throw new Error(`“${edtf}” has more than one slash`);
	const [from, to] = interval.map((side) => parseSide(side, edtf, interval.length === 2));
	const earliest = from ? firstDay(from) : null;
	if (interval.length === 1) return { earliest, latest: from ? lastDay(from) : null };
	if (from && to && firstDay(from) >= firstDay(to)) throw new Error(`“${edtf}” ends before it begins`);
	return { earliest, latest: to ? lastDay(to) : null };
}

function parseSide(side: string, edtf: string, mayBeOpen: boolean): Moment | null {
	if (mayBeOpen && (side === '..' || side === '')) return null;
	const moment = parseMoment(side);
	if (!moment) throw new Error(`“${edtf}” is not a date in EDTF level 1`);
	return moment;
}

/** One date of the grammar, or null where the text is none; the two sides of an interval are read one by one. */
export function parseMoment(text: string): Moment | null {
	const groups = momentGrammar.exec(text)?.groups;
	if (!groups) return null;
	const { year, masked, season, month, day, qualifier } = groups;
	// With the month unknown no day can be known: 2015-XX-XX is a date, 2015-XX-03 is none.
	if (month === 'XX' && day !== undefined && day !== 'XX') return null;
	const moment: Moment = {
		year: Number((masked ?? year)?.replaceAll('X', '0')),
		years: masked ? 10 ** (masked.split('X').length - 1) : 1,
		season: season ? (Number(season) as Season) : null,
		month: month && month !== 'XX' ? Number(month) : null,
		day: day && day !== 'XX' ? Number(day) : null,
		missing: month === 'XX' ? 'month' : day === 'XX' ? 'day' : null,
		uncertain: qualifier === '?' || qualifier === '%',
		approximate: qualifier === '~' || qualifier === '%'
	};
	const { month: monthNumber, day: dayNumber } = moment;
	if (monthNumber && dayNumber && dayNumber > daysInMonth(moment.year, monthNumber)) return null;
	return moment;
}

function firstDay({ year, season, month, day }: Moment): string {
	return isoOfDay(dayOfDate(year, season ? firstMonthOfSeason[season] : (month ?? 1), day ?? 1));
}

function lastDay({ year, years, season, month, day }: Moment): string {
	if (month && day) return isoOfDay(dayOfDate(year, month, day));
	const lastMonth = season ? firstMonthOfSeason[season] + 2 : (month ?? 12);
	return isoOfDay(dayOfDate(year + years - 1, lastMonth + 1, 0));
}

/**
 * The days of a date with some before and after, as ISO days; null where it says nothing. Of a date that is open at one end
 * a month is taken there.
 */
export function daysAbout(edtf: string, margin: number): { from: string; to: string } | null {
	const { earliest, latest } = edtf === '' ? { earliest: null, latest: null } : parseWhen(edtf);
	if (earliest === null && latest === null) return null;
	const moved = (day: string, by: number) => isoOfDay(dayOfIso(day) + by);
	return {
		from: moved(earliest ?? moved(latest!, -openMonth), -margin),
		to: moved(latest ?? moved(earliest!, openMonth), margin)
	};
}
const openMonth = 30;

/** What dates are sorted by in a list: the leading “../” is left out, so that one sorts by its digits. */
export const dateKey = (edtf: string): string => edtf.replace(/^[./]+/, '');
