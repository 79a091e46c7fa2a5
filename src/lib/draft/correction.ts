/**
 * The record of an article that was made from a record: what an author changed is changed, and all else stays as it was
 * recorded, what the desk has no input for too. Pure.
 */
import { isDraft } from '../geodata/drafts';
import type { ArticleRecord } from '../geodata/schema';
import type { DraftArticle, DraftReport, Span } from './article';
import { articleRecord, passageAt, reportOf, wordsAt } from './articleRecord';
import type { Parts } from './articleRecord';
import { corrected, isSame } from './kept';
import type { Loose } from './newRecords';
import { passagesOf } from './passages';
import type { PassageFault } from './passages';
import { overlaps } from './recognise/span';
import { signed } from './reviewing';
import { wordsAtMost } from './toDo';

type Passage = ArticleRecord['passages'][number];
type Report = ArticleRecord['reports'][number];
type Quote = Report['quotes'][number];

/** The draft as it was before anything was changed in it. */
const unchanged = (article: DraftArticle): DraftArticle => ({ ...article, ...article.origin!.base });

/** The passages of the record, and what quotes and an author's choice need besides. One that a quote reaches out of becomes larger. */
export function correctedPassages(
	article: DraftArticle,
	quotes: readonly Span[],
	chosen: readonly Span[] = []
): { passages: Passage[]; faults: PassageFault[] } {
	const { passages: recorded } = article.origin!.article;
	const isRecorded = (span: Span) =>
		recorded.some(({ start, end }) => start <= span.start && span.end <= end);
	const open = [...quotes, ...chosen].filter((span) => !isRecorded(span));
	const made = passagesOf(
		article.text,
		open,
		chosen.filter((span) => !isRecorded(span))
	);
	let spans: (Span & { id: string })[] = recorded.map(({ id, start, end }) => ({ id, start, end }));
	for (const span of made.passages) {
		const touched = spans.filter((other) => overlaps(other, span));
		const all = [span, ...touched];
		spans = [
			...spans.filter((other) => !touched.includes(other)),
			{
				// By where it begins: two people who add passages to one article do not take the same id.
				id: touched[0]?.id ?? freeId(`p${span.start}`, spans),
				start: Math.min(...all.map(({ start }) => start)),
				end: Math.max(...all.map(({ end }) => end))
			}
		];
	}
	spans.sort((a, b) => a.start - b.start);
	const base = unchanged(article);
	const passages = spans.map((span) => correctedPassage(article, base, span));
	const units = passages.reduce((sum, { start, end }) => sum + end - start, 0);
	const faults = [...made.faults];
	const isLong = ({ text }: Passage) => text.split(/\s+/).length > wordsAtMost;
	// What was recorded was checked as it was.
	const isNew = ({ start, end }: Span) =>
		!recorded.some((other) => other.start === start && other.end === end);
	for (const passage of passages.filter((passage) => isNew(passage) && isLong(passage)))
		faults.push({ code: 'passage-long', quote: open.find((quote) => overlaps(quote, passage)) ?? null });
	if (open.length > 0 && units * 2 >= article.text.length) faults.push({ code: 'half-of-text', quote: null });
	const codes = faults.map(({ code }) => code);
	return { passages, faults: faults.filter(({ code }, index) => codes.indexOf(code) === index) };
}

function freeId(id: string, taken: readonly { id: string }[]): string {
	return taken.some((other) => other.id === id) ? freeId(`${id}-2`, taken) : id;
}

/** A passage with what is named in it: of the record, what an author left as it was. */
function correctedPassage(article: DraftArticle, base: DraftArticle, span: Span & { id: string }): Passage {
	const recorded = article.origin!.article.passages.find(({ id }) => id === span.id);
	const isThere = recorded?.start === span.start && recorded.end === span.end;
	const before = passageAt(base, span, span.id);
	const now = passageAt(article, span, span.id);
	if (isThere && isSame(before, now)) return recorded;
	const isIn = (list: Passage['mentions'], wanted: Passage['mentions'][number]) =>
		list.some((mention) => isSame(mention, wanted));
	// Some are in the record for the words around them alone, and have no mark of their own.
	const kept = (recorded?.mentions ?? []).filter(
		(mention) => isIn(now.mentions, mention) || !isIn(before.mentions, mention)
	);
	const added = now.mentions.filter(
		(mention) => !isIn(before.mentions, mention) && !kept.some((other) => overlaps(other, mention))
	);
	return { ...now, mentions: [...kept, ...added].sort((a, b) => a.start - b.start) };
}

