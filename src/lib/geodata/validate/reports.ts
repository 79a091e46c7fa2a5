/** Reports: their ids, their quotes against the passages, their place against the words, their dates. */
import { parseWhen } from '../dates';
import { edtfFault } from '../edtf';
import { positionsOf } from '../fullText';
import type { Caveat, PassageRecord, PlaceRecord, ReportRecord } from '../schema';
import { isMeasured } from './passages';
import { at, quoted } from './problem';
import type { Problem } from './problem';
import type { ArticleParts, Located, Reading } from './reading';

const contextAtMost = 32;

type Quote = ReportRecord['quotes'][number];

export function* checkReports({ articles, places }: Reading): Iterable<Problem> {
	const placesById = new Map(places.map(({ record }) => [record.id, record]));
	const firstUse = new Map<string, string>();
	for (const article of articles) {
		const passages = new Map(article.passages.map(({ record }) => [record.id, record]));
		if (article.head) {
			const head = { file: article.file, at: '', record: article.head };
			for (const caveat of caveatsIn(head)) yield* checkQuotesOfCaveat(caveat, article, passages);
		}
		for (const report of article.reports) {
			yield* checkId(report, article, firstUse);
			for (const quote of quotesIn(report)) yield* checkQuote(quote, article, passages);
			for (const caveat of caveatsIn(report)) yield* checkQuotesOfCaveat(caveat, article, passages);
			yield* checkPlace(report, placesById);
			yield* checkWording(report);
		}
	}
}

/** The quotes of a report or a caveat, each with where it stands. */
function quotesIn({ file, at: place, record }: Located<{ quotes?: Quote[] | undefined }>): Located<Quote>[] {
	return (record.quotes ?? []).map((quote, index) => ({
		file,
		at: at(place, `quotes[${index}]`),
		record: quote
	}));
}

function caveatsIn({ file, at: place, record }: Located<{ caveats: Caveat[] }>): Located<Caveat>[] {
	return record.caveats.map((caveat, index) => ({
		file,
		at: at(place, `caveats[${index}]`),
		record: caveat
	}));
}

/** Words that speak against a report are none of those that it rests on. */
function* checkQuotesOfCaveat(
	caveat: Located<Caveat>,
	article: ArticleParts,
	passages: Map<string, PassageRecord>
): Iterable<Problem> {
	const outer = caveat.at.replace(/\.?caveats\[\d+\]$/, '');
	const report = article.reports.find(({ at: place }) => place === outer);
	for (const quote of quotesIn(caveat)) {
		yield* checkQuote(quote, article, passages);
		const { exact, start } = quote.record;
		if (!report?.record.quotes.some((other) => other.exact === exact && other.start === start)) continue;
		const message = `${quoted(exact)} is a quote of the report too`;
		yield {
			file: quote.file,
			at: quote.at,
			message,
			fix: 'keep it where it belongs: as what is reported, or against it'
		};
	}
}

/** All dates of the records: of reports, of articles, of what sources published. */
export function* checkDates({ articles, sources }: Reading): Iterable<Problem> {
	for (const { file, at: place, record } of sources) {
		if (record.date !== null) yield* checkDate(file, at(place, 'date'), record.date, null);
	}
	for (const { file, head, reports } of articles) {
		const recorded = head?.recorded ?? null;
		if (head) yield* checkDate(file, 'published.edtf', head.published.edtf, recorded);
		for (const { at: place, record } of reports) {
			yield* checkDate(file, at(place, 'when.edtf'), record.when.edtf, recorded);
			const on = record.withdrawn?.on;
			if (!on || !recorded || on <= recorded) continue;
			const message = `${quoted(on)} lies after ${recorded}, the day of the record`;
			yield {
				file,
				at: at(place, 'withdrawn.on'),
				message,
				fix: 'set "recorded" of the article to that day'
			};
		}
	}
}

function* checkDate(file: string, place: string, edtf: string, recorded: string | null): Iterable<Problem> {
	const fault = edtfFault(edtf);
	if (fault) {
		yield {
			file,
			at: place,
			message: fault,
			fix: 'write it as 2022-08-31, 2015-11, 2022-09~, ../2015-09-24 …'
		};
		return;
	}
	const { earliest } = parseWhen(edtf);
	if (!recorded || !earliest || earliest <= recorded) return;
	const message = `${quoted(edtf)} lies after ${recorded}, the day of the record`;
	yield { file, at: place, message, fix: 'correct it, or "recorded" of the article' };
}

function* checkId(
	{ file, at: place, record }: Located<ReportRecord>,
	article: ArticleParts,
	firstUse: Map<string, string>
): Iterable<Problem> {
	const path = at(place, 'id');
	const first = firstUse.get(record.id);
	const number = /^(.+)-\d+$/.exec(record.id)?.[1];
	if (first) {
		const message = `${quoted(record.id)} is the id of ${first} already`;
		yield { file, at: path, message, fix: 'take the next number that was never used' };
	} else if (!number || !article.ids.includes(number)) {
		const message = `${quoted(record.id)} is not the id of the article, a hyphen and a number`;
		yield { file, at: path, message, fix: `write it as ${article.ids.at(-1)}-1, -2 …` };
	}
	firstUse.set(record.id, first ?? `${file} ${place}`);
}

