/**
 * The dates of a text, in English and Arabic, as EDTF (ISO 8601-2) level 1: absolute, partial and relative to the day of
 * publication. What only that day gives is uncertain (`?`) and listed as inferred, as in our records.
 */
import { arabicRules, readArabic } from './dates/arabic';
import { englishRules, readEnglish } from './dates/english';
import { nearDay, nearUnit, unknown, weekdayValue } from './dates/relative';
import type { DateRule, Matched, Point, Reading } from './dates/rules';
import {
	anchorOf,
	dayNumber,
	exists,
	momentOfDay,
	spanOf,
	valueOf,
	written,
	type Anchor,
	type DateValue
} from './dates/value';
import { folded } from './folded';
import { longestOf, type Span } from './span';

/** A date that a text names. */
export interface DateMention extends Span, DateValue {
	text: string;
}

interface Found extends Span {
	matched: Matched;
	rule: DateRule;
	read: (words: string) => Point | null;
}

/** A stated year is carried on for this many characters; across paragraphs only where no day of publication is known. */
const carriedFar = 600;
const carriedNear = 250;

/**
 * The dates of a text, in its order. The longest words win.
 * @param published the day of publication as EDTF, as far as it is known: relative dates and missing years follow from it
 */
export function findDates(text: string, published: string | null): DateMention[] {
	const arabic = folded(text);
	const found = longestOf([
		...matches(text, englishRules, readEnglish, (span) => span),
		...(/\p{Script=Arabic}/u.test(text) ? matches(arabic.text, arabicRules, readArabic, arabic.spanOf) : [])
	]);
	const mentions: DateMention[] = [];
	for (const { start, end, matched, rule, read } of found) {
		const value = rule.read(matched, reader(read, text, start, mentions, anchorOf(published)));
		if (value) mentions.push({ start, end, text: text.slice(start, end), ...value });
	}
	const sure = confirmed(published, mentions);
	if (!published || !sure || sure === published) return mentions;
	const replace = (edtf: string) =>
		edtf.replace(new RegExp(`/${published.replace('?', '\\?')}$`), `/${sure}`);
	return mentions.map((mention) => ({
		...mention,
		edtf: mention.edtf && replace(mention.edtf),
		others: mention.others.map(replace)
	}));
}

/** A month of publication that was inferred is certain where the text states a date of it in full. */
export function confirmed(published: string | null, dates: readonly DateMention[]): string | null {
	if (!published?.endsWith('?')) return published;
	const month = published.slice(0, -1);
	const isStated = dates.some(({ edtf, inferred }) => inferred.length === 0 && edtf?.startsWith(`${month}-`));
	return isStated && /^\d{4}-\d\d$/.test(month) ? month : published;
}

/** Sentences, roughly: no date goes over such an end, and most have none of the words that every date has. */
const segments = /[^\n]+?(?:[.!?؟](?=\s+\p{Lu})|\n|$)/gu;
const hints =
	/\d|day|week|month|year|night|recent|late|over|morning|spring|summer|autumn|winter|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|\p{Script=Arabic}/iu;

function matches(
	text: string,
	rules: readonly DateRule[],
	read: Found['read'],
	spanOf: (span: Span) => Span
): Found[] {
	const found: Found[] = [];
	for (const { 0: segment, index: offset } of text.matchAll(segments)) {
		if (!hints.test(segment)) continue;
		for (const rule of rules)
			for (const match of segment.matchAll(rule.pattern)) {
				const start = offset + match.index;
				const end = start + match[0].length;
				const matched = {
					words: match[0],
					groups: match.slice(1),
					before: text.slice(Math.max(0, start - 20), start),
					after: text.slice(end, end + 20)
				};
				found.push({ ...spanOf({ start, end }), matched, rule, read });
			}
	}
	return found;
}

