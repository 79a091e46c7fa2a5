/**
 * The words of a record or of a draft in another text, as when a page on the web was changed: exact, then by what stands
 * around them, then the closest, with the difference (`anchor.ts`). What is not found is told, and is not in what comes
 * out. Takes seconds for a long text: to be run in a worker. Pure.
 */
import { contextOf, positionsOf } from '../geodata/fullText';
import type { ArticleRecord, Caveat } from '../geodata/schema';
import { anchorEach, selectorOf, type Anchor } from './anchor';
import type { DraftArticle, Mark, Span } from './article';
import type { Command } from './commands';
import { hashOf } from './fitting';
import { inNewerText, type Places } from './newer';
import { overlaps } from './recognise/span';

/** What became of a quote. */
export interface Followed {
	/** Id of the report that rests on it, of a draft or of a record; null for words of a caveat. */
	report: string | null;
	/** The words as they were. */
	exact: string;
	anchor: Anchor;
}

type Quote = ArticleRecord['reports'][number]['quotes'][number];
type Passage = ArticleRecord['passages'][number];

/** A record with its words as they stand in a text; the record itself where they stand there to the letter. */
export function followRecord(
	record: ArticleRecord,
	text: string
): { record: ArticleRecord; isSame: boolean; quotes: Followed[] } {
	const found = follow(
		text,
		record.reports.flatMap(({ id, quotes, caveats }) => [
			...quotes.map((quote) => ({ quote, report: id as string | null })),
			...caveats.flatMap(quotesOf).map((quote) => ({ quote, report: null }))
		]),
		record.caveats.flatMap(quotesOf)
	);
	const quotes = found.map(({ report, exact, anchor }) => ({ report, exact, anchor }));
	const sha256 = hashOf(text);
	if (record.text.sha256 === sha256 && stands(record, text)) return { record, isSame: true, quotes };

	const passages = followPassages(record.passages, text);
	const now = new Map(found.map(({ quote, anchor }) => [quote, quoteAt(quote, anchor, text, passages)]));
	const there = (all: readonly Quote[]) => all.flatMap((quote) => now.get(quote) ?? []);
	const caveatsOf = (all: Caveat[]) =>
		all.map((caveat): Caveat => {
			const left = there(quotesOf(caveat));
			return caveat.quotes ? { ...caveat, quotes: left.length > 0 ? left : undefined } : caveat;
		});
	const reports = record.reports.flatMap((report) => {
		const left = there(report.quotes);
		return left.length > 0 ? [{ ...report, quotes: left, caveats: caveatsOf(report.caveats) }] : [];
	});
	const head = { sha256, length: text.length };
	return {
		record: { ...record, text: head, caveats: caveatsOf(record.caveats), passages, reports },
		isSame: false,
		quotes
	};
}

/** Whether all words of a record are where it says; a record may come from anybody. */
function stands({ passages, reports, caveats }: ArticleRecord, text: string): boolean {
	const quotes = [...caveats.flatMap(quotesOf), ...reports.flatMap((report) => report.quotes)];
	const denials = reports.flatMap((report) => report.caveats.flatMap(quotesOf));
	return (
		passages.every((passage) => text.slice(passage.start, passage.end) === passage.text) &&
		[...passages.flatMap(({ mentions }) => mentions), ...quotes, ...denials].every(
			({ start, end, exact }) => text.slice(start, end) === exact
		)
	);
}

/** What takes a newer text in the place of that of a draft. */
export function followDraft(
	article: DraftArticle,
	text: string
): { command: Extract<Command, { do: 'newer' }>; quotes: Followed[] } {
	const { origin } = article;
	const { places, quotes } = followParts(article, article, text);
	if (!origin) return { command: { do: 'newer', text, ...places }, quotes };
	const { record } = followRecord(origin.article, text);
	const base = followParts(article, origin.base, text).places;
	const now = { ...origin, article: record, base: inNewerText(origin.base, text, base, record) };
	return { command: { do: 'newer', text, ...places, origin: now }, quotes };
}