/** The record after the correction; the very same where nothing is corrected. */
export function correctedRecord(article: DraftArticle, parts: Parts): Loose {
	const record = article.origin!.article;
	const base = unchanged(article);
	const made = articleRecord(base, { ...parts, reports: [] });
	const { reports: added, ...now } = articleRecord(article, {
		...parts,
		reports: parts.reports.filter((report) => !recordOf(article, report))
	});
	const head = corrected(record, { ...made, reports: undefined }, { ...now, reports: undefined });
	const reports = (added as Report[]).reduce(
		inOrderOfText,
		record.reports.flatMap((report) => correctedReport(report, article, base, parts))
	);
	const after = inPassages({ ...head, passages: parts.passages, reports } as unknown as ArticleRecord);
	return (isSame(after, record) ? record : { ...after, recorded: parts.on }) as unknown as Loose;
}

/** Reports with one more, after those that quote what stands before it: two people then rarely add at the same line. */
function inOrderOfText(reports: readonly Report[], added: Report): Report[] {
	const startOf = ({ quotes }: Report) => quotes[0]?.start ?? 0;
	const before = reports.findLastIndex((report) => startOf(report) <= startOf(added));
	return reports.toSpliced(before + 1, 0, added);
}

/** The report of the record that a report of the draft stands for. */
const recordOf = ({ origin }: DraftArticle, { record }: DraftReport): Report | undefined =>
	origin?.article.reports.find(({ id }) => id === record);

/** A report of the record as it is now; none where it is no more. */
function correctedReport(
	report: Report,
	article: DraftArticle,
	base: DraftArticle,
	parts: Parts
): Report | Report[] {
	const now = parts.reports.find((other) => other.record === report.id);
	const id = report.id.replace(/^.*-/, `${article.head.id}-`);
	if (!now) {
		if (isDraft(article.origin!.article)) return [];
		const reason = article.withdrawals?.[report.id]?.trim() ?? '';
		return report.withdrawn ? { ...report, id } : { ...report, id, withdrawn: { on: parts.on, reason } };
	}
	const made = reportOf(article, now, parts);
	const was = base.reports.find(({ record }) => record === report.id);
	const before = was ? reportOf(base, was, parts) : made;
	const after = corrected<Loose & Report>({ ...report, id }, before, made);
	delete after.withdrawn;
	const isQuoted = isSame(before.quotes, made.quotes);
	const more = report.quotes
		.slice(1)
		.filter(({ start, end }) => start !== made.quotes[0]!.start || end !== made.quotes[0]!.end);
	const corrections = {
		...after,
		quotes: isQuoted ? report.quotes : [...after.quotes.slice(0, 1), ...more],
		actors: isSame(before.actors, made.actors) ? report.actors : withNotes(after.actors, report.actors)
	};
	return signed(corrections, { ...report, id }, article, parts);
}

/** Actors with what the record notes of the same ones. */
function withNotes(actors: Report['actors'], before: Report['actors']): Report['actors'] {
	return actors.map((actor) => before.find((other) => isSame({ ...other, note: undefined }, actor)) ?? actor);
}

/** A record in which each quote names the passage that it stands in. */
function inPassages(record: ArticleRecord): ArticleRecord {
	const { passages } = record;
	const placed = (quote: Quote): Quote => {
		const holds = ({ start, end }: Span) => start <= quote.start && quote.end <= end;
		if (passages.some((passage) => passage.id === quote.passage && holds(passage))) return quote;
		return { ...quote, passage: passages.find(holds)?.id ?? quote.passage };
	};
	const caveats = (all: ArticleRecord['caveats']) =>
		all.map((caveat) => (caveat.quotes ? { ...caveat, quotes: caveat.quotes.map(placed) } : caveat));
	return {
		...record,
		caveats: caveats(record.caveats),
		reports: record.reports.map((report) => ({
			...report,
			quotes: report.quotes.map(placed),
			caveats: caveats(report.caveats)
		}))
	};
}

/** Ids of reports of the record that are taken back without a reason; an address that was published stays. */
export function unreasoned(article: DraftArticle): string[] {
	const record = article.origin?.article;
	if (!record || isDraft(record)) return [];
	const isTaken = ({ id, withdrawn }: Report) =>
		!withdrawn &&
		!article.reports.some((report) => report.record === id && report.decision === 'accepted') &&
		!article.withdrawals?.[id]?.trim();
	return record.reports.filter(isTaken).map(({ id }) => id);
}

/** All quotes that passages have to have: those of the record that stay, and those of the draft. */
export function quotesIn(article: DraftArticle, reports: readonly DraftReport[]): Span[] {
	const record = article.origin?.article;
	const denials = reports.flatMap(({ caveats }) => caveats.flatMap(({ quotes }) => quotes ?? []));
	const recorded = [
		...(record?.caveats ?? []).flatMap(({ quotes }) => quotes ?? []),
		...(record?.reports ?? []).flatMap(({ id, quotes, caveats }) => [
			// The first quote of a report that stays is that of the draft.
			...quotes.slice(reports.some((report) => report.record === id) ? 1 : 0),
			...caveats.flatMap(({ quotes }) => quotes ?? [])
		])
	];
	return [...denials, ...recorded].map((quote) => wordsAt(article, quote));
}