function* checkQuote(
	{ file, at: place, record: quote }: Located<Quote>,
	article: ArticleParts,
	passages: Map<string, PassageRecord>
): Iterable<Problem> {
	for (const side of ['prefix', 'suffix'] as const) {
		if (quote[side].length <= contextAtMost) continue;
		const message = `has ${quote[side].length} UTF-16 units, more than ${contextAtMost}`;
		yield { file, at: at(place, side), message, fix: 'shorten it' };
	}
	if (!article.passageIds) return;
	const passage = passages.get(quote.passage);
	if (!passage) {
		if (article.passageIds.has(quote.passage)) return;
		const message = `the article has no passage ${quoted(quote.passage)}`;
		yield { file, at: at(place, 'passage'), message, fix: 'correct the id, or add the passage' };
		return;
	}
	const found = positionsOf(quote.exact, passage.text);
	const [index] = found;
	if (index === undefined) {
		yield { file, at: at(place, 'exact'), ...notInPassage(quote, passage) };
		return;
	}
	if (found.length > 1) {
		const message = `${quoted(quote.exact)} stands ${found.length} times in passage ${quoted(passage.id)}`;
		yield { file, at: at(place, 'exact'), message, fix: 'quote more words, so that it stands there once' };
		return;
	}
	const start = passage.start + index;
	const end = start + quote.exact.length;
	if (isMeasured(passage) && (quote.start !== start || quote.end !== end)) {
		const message = `start ${quote.start} and end ${quote.end} do not fit: the words stand at ${start}–${end}`;
		yield { file, at: place, message, fix: `set start to ${start} and end to ${end}` };
	}
	yield* checkContext(file, place, quote, passage, index);
}

/** Prefix and suffix may reach beyond the passage; the part inside it must agree with its text. */
function* checkContext(
	file: string,
	place: string,
	quote: Quote,
	passage: PassageRecord,
	index: number
): Iterable<Problem> {
	const before = passage.text.slice(0, index);
	const after = passage.text.slice(index + quote.exact.length);
	const fix = 'copy it from the full text again';
	if (!before.endsWith(quote.prefix) && !quote.prefix.endsWith(before)) {
		yield { file, at: at(place, 'prefix'), message: 'is not what stands before the quote', fix };
	}
	if (!after.startsWith(quote.suffix) && !quote.suffix.startsWith(after)) {
		yield { file, at: at(place, 'suffix'), message: 'is not what stands after the quote', fix };
	}
}

function notInPassage(quote: Quote, passage: PassageRecord): { message: string; fix: string } {
	const message = `${quoted(quote.exact)} is not in passage ${quoted(passage.id)}`;
	if (!oneLine(passage.text).includes(oneLine(quote.exact))) {
		return { message, fix: 'copy the words as the passage has them' };
	}
	return {
		message: `${message} in this form: the white space differs`,
		fix: 'copy it again, with its no-break spaces (U+00A0) as they are'
	};
}

/** A report must say why it is not on the map where its place is not drawn or it has none, and nowhere else. */
function* checkPlace(
	{ file, at: place, record }: Located<ReportRecord>,
	places: Map<string, PlaceRecord>
): Iterable<Problem> {
	const target = places.get(record.place ?? '');
	if (record.place !== null && !target) return;
	const path = at(place, 'unmapped');
	const isDrawn = target !== undefined && target.properties.drawn !== 'none';
	if (isDrawn && record.unmapped) {
		const message = `the place ${quoted(target.id)} is on the map`;
		yield { file, at: path, message, fix: 'remove "unmapped"' };
	}
	if (!isDrawn && !record.unmapped) {
		const message = target ? `the place ${quoted(target.id)} is not drawn` : 'the report has no place';
		yield { file, at: path, message, fix: 'add "unmapped" with scope and reason' };
	}
	if (!target || record.wording.length > 0 || isNamedIn(record, target)) return;
	yield {
		file,
		at: at(place, 'wording'),
		message: `no quote has a name or alias of the place ${quoted(target.id)}`,
		fix: 'quote words that name it, add an alias, or declare in "wording" what the quote calls it'
	};
}

/** Whether a quote of a report has a name or an alias of a place. */
export function isNamedIn(
	{ quotes }: Pick<ReportRecord, 'quotes'>,
	{ properties }: Pick<PlaceRecord, 'properties'>
): boolean {
	const names = [...Object.values(properties.name), ...properties.aliases].map(folded);
	return quotes.some(({ exact }) => names.some((name) => folded(exact).includes(name)));
}

function* checkWording({ file, at: place, record }: Located<ReportRecord>): Iterable<Problem> {
	for (const [index, wording] of record.wording.entries()) {
		if (record.quotes.some(({ exact }) => exact.includes(wording))) continue;
		yield {
			file,
			at: at(place, `wording[${index}]`),
			message: `${quoted(wording)} is in none of the quotes`,
			fix: 'copy the words as a quote has them'
		};
	}
}

function folded(text: string): string {
	return oneLine(text).toLowerCase();
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ');
}