/** @param before the draft with the text as it was */
function followParts(
	before: DraftArticle,
	{ reports, marks }: Pick<DraftArticle, 'reports' | 'marks'>,
	text: string
): { places: Places; quotes: Followed[] } {
	const selectors = reports.map(({ quote }) => selectorOf(before.text, quote.start, quote.end));
	const found = [...anchorEach(text, selectors)].map((anchored, index) => ({
		...anchored,
		report: reports[index]!
	}));
	const there = found.flatMap(({ now, report: { id } }) =>
		now ? [{ id, start: now.start, end: now.end }] : []
	);
	const placed = marks.flatMap((mark) => {
		const outer = found.find(({ report, now }) => now && overlaps(report.quote, mark));
		const span = followMark(before.text, mark, text, outer?.now ?? null);
		return span ? [{ id: mark.id, ...span }] : [];
	});
	return {
		places: { reports: there, marks: placed },
		quotes: found.map(({ report, before: { exact }, anchor }) => ({ report: report.id, exact, anchor }))
	};
}

const quotesOf = (caveat: Caveat): Quote[] => caveat.quotes ?? [];

function follow(text: string, quotes: { quote: Quote; report: string | null }[], others: Quote[]) {
	const all = [...quotes, ...others.map((quote) => ({ quote, report: null }))];
	const anchored = anchorEach(
		text,
		all.map(({ quote }) => quote)
	);
	return all.map(({ quote, report }) => ({
		...{ quote, report },
		exact: quote.exact,
		anchor: anchored.next().value!.anchor
	}));
}

/** In the order of the text, none over another. */
function followPassages(passages: readonly Passage[], text: string): Passage[] {
	const selectors = passages.map(({ text: exact, start, end }) => ({
		...{ exact, start, end },
		prefix: '',
		suffix: ''
	}));
	const found: Passage[] = [];
	for (const [index, { now }] of [...anchorEach(text, selectors)].entries()) {
		if (!now || found.some((other) => overlaps(other, now))) continue;
		const before = passages[index]!;
		const mentions: Passage['mentions'] = [];
		for (const mention of before.mentions) {
			const expected = now.start + mention.start - before.start;
			const at = nearest(positionsOf(mention.exact, text, now), expected);
			if (at === null) continue;
			const span = { start: at, end: at + mention.exact.length };
			if (!mentions.some((other) => overlaps(other, span))) mentions.push({ ...mention, ...span });
		}
		found.push({ ...before, start: now.start, end: now.end, text: now.exact, mentions });
	}
	return found.sort((a, b) => a.start - b.start);
}

/** A quote as it stands now, in the passage that it is in now; null where it is not there. */
function quoteAt(quote: Quote, anchor: Anchor, text: string, passages: readonly Passage[]): Quote | null {
	if (anchor.kind === 'missing') return null;
	const { start, end } = anchor;
	const passage = passages.find((other) => other.start <= start && end <= other.end)?.id ?? quote.passage;
	return { passage, exact: text.slice(start, end), ...contextOf(text, { start, end }), start, end };
}

/** How much of what stood beside a name has to stand there still, in UTF-16 units. */
const besides = 6;

/** A name where the same words stand around it, or in the quote that it was in. */
function followMark(before: string, { start, end }: Mark, text: string, quote: Span | null): Span | null {
	const words = before.slice(start, end);
	const inQuote = quote && nearest(positionsOf(words, text, quote), quote.start);
	const [left, right] = [before.slice(Math.max(0, start - besides), start), before.slice(end, end + besides)];
	const beside = positionsOf(words, text).filter(
		(at) => text.endsWith(left, at) || text.startsWith(right, at + words.length)
	);
	const at = inQuote ?? nearest(beside, start);
	return at === null ? null : { start: at, end: at + words.length };
}

function nearest(places: readonly number[], to: number): number | null {
	return places.reduce<number | null>(
		(best, at) => (best !== null && Math.abs(best - to) <= Math.abs(at - to) ? best : at),
		null
	);
}
