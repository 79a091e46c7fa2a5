/**
 * Dates as people write them, as the first and the last day that they may mean. Days are whole days since 1970-01-01.
 * The time of day and its zone are left out: the day is the one that is written.
 */
import { dayOfDate, dayOfIso, daysInMonth, millisecondsOfDay, type Days } from '../../base/days';
import { withoutMarks } from '../../base/foldText';
import { parseWhen } from '../../geodata/dates';
import { firstDay, lastDay } from '../table';
import { shortText } from './numbers';

/** In 03/04/2015: whether the 3 is the day. */
export type DayOrder = 'day-first' | 'month-first';

/** What 2016-20 means: the years from the first to the last, one of the two, or no date that is known. */
export type YearPairs = 'span' | 'first' | 'last' | 'none';

const earliestYear = 1000;
const latestYear = 2999;

/** What a text says, or null where it is no date that is known. Numbers are left to `daysOfNumber`. */
export function parseDays(text: string, order: DayOrder): Days | null {
	// By far the most frequent, so that a million of them take no time.
	// A month or a day that nobody knows is written as 00.
	const unknown = /^(\d{4})-(?:(\d\d)-)?00$/.exec(text);
	if (unknown)
		return unknown[2] && unknown[2] !== '00'
			? month(Number(unknown[1]), Number(unknown[2]))
			: year(Number(unknown[1]));
	const iso = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ]\d\d?:)/.exec(text);
	if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const plain = shortText(text);
	if (plain === null || plain === '' || plain.length > 80) return null;
	return parseOne(plain, order) ?? parseEdtf(plain) ?? parseSpan(plain, order);
}

/**
 * A number in a column of dates: a year, an Excel serial day (1900 system, from 1954), YYYYMMDD, or seconds or
 * milliseconds since 1970.
 */
