/**
 * Values of dates: what the words of a text come to on the day of publication, as EDTF (ISO 8601-2) level 1. A part that
 * the text does not say, and that is taken from the day of publication, is `inferred` and makes the date uncertain (`?`),
 * as in our records. Days are UTC.
 */
import { dayOfDate, dayOfIso, daysInMonth, isoOfDay } from '../../../base/days';
import { parseMoment, parseWhen } from '../../../geodata/dates';

export type DatePart = 'year' | 'month' | 'day' | 'start' | 'end';

/** What some words come to. */
export interface DateValue {
	/** Null where nothing says which year is meant. */
	edtf: string | null;
	/** Other values that the words allow, the likelier first. */
	others: readonly string[];
	/** The parts of the value that the words do not state. */
	inferred: readonly DatePart[];
}

/** A year, month or day, some of it not stated. */
export interface Moment {
	year?: number | undefined;
	/** 1 to 12; 21 to 24 are the seasons of EDTF, spring to winter. */
	month?: number | undefined;
	day?: number | undefined;
	/** “about”, “two years ago” */
	approximate?: boolean | undefined;
	/** Third of the year or month that is meant: early, mid, late. */
	third?: 0 | 1 | 2 | undefined;
}

/** The day of publication, as far as it is known. */
export interface Anchor {
	year: number;
	month: number | null;
	/** Days since 1970-01-01; null where only the month or the year is known. */
	day: number | null;
	/** As it is written: '2022-09-09', '2022-09?'. */
	edtf: string;
}

/** The anchor of a date of publication; null where it is none, open or an interval. */
export function anchorOf(published: string | null): Anchor | null {
	const moment = published === null ? null : parseMoment(published);
	if (!moment || moment.years > 1 || moment.season) return null;
	const { year, month, day } = moment;
	return {
		year,
		month,
		day: month && day ? dayOfDate(year, month, day) : null,
		edtf: published!
	};
}

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as EDTF. */
export function written(
	{ year, month, day, approximate }: Moment & { year: number },
	isUncertain = false
): string {
	const date = [String(year), ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join('-');
	// The grammar of level 1 has no mark on a season.
	if (month && month > 20) return date;
	return date + (isUncertain ? (approximate ? '%' : '?') : approximate ? '~' : '');
}

/** The moment of a day, by its number. */
export function momentOfDay(number: number): Required<Pick<Moment, 'year' | 'month' | 'day'>> {
	const [year, month, day] = isoOfDay(number).split('-').map(Number);
	return { year: year!, month: month!, day: day! };
}

/** A moment in the past `months` before (or, with less than 0, after) the month of the anchor. */
export function monthsBefore(
	{ year, month }: { year: number; month: number },
	months: number
): Moment & { year: number } {
	const number = year * 12 + month - 1 - months;
	return { year: Math.floor(number / 12), month: (number % 12) + 1 };
}

/** Whether a month has this day: 31 April is none. */
export function exists({ year, month, day }: Moment): boolean {
	if (month && month > 12) return month > 20 && month < 25 && !day;
	if (!month || !day) return true;
	return day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

/**
 * A moment with its year: the stated one, else the latest year in which it is not after publication (or, for what is still
 * to come, not before). Null where neither says.
 */
function withYear(
	moment: Moment,
	anchor: Anchor | null,
	isFuture = false
): (Moment & { year: number }) | null {
	if (moment.year !== undefined) return { ...moment, year: moment.year };
	if (!anchor) return null;
	const { month = 1, day = 1 } = moment;
	const firstMonth = month > 20 ? (month - 20) * 3 : month;
	const now = anchor.month ?? 12;
	const isLater =
		firstMonth > now ||
		(firstMonth === now &&
			anchor.day !== null &&
			moment.day !== undefined &&
			dayOfDate(anchor.year, now, day) > anchor.day);
	if (isFuture) return { ...moment, year: firstMonth < now ? anchor.year + 1 : anchor.year };
	return { ...moment, year: isLater ? anchor.year - 1 : anchor.year };
}

/** The value of one moment, with its parts that only the day of publication gives. */
export function valueOf(moment: Moment, anchor: Anchor | null, isFuture = false): DateValue {
	const dated = withYear(moment, anchor, isFuture);
	if (!dated || !exists(dated)) return { edtf: null, others: [], inferred: ['year'] };
	const isInferred = moment.year === undefined;
	return {
		edtf: written(dated, isInferred),
		others: thirdsOf(dated, isInferred),
		inferred: isInferred ? ['year'] : []
	};
}

/** “late 2015” as the last third of the year, beside the whole; months are not cut. A winter may be either. */
function thirdsOf(moment: Moment & { year: number }, isUncertain: boolean): string[] {
	const { year, month, third } = moment;
	if (month === 24) return [written({ year: year - 1, month }, isUncertain)];
	if (third === undefined || month) return [];
	const [from, to] = [third * 4 + 1, third * 4 + 4];
	const edge = (month: number) => written({ year, month, approximate: true }, isUncertain);
	return [`${edge(from)}/${edge(to)}`];
}

/** Two values as one span, or null where it would end before it begins. */
export function spanOf(from: string, to: string): string | null {
	const edtf = `${edge(from, 'first')}/${edge(to, 'last')}`;
	try {
		parseWhen(edtf);
		return edtf;
	} catch {
		return null;
	}
}

/** In level 1 no season and no decade is a side of a span: its first or last month or year is. */
function edge(side: string, which: 'first' | 'last'): string {
	const moment = parseMoment(side);
	if (moment?.season) {
		const { year, month } = monthsBefore(
			{ year: moment.year, month: (moment.season - 20) * 3 },
			which === 'first' ? 0 : -2
		);
		return written({ year, month });
	}
	return side.replace('X', which === 'first' ? '0' : '9');
}

/**
 * The same open span with a beginning: since the start of the month where it ends on a day, of the year where it ends in
 * a month. A text that calls something recent, or reports it on a day, seldom means years before.
 */
export function boundedOf(end: string): string | null {
	const moment = parseMoment(end);
	if (!moment?.month) return null;
	const qualifier = /[?~%]$/.exec(end)?.[0] ?? '';
	const start = moment.day ? written({ year: moment.year, month: moment.month }) : String(moment.year);
	// The year of an uncertain month is taken as it stands.
	return spanOf(moment.day ? start + qualifier : start, end);
}

/** The number of the day that a full EDTF day names, or null. */
export function dayNumber(edtf: string): number | null {
	const moment = parseMoment(edtf);
	return moment?.month && moment.day ? dayOfIso(edtf.slice(0, 10)) : null;
}
