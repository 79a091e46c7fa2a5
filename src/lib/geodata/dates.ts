/**
 * Dates of records: EDTF (ISO 8601-2) level 1 with a four-digit year and no time of day, read as a regular
 * grammar that is small enough for a browser. The whole standard is checked in `edtf.ts`, with a library.
 *
 * Days are ISO days (YYYY-MM-DD) and everything is UTC.
 */

import { dayOfDate, daysInMonth, isoOfDay } from '../base/days';
import { digits, intlTags } from './numbers';

export type Locale = 'en' | 'ar';

/** The first and the last day that a date may mean; null where it is open or unknown. */
export interface Bounds {
	earliest: string | null;
	latest: string | null;
}

/** One date of the grammar: what stands on either side of the slash of an interval, or alone. */
interface Moment {
	year: number;
	/** 1, or 10 and 100 where the last digits of the year are not known. */
	years: number;
	season: Season | null;
	month: number | null;
	day: number | null;
	/** What the date says is not known: 2015-XX, 2015-11-XX. */
	missing: 'month' | 'day' | null;
	uncertain: boolean;
	approximate: boolean;
}

type Season = 21 | 22 | 23 | 24;

const momentGrammar = new RegExp(
	'^(?:(?<year>[12]\\d{3})' +
		'(?:-(?<season>2[1-4])|(?:-(?<month>0[1-9]|1[0-2]|XX)(?:-(?<day>0[1-9]|[12]\\d|3[01]|XX))?)?' +
		'(?<qualifier>[?~%])?)' +
		'|(?<masked>[12]\\d{2}X|[12]\\dXX))$'
);

/** A season begins with this month and has three. A winter is the one that begins in December of the year. */
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

/**
 * An EDTF string in words: “31 August 2022”, “about September 2022”, “by 24 September 2015”. A string that is
 * not a date comes back as it is.
 */
export function describeWhen(edtf: string, locale: Locale): string {
	const words = phrases[locale];
	const sides = edtf.split('/').map(parseMoment);
	const [from, to] = sides;
	try {
		parseWhen(edtf);
	} catch {
		return edtf;
	}
	if (sides.length === 1) return from ? describeMoment(from, locale) : edtf;
	if (from && to) return describeSpan(from, to, locale);
	if (to) return words.by(describeMoment(to, locale));
	if (!from) return words.unknown;
	const beginning = describeMoment(from, locale);
	return edtf.endsWith('..') ? words.since(beginning) : words.sinceUnknownEnd(beginning);
}

function parseSide(side: string, edtf: string, mayBeOpen: boolean): Moment | null {
	if (mayBeOpen && (side === '..' || side === '')) return null;
	const moment = parseMoment(side);
	if (!moment) throw new Error(`“${edtf}” is not a date in EDTF level 1`);
	return moment;
}

function parseMoment(text: string): Moment | null {
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

const phrases = {
	en: {
		about: (date: string) => `about ${date}`,
		uncertain: (date: string) => `${date} (uncertain)`,
		by: (date: string) => `by ${date}`,
		since: (date: string) => `from ${date}`,
		sinceUnknownEnd: (date: string) => `from ${date}, end not known`,
		unknown: 'date not known',
		years: (first: string, last: string) => `some time in ${first}–${last}`,
		missing: {
			month: (date: string) => `${date}, month not known`,
			day: (date: string) => `${date}, day not known`
		},
		seasons: { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' }
	},
	ar: {
		about: (date: string) => `نحو ${date}`,
		uncertain: (date: string) => `${date} (غير مؤكد)`,
		by: (date: string) => `بحلول ${date}`,
		since: (date: string) => `منذ ${date}`,
		sinceUnknownEnd: (date: string) => `منذ ${date}، والنهاية غير معروفة`,
		unknown: 'التاريخ غير معروف',
		years: (first: string, last: string) => `في وقت ما بين ${first} و${last}`,
		missing: {
			month: (date: string) => `${date}، الشهر غير معروف`,
			day: (date: string) => `${date}، اليوم غير معروف`
		},
		seasons: { 21: 'ربيع', 22: 'صيف', 23: 'خريف', 24: 'شتاء' }
	}
} as const;

function describeMoment(moment: Moment, locale: Locale): string {
	const words = phrases[locale];
	let date = plainDate(moment, locale);
	if (moment.missing) date = words.missing[moment.missing](date);
	if (moment.approximate) date = words.about(date);
	if (moment.uncertain) date = words.uncertain(date);
	return date;
}

function plainDate({ year, years, season, month, day }: Moment, locale: Locale): string {
	if (years > 1) return phrases[locale].years(digits(year, locale), digits(year + years - 1, locale));
	if (season) return `${phrases[locale].seasons[season]} ${digits(year, locale)}`;
	return formatDay(year, month, day, locale, {
		year: 'numeric',
		...(month && { month: 'long' }),
		...(day && { day: 'numeric' })
	});
}

/** “31 August – 2 September 2022”: what both ends share is said once. */
function describeSpan(from: Moment, to: Moment, locale: Locale): string {
	const end = describeMoment(to, locale);
	const plain = isPlain(from) && isPlain(to) && from.year === to.year;
	if (plain && from.day && to.day) {
		if (from.month === to.month) return `${digits(from.day, locale)}–${end}`;
		const options = { day: 'numeric', month: 'long' } as const;
		return `${formatDay(from.year, from.month, from.day, locale, options)} – ${end}`;
	}
	if (plain && from.month && to.month && !from.day && !to.day) {
		return `${formatDay(from.year, from.month, null, locale, { month: 'long' })} – ${end}`;
	}
	return `${describeMoment(from, locale)} – ${end}`;
}

function isPlain(moment: Moment): boolean {
	return !moment.approximate && !moment.uncertain && !moment.missing;
}

function formatDay(
	year: number,
	month: number | null,
	day: number | null,
	locale: Locale,
	options: Intl.DateTimeFormatOptions
): string {
	const format = new Intl.DateTimeFormat(intlTags[locale], { ...options, timeZone: 'UTC' });
	return format.format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}