export function daysOfNumber(value: number): Days | null {
	const whole = Math.floor(value);
	if (whole === value && value >= earliestYear && value <= latestYear) return year(value);
	// Serial 25569 is 1970-01-01; before 1954 a serial is not told apart from other numbers.
	if (whole >= 20_000 && whole <= 80_000) return { from: whole - 25_569, to: whole - 25_569 };
	if (whole === value && value >= 10_000_101 && value <= 29_991_231)
		return day(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
	const milliseconds =
		value >= 1e8 && value < 1e10 ? value * 1000 : value >= 1e11 && value < 1e13 ? value : NaN;
	if (Number.isNaN(milliseconds)) return null;
	const since = Math.floor(milliseconds / millisecondsOfDay);
	return { from: since, to: since };
}

/** The two years of a text such as 2016-20 or 2016/20; null for any other, and for 2016-09, which is a month. */
export function yearPairOf(text: string): [first: number, last: number] | null {
	const parts = /^(\d{4})\s?[-–—/]\s?(\d\d)$/.exec(shortText(text) ?? '');
	if (!parts || Number(parts[2]) <= 12) return null;
	const first = Number(parts[1]);
	const last = first - (first % 100) + Number(parts[2]);
	return first >= earliestYear && last <= latestYear && last > first ? [first, last] : null;
}

/** The days that such a text means, where it is known; null for any other text, and where it is not. */
export function daysOfYearPair(text: string, pairs: YearPairs): Days | null {
	const years = pairs === 'none' ? null : yearPairOf(text);
	if (!years) return null;
	const [first, last] = years;
	return { from: year(pairs === 'last' ? last : first).from, to: year(pairs === 'first' ? first : last).to };
}

const shortGrammar = /^(\d\d)([-/])(\d\d)\2(\d\d)$/;

/** What a date of three pairs of digits may be: with its year first, as 15-12-31, last, or both. Null for any other text. */
export function shortYearsOf(text: string): { first: number | null; last: number | null } | null {
	const parts = shortGrammar.exec(shortText(text) ?? '');
	if (!parts) return null;
	const [a, b, c] = [1, 3, 4].map((part) => Number(parts[part])) as [number, number, number];
	const isDay = (each: number) => each >= 1 && each <= 31;
	const isMonth = (each: number) => each >= 1 && each <= 12;
	return {
		first: isMonth(b) && isDay(c) ? fullYear(parts[1]!) : null,
		last: (isDay(a) && isMonth(b)) || (isMonth(a) && isDay(b)) ? fullYear(parts[4]!) : null
	};
}

/** Such a date with its year first, as ISO has it. */
export function withYearFirst(text: string): string {
	const plain = shortText(text) ?? '';
	const parts = shortGrammar.exec(plain);
	return parts ? `${fullYear(parts[1]!)}-${parts[3]!}-${parts[4]!}` : text;
}

/** Which order a date proves: 25/12/2015 the one, 12/25/2015 the other, 03/04/2015 none (null). Undefined: no such date. */
export function orderProvedBy(text: string): DayOrder | null | undefined {
	const plain = shortText(text);
	const parts = plain === null ? null : numericGrammar.exec(plain);
	if (!parts || parts[2] === '.') return undefined;
	const [first, second] = [Number(parts[1]), Number(parts[3])];
	if (first > 12 && first <= 31 && second <= 12) return 'day-first';
	if (second > 12 && second <= 31 && first <= 12) return 'month-first';
	return first <= 12 && second <= 12 && first !== second ? null : undefined;
}

const zone = String.raw`(?:(?:Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[A-Z]{3,4})(?:\s*\([^)]{0,40}\))?)?`;
const time = String.raw`(?:[T,]?\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?|[صم])?\s*${zone})?$`;
const numericGrammar = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}`);
const yearFirstGrammar = new RegExp(`^(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})${time}`);
const weekday = String.raw`(?:\p{L}+\.?,?\s+)?`;
const dayMonthGrammar = new RegExp(
	`^${weekday}(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s-]*(?:de\\s+)?(\\p{L}[\\p{L}\\s./]*?)\\.?[\\s,-]*(?:de(?:l)?\\s+)?(\\d{4}|'?\\d{2})${time}`,
	'u'
);
const monthDayGrammar = new RegExp(
	`^${weekday}(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${time}`,
	'u'
);
// As Unix and some networks write it: Sat Mar 12 10:00:00 +0000 2016.
const yearLastGrammar = new RegExp(
	String.raw`^${weekday}(\p{L}+)\s+(\d{1,2})\s+\d{1,2}:\d{2}(?::\d{2})?\s+${zone}\s*(\d{4})$`,
	'u'
);
const monthGrammar = /^(\p{L}[\p{L}\s./]*?)\.?[\s,-]*(?:de\s+)?(\d{4}|'?\d{2})$/u;

function parseOne(written: string, order: DayOrder): Days | null {
	// In Russian a year is followed by its word.
	const text = written.replace(/\s*(?:г\.?|года?|году)$/u, '');
	const numeric = numericGrammar.exec(text);
	if (numeric) {
		const [first, second, written] = [Number(numeric[1]), Number(numeric[3]), numeric[4]!];
		// With dots the day is first in every country that writes so.
		const dayFirst = numeric[2] === '.' || order === 'day-first';
		const at = fullYear(written);
		return (
			(dayFirst ? day(at, second, first) : day(at, first, second)) ??
			day(at, first, second) ??
			day(at, second, first)
		);
	}
	const yearFirst = yearFirstGrammar.exec(text);
	if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
	if (/^\d{8}$/.test(text)) return daysOfNumber(Number(text));
	const monthOfYear = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{4})[/.](\d{1,2})$/.exec(text);
	if (monthOfYear) {
		const [a, b] = [Number(monthOfYear[1]), Number(monthOfYear[2])];
		return a > b ? month(a, b) : month(b, a);
	}
	const dayMonth = dayMonthGrammar.exec(text);
	const ofDay = dayMonth && monthNumber(dayMonth[2]!);
	if (ofDay) return day(fullYear(dayMonth[3]!), ofDay, Number(dayMonth[1]));
	const monthDay = monthDayGrammar.exec(text) ?? yearLastGrammar.exec(text);
	const beforeDay = monthDay && monthNumber(monthDay[1]!);
	if (beforeDay) return day(Number(monthDay[3]), beforeDay, Number(monthDay[2]));
	const ofMonth = monthGrammar.exec(text);
	const named = ofMonth && monthNumber(ofMonth[1]!);
	return named ? month(fullYear(ofMonth[2]!), named) : null;
}

/** EDTF level 1, as our own records have it. */
function parseEdtf(text: string): Days | null {
	if (!/^[\dX.]{2,4}[\dX\-./?~%]*$/.test(text)) return null;
	try {
		const { earliest, latest } = parseWhen(text);
		if (earliest === null && latest === null) return null;
		return {
			from: earliest === null ? firstDay : dayOfIso(earliest),
			to: latest === null ? lastDay : dayOfIso(latest)
		};
	} catch {
		return null;
	}
}

