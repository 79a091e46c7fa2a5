/** Dates with words around them, as people write what they don't know exactly: since 2014, c. 2015, Q1 2016. */
import { dayOfDate, dayOfIso, type Days } from '../../base/days';
import { firstDay, lastDay } from '../table';
import { parseDays, type DayOrder } from './days';
import { shortText } from './numbers';

/** They mean the date itself, or a part of it that nobody says: all of it may be meant. */
const about = new RegExp(
	'^(?:' +
		[
			String.raw`~\s*`,
			String.raw`(?:c|ca|circa|approx|approximately|about|around|roughly|vers|environ|um|etwa|حوالي|نحو|تقريبا)\.?\s+`,
			String.raw`(?:early|mid|middle of|late|beginning of|end of|début|fin|anfang|mitte|ende|أوائل|اوائل|مطلع|منتصف|أواخر|اواخر|نهاية|بداية)(?:\s+|-)(?:de\s+|in\s+)?`,
			String.raw`mi-`
		].join('|') +
		')',
	'iu'
);
const since = /^(?:since|from|as of|starting|seit|ab|depuis|dès|desde|منذ|من)\s+/iu;
const until = /^(?:until|till|up to|bis|jusqu['’](?:à|en)|hasta|حتى)\s+/iu;
const before = /^(?:before|prior to|vor|avant|antes de|قبل)\s+/iu;
const after = /^(?:after|nach|après|después de|بعد)\s+/iu;
const between = /\s(?:to|until|till|bis|au|al|hasta|à|إلى|الى|حتى|[-–—])\s/u;
const now = String.raw`(?:to\s+|until\s+|till\s+|up to\s+|bis\s+|حتى\s+|إلى\s+)?(?:the\s+)?(?:present|now|today|ongoing|current|to date|heute|présent|aujourd['’]hui|actuel|presente|hoy|الآن|الان|اليوم|الحاضر)`;
const untilNow = new RegExp(String.raw`^(.{2,40}?)\s*(?:[-–—/]|\s)\s*${now}$`, 'iu');

/**
 * What a text says, with or without words around it; null where it is no date that is known. What goes on or has no
 * beginning ends with the last or begins with the first day that there is.
 */
export function parseDaysInWords(text: string, order: DayOrder): Days | null {
	// By far the most begin with a digit, and need no words to be looked for.
	const days = /^\d/.test(text) ? parseDays(text, order) : null;
	if (days) return days;
	const plain = shortText(text);
	if (plain === null || plain === '' || plain.length > 80 || !/\d/.test(plain)) return null;
	// A word before a day may be that of the week: what these words mean is looked for first.
	return part(plain) ?? around(plain, order) ?? parseDays(text, order);
}

function around(plain: string, order: DayOrder): Days | null {
	const rest = (word: RegExp) => {
		const without = plain.replace(word, '');
		return without === plain ? null : (parseDays(without, order) ?? part(without));
	};
	const ongoing = untilNow.exec(plain)?.[1];
	const without = plain.replace(since, '');
	// From one day to another is a span as it is without the word.
	if (without !== plain && ongoing === undefined && between.test(without)) return parseDays(without, order);
	const begun = ongoing === undefined ? rest(since) : (around(ongoing, order) ?? parseDays(ongoing, order));
	if (begun) return { from: begun.from, to: lastDay };
	const ended = rest(until);
	if (ended) return { from: firstDay, to: ended.to };
	const limit = rest(before);
	if (limit) return { from: firstDay, to: limit.from - 1 };
	const passed = rest(after);
	if (passed) return { from: passed.to + 1, to: lastDay };
	return rest(about);
}

/** A quarter, a decade or a week of ISO 8601: Q1 2016, 2016-Q1, 2010s, 2016-W10. */
function part(text: string): Days | null {
	const quarter = /^(?:Q([1-4])[\s/,-]*(\d{4})|(\d{4})[\s/-]*Q([1-4]))$/i.exec(text);
	if (quarter) {
		const [year, number] = [Number(quarter[2] ?? quarter[3]), Number(quarter[1] ?? quarter[4])];
		return { from: dayOfDate(year, number * 3 - 2, 1), to: dayOfDate(year, number * 3 + 1, 0) };
	}
	const decade = /^([12]\d\d0)['’]?s$/i.exec(text)?.[1];
	if (decade) return { from: dayOfDate(Number(decade), 1, 1), to: dayOfDate(Number(decade) + 9, 12, 31) };
	const week = /^([12]\d{3})-?W(0[1-9]|[1-4]\d|5[0-3])(?:-?([1-7]))?$/.exec(text);
	if (!week) return null;
	// The first week is that with 4 January, and begins on Monday.
	const fourth = dayOfIso(`${week[1]!}-01-04`);
	const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (Number(week[2]) - 1) * 7;
	return week[3]
		? { from: monday + Number(week[3]) - 1, to: monday + Number(week[3]) - 1 }
		: { from: monday, to: monday + 6 };
}