/** What the rules may ask for at one place of a text. @param earlier the dates before it */
function reader(
	read: Found['read'],
	text: string,
	at: number,
	earlier: readonly DateMention[],
	published: Anchor | null
): Reading {
	const inText = anchorBefore(text, at, earlier, published);
	const clause = text
		.slice(Math.max(0, at - 80), at)
		.split(/[.!?\n,;]|\b(?:said|says|told|announced|reported)\b/)
		.at(-1)!;
	const isFuture = /\b(?:will|would|shall|next|scheduled|planned|due|expected)\b/i.test(clause);
	const point = (words: string, isInferred = false): DateValue | null => {
		const said = read(words);
		const value = said && valueOfPoint(said, published, inText, isFuture);
		if (!value || !isInferred) return value;
		return { ...value, edtf: value.edtf && asUncertain(value.edtf), inferred: ['year'] };
	};
	const end = published?.edtf ?? '..';
	return {
		anchor: published,
		point,
		span: (from, to) => {
			const last = read(to);
			const first = read(from);
			const value = last && valueOfPoint(last, published, inText, isFuture);
			if (!first || !last || !value?.edtf) return null;
			const year =
				last.year ?? (value.edtf && first.weekday === undefined ? Number(value.edtf.slice(0, 4)) : undefined);
			const isLate = (first.month ?? 0) > (last.month ?? 12);
			const given = first.year === undefined && year ? { ...first, year: isLate ? year - 1 : year } : first;
			// “Between Monday and Wednesday”: the Monday before that Wednesday.
			const base = first.weekday === undefined ? published : anchorOf(value.edtf);
			const begin = valueOfPoint(given, base, inText, isFuture)?.edtf;
			const isInferred = last.year === undefined && first.year === undefined;
			const edtf = begin ? spanOf(isInferred ? asUncertain(begin) : begin, value.edtf) : null;
			return edtf ? { edtf, others: [], inferred: value.inferred } : null;
		},
		since: (words) => {
			const value = point(words);
			if (!value?.edtf) return value;
			return {
				edtf: spanOf(value.edtf, end),
				others: [spanOf(value.edtf, '..')!],
				inferred: [...value.inferred, 'end']
			};
		},
		until: (words) => {
			const value = point(words);
			if (!value?.edtf) return value;
			return { edtf: spanOf('..', value.edtf), others: [value.edtf], inferred: value.inferred };
		},
		by: (words) => {
			const said = read(words);
			const [past, future] = [false, true].map(
				(isFuture) => said && valueOfPoint(said, published, inText, isFuture)
			);
			const days = [past, future].map((value) =>
				Math.abs((dayNumber(value?.edtf ?? '') ?? NaN) - (published?.day ?? NaN))
			);
			const value = days[1]! < days[0]! || isFuture ? future : past;
			return value?.edtf
				? { edtf: spanOf('..', value.edtf), others: [value.edtf], inferred: value.inferred }
				: (value ?? null);
		},
		shift: (days) => {
			const last = earlier.slice(-10).findLast(({ edtf }) => edtf && dayNumber(edtf) !== null)?.edtf;
			if (!last) return null;
			const moment = momentOfDay(dayNumber(last)! + days);
			return { edtf: written(moment, last.endsWith('?')), others: [], inferred: ['year', 'month', 'day'] };
		}
	};
}

const asUncertain = (edtf: string): string => (/[?~%]$|^\d{4}-2[1-4]$/.test(edtf) ? edtf : `${edtf}?`);

/**
 * The last date before a place that states its year: what follows it is told from there, where it stands near, or where
 * nobody knows the day of publication.
 */
function anchorBefore(
	text: string,
	at: number,
	earlier: readonly DateMention[],
	published: Anchor | null
): Anchor | null {
	const far = published?.day === null || !published ? carriedFar : carriedNear;
	let last: DateMention | undefined;
	for (let index = earlier.length - 1; index >= 0 && at - earlier[index]!.end <= far && !last; index--) {
		const { edtf, inferred } = earlier[index]!;
		if (edtf && inferred.length === 0 && /^\d{4}-\d\d/.test(edtf)) last = earlier[index];
	}
	if (!last) return null;
	if (far === carriedNear && text.slice(last.end, at).includes('\n')) return null;
	return anchorOf(last.edtf);
}

function valueOfPoint(
	said: Point,
	published: Anchor | null,
	inText: Anchor | null,
	isFuture: boolean
): DateValue | null {
	if (said.decade) return { edtf: said.decade, others: [], inferred: [] };
	if (said.offset !== undefined) return nearDay(said.offset, published);
	if (said.weekday !== undefined) return weekday(said.weekday, published, inText, isFuture);
	if (!exists(said)) return null;
	if (said.yearsBack !== undefined) {
		if (!published) return unknown;
		if (said.month === undefined) return nearUnit(said.yearsBack === 1 ? -1 : 0, 'year', published);
		const value = valueOf({ ...said, year: published.year - said.yearsBack }, published);
		return { ...value, edtf: value.edtf && asUncertain(value.edtf), inferred: ['year'] };
	}
	if (said.year === undefined && inText) {
		// “In December 2021 … in January”: told onward, so of the year after.
		const isTurn = (inText.month ?? 0) >= 11 && (said.month ?? 12) <= 2;
		const carried = valueOf({ ...said, year: inText.year + (isTurn ? 1 : 0) }, published);
		const alone = valueOf(said, published).edtf;
		return {
			...carried,
			others: alone && alone.slice(0, 4) !== carried.edtf?.slice(0, 4) ? [alone] : [],
			inferred: ['year']
		};
	}
	const value = valueOf(said, published, isFuture);
	if (!said.swapped || !said.year) return value;
	return {
		...value,
		others: [...value.others, written({ year: said.year, month: said.day, day: said.month })]
	};
}

/** A weekday counts back from publication, or, where only a month of that is known, from a full date before it. */
function weekday(day: number, published: Anchor | null, inText: Anchor | null, isFuture: boolean): DateValue {
	const from = published?.day === null || !published ? inText : null;
	if (!from || from.day === null) return weekdayValue(day, published, isFuture ? 'after' : 'nearest');
	const value = weekdayValue(day, from, 'nearest');
	// Both days are in the text.
	return { ...value, edtf: value.edtf?.replace('?', '') ?? null };
}
