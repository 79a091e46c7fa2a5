/** What a text without markup says of itself in its first lines: title, author, day, and the dateline of an agency. */
import { addressIn } from '../../base/webAddress';
import type { ArticleHead, Dateline, HeadValue } from './article';
import { boilerplateLines } from './boilerplate';
import { guessLanguage } from './language';
import { dayAndMonth, publishedOn } from './published';

/** How many lines with words are looked at, and how much of each. */
const mostLines = 12;
const longestLine = 300;
/** In characters. */
const longestTitle = 200;

interface Line {
	text: string;
	start: number;
}

/** The head of a text. Markdown may have a block of `title: …` lines before it, and a heading. */
export function headOfText(text: string, isMarkdown = false): ArticleHead {
	const lines = firstLines(text);
	const matter = isMarkdown ? frontMatter(lines) : new Map<string, string>();
	const body = lines.slice(matter.size > 0 ? matter.size + 2 : 0);
	const dateline = body.map(datelineOf).find((found) => found !== null) ?? null;
	const said = (key: string, read: (value: string) => string | null = (value) => value): HeadValue[] => {
		const value = matter.get(key);
		const found = value ? read(value) : null;
		return found ? [{ value: found, origin: { in: 'text', name: `front matter ${key}` } }] : [];
	};
	return {
		title: [...said('title'), ...titleOf(body, isMarkdown)],
		publisher: [...said('publisher'), ...said('source')],
		author: [...said('author'), ...body.flatMap(authorIn).slice(0, 1)],
		published: [...said('date', publishedOn), ...datesOf(body, dateline)],
		language: [
			...said('lang'),
			...said('language'),
			{ value: guessLanguage(text), origin: { in: 'text', name: 'words' } }
		],
		address: [...said('url', addressIn), ...body.flatMap(addressOf)].slice(0, 1),
		dateline
	};
}

/** The first lines with words, cut where they are long. Their starts are offsets into the text. */
function firstLines(text: string): Line[] {
	const lines: Line[] = [];
	for (const { 0: line, index } of text.slice(0, 100 * longestLine).matchAll(/[^\r\n]+/g)) {
		const words = line.trimStart();
		if (words === '') continue;
		lines.push({
			text: words.slice(0, longestLine).trimEnd(),
			start: index + line.length - words.length
		});
		if (lines.length === mostLines) break;
	}
	return lines;
}

function frontMatter([first, ...rest]: readonly Line[]): Map<string, string> {
	const found = new Map<string, string>();
	if (first?.text !== '---') return found;
	for (const { text } of rest) {
		if (text === '---') return found;
		const [, key, value] = /^([\w-]+)\s*:\s*(\S.*)$/.exec(text) ?? [];
		if (!key || !value) break;
		found.set(key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2'));
	}
	return new Map();
}

function titleOf(lines: readonly Line[], isMarkdown: boolean): HeadValue[] {
	const heading = isMarkdown ? lines.find(({ text }) => /^#\s/.test(text)) : undefined;
	if (heading)
		return [{ value: heading.text.replace(/^#\s+|\s+#+$/g, ''), origin: { in: 'text', name: 'heading' } }];
	const reasons = boilerplateLines(lines.map(({ text }) => text));
	const first = lines.find((line, at) => !reasons[at] && !addressIn(line.text) && !isDateLine(line));
	if (!first || first.text.length > longestTitle || authorIn(first).length > 0 || datelineOf(first))
		return [];
	return [{ value: first.text, origin: { in: 'text', name: 'first line' } }];
}

/** “By Jane Doe and John Roe | Reuters”. What is no name is left out. */
function authorIn({ text }: Line): HeadValue[] {
	const [, said] = /^(?:by|written by|par|von|بقلم|كتب|كتبت|إعداد)\s*:?\s+(.+)$/i.exec(text) ?? [];
	const names = said?.split(/\s*[|•·–—]\s*|\s+[-/]\s+|,\s+(?=\p{Lu}{2}|\d)/u)[0]?.trim();
	if (!names || names.split(/\s+/).length > 12 || /[.!?؟:]$|\d/.test(names)) return [];
	const isNames = names
		.split(/[\s,&]+/)
		.every((word) => /^(?:\p{Lu}|\p{Lo}|and$|et$|und$|de$|da$|van$|von$|bin$|ibn$|al-|el-|ben$)/u.test(word));
	return isNames ? [{ value: names, origin: { in: 'text', name: 'byline' } }] : [];
}

/** Whether a line has a day and hardly anything else: “Published: Wednesday, 31 August 2022, 10:30 GMT”. */
function isDateLine({ text, start }: Line): boolean {
	if (datelineOf({ text, start })) return false;
	return publishedOn(text) !== null && text.split(/\s+/).length <= 10 && !/[.!?]$/.test(text);
}

function datesOf(lines: readonly Line[], dateline: Dateline | null): HeadValue[] {
	const line = lines.find(isDateLine);
	const found: [string | null, string][] = [
		[line ? publishedOn(line.text) : null, 'date line'],
		[dateline?.date ? publishedOn(dateline.date) : null, 'dateline']
	];
	return found.flatMap(([value, name]) => (value ? [{ value, origin: { in: 'text', name } }] : []));
}

/**
 * A dateline as agencies write it: a place in capitals or before an agency in brackets, with the day or without, and a
 * dash: “DAMASCUS, Aug. 31 (Reuters) - ”, “BEIRUT (AP) — ”, “بيروت (رويترز) - ”.
 */
function datelineOf({ text, start }: Line): Dateline | null {
	const dash = /\s*(?:[–—]|--|\s-)\s+/.exec(text.slice(0, 100));
	if (!dash) return null;
	const before = text.slice(0, dash.index);
	const agency = /\s*\(([^()]{2,30})\)$/.exec(before);
	const rest = agency ? before.slice(0, agency.index) : before;
	const date = dayAndMonth.exec(rest);
	const place = (date ? rest.slice(0, date.index) : rest).replace(/[\s,،]+$/, '');
	if (!isPlaceOfDateline(place, agency !== null || date !== null)) return null;
	return {
		start,
		end: start + dash.index,
		place,
		date: date?.[0] ?? null,
		agency: agency?.[1] ?? null
	};
}

function isPlaceOfDateline(place: string, isSure: boolean): boolean {
	if (place === '' || place.split(/\s+/).length > 6) return false;
	if (/^[\p{Lu}\p{M}\s.,'’/-]{3,}$/u.test(place)) return true;
	// “WASHINGTON, D.C., and Beirut”: names that begin with a capital, and Arabic ones, where an agency or a day follows.
	return isSure && place.split(/\s+/).every((word) => /^(?:(?:[a-z]{2}-)?\p{Lu}|\p{Lo}|and$)/u.test(word));
}

function addressOf({ text }: Line): HeadValue[] {
	const value = addressIn(text);
	return value ? [{ value, origin: { in: 'text', name: 'address line' } }] : [];
}