/** Two dates with something between them. A day or a month alone at the beginning takes the rest from the end. */
function parseSpan(text: string, order: DayOrder): Days | null {
	for (const separator of [
		/\s+(?:to|until|till|bis|au|al|hasta|à|إلى|الى|حتى|-)\s+/,
		/\s*\/\s*/,
		/\s*-\s*/
	]) {
		const parts = text.split(separator);
		if (parts.length !== 2) continue;
		const [first, second] = parts as [string, string];
		const to = parseOne(second, order) ?? parseEdtf(second);
		if (!to) continue;
		const rest = /^\d{1,2}$/.test(first) ? second.replace(/^\D*\d{1,2}/, first) : null;
		const from = rest
			? parseOne(rest, order)
			: (parseOne(first, order) ??
				parseEdtf(first) ??
				parseOne(`${first} ${/\d{4}$/.exec(second)?.[0]}`, order));
		if (from && from.from <= to.to) return { from: from.from, to: to.to };
	}
	return null;
}

function fullYear(written: string): number {
	const digits = written.replace("'", '');
	if (digits.length === 4) return Number(digits);
	// As POSIX strptime reads %y: 69 to 99 are of the last century.
	return Number(digits) + (Number(digits) >= 69 ? 1900 : 2000);
}

function day(atYear: number, atMonth: number, atDay: number): Days | null {
	if (atYear < earliestYear || atYear > latestYear || atMonth < 1 || atMonth > 12 || atDay < 1) return null;
	if (atDay > 28 && atDay > daysInMonth(atYear, atMonth)) return null;
	const since = dayOfDate(atYear, atMonth, atDay);
	return { from: since, to: since };
}

function month(atYear: number, atMonth: number): Days | null {
	const first = day(atYear, atMonth, 1);
	return first && { from: first.from, to: dayOfDate(atYear, atMonth + 1, 0) };
}

function year(at: number): Days {
	return { from: dayOfDate(at, 1, 1), to: dayOfDate(at, 12, 31) };
}

/**
 * Names of the months in English, Turkish, Russian, French, Spanish, German and Arabic, of the latter those of the Levant and those of
 * Egypt. Compared without case and marks; the first three letters do where no two months share them.
 */
const monthNames: readonly string[] = [
	'january ocak январь января janvier enero januar janner يناير كانون الثاني|كانون ثاني',
	'february subat февраль февраля fevrier febrero februar فبراير شباط',
	'march mart март марта mars marzo marz maerz مارس اذار',
	'april nisan апрель апреля avril abril ابريل نيسان',
	'may mayıs маи мая mai mayo مايو ايار',
	'june haziran июнь июня juin junio juni يونيو حزيران',
	'july temmuz июль июля juillet julio juli يوليو تموز',
	'august agustos август августа aout agosto اغسطس اب',
	'september eylul сентябрь сентября septembre septiembre setiembre سبتمبر ايلول',
	'october ekim октябрь октября octobre octubre oktober اكتوبر تشرين الاول|تشرين اول',
	'november kasım ноябрь ноября novembre noviembre نوفمبر تشرين الثاني|تشرين ثاني',
	'december aralık декабрь декабря decembre diciembre dezember ديسمبر كانون الاول|كانون اول'
];

const monthsByName: Map<string, number> = namesOfMonths();

function namesOfMonths(): Map<string, number> {
	const found = new Map<string, number>();
	monthNames.forEach((names, index) => {
		// The Arabic names of two words stand at the end, parted by a bar.
		const twoWords = /(?:كانون|تشرين).*$/.exec(names)?.[0].split('|') ?? [];
		const oneWord = names
			.replace(/(?:كانون|تشرين).*$/, '')
			.trim()
			.split(' ');
		for (const name of [...oneWord, ...twoWords]) found.set(name, index + 1);
	});
	const short = new Map<string, Set<number>>();
	for (const [name, number] of found) {
		for (const length of [3, 4]) {
			const cut = name.slice(0, length);
			if (/^[a-z]+$/.test(cut)) short.set(cut, (short.get(cut) ?? new Set()).add(number));
		}
	}
	for (const [cut, numbers] of short) {
		const [only] = numbers;
		if (numbers.size === 1 && only && !found.has(cut)) found.set(cut, only);
	}
	return found;
}

/** The number of a month by its name, 1 to 12; null where it is none. */
export function monthNumber(name: string): number | null {
	const folded = withoutMarks(name.toLowerCase()).replace(/\s+/g, ' ').trim();
	// Two calendars in one date, as in “آذار/مارس”.
	const [first = ''] = folded.split('/');
	return monthsByName.get(first.trim()) ?? null;
}
