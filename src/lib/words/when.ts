/** Dates of records in words. */
import { parseMoment, parseWhen, type Moment } from '../geodata/dates';
import { common } from './languages/common';
import type { Locale } from './locale';
import { digits, intlOf } from './numbers';

/**
 * An EDTF string in words: “31 August 2022”, “about September 2022”, “by 24 September 2015”. A string that is
 * not a date comes back as it is.
 */
export function describeWhen(edtf: string, locale: Locale): string {
	const words = common(locale).when;
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

function describeMoment(moment: Moment, locale: Locale): string {
	const words = common(locale).when;
	let date = plainDate(moment, locale);
	if (moment.missing) date = words.missing[moment.missing](date);
	if (moment.approximate) date = words.about(date);
	if (moment.uncertain) date = words.uncertain(date);
	return date;
}

function plainDate({ year, years, season, month, day }: Moment, locale: Locale): string {
	const { when, seasons } = common(locale);
	if (years > 1) return when.years(digits(year, locale), digits(year + years - 1, locale));
	if (season) return `${seasons[season]} ${digits(year, locale)}`;
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
	const format = new Intl.DateTimeFormat(intlOf(locale), { ...options, timeZone: 'UTC' });
	return format.format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}
