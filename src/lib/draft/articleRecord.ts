/** The record of an article with its passages and reports, computed from the text and from what was decided. Pure. */
import { contextOf } from '../geodata/fullText';
import type { ArticleRecord, Caveat, PlaceRecord, ReportRecord, When } from '../geodata/schema';
import { isNamedIn } from '../geodata/validate/reports';
import type { UnmappedScope } from '../geodata/vocabulary';
import { trimmed } from './article';
import { overlaps } from './recognise/span';
import type { DraftArticle, DraftReport, Head, Span, Unknowable } from './article';
import { plain } from './plain';
import type { Loose } from './newRecords';

type Passage = ArticleRecord['passages'][number];
type Quote = ReportRecord['quotes'][number];

/** The words of a span without the space at its ends, and without half of a character. */
export function wordsAt({ text }: Pick<DraftArticle, 'text'>, { start, end }: Span): Span {
	const isInPair = (offset: number) => text.codePointAt(offset - 1)! > 0xffff;
	return trimmed(
		{ text },
		{ start: isInPair(start) ? start - 1 : start, end: isInPair(end) ? end + 1 : end }
	);
}

/** A passage with the places that are named in it. */
export function passageAt(article: DraftArticle, { start, end }: Span, id: string): Passage {
	const mentions: Passage['mentions'] = [];
	for (const { value, decision, ...mark } of article.marks) {
		if (value.sort !== 'place' || value.place === null || decision !== 'accepted') continue;
		const span = wordsAt(article, mark);
		if (span.start < start || span.end > end || mentions.some((other) => overlaps(other, span))) continue;
		const exact = article.text.slice(span.start, span.end);
		mentions.push({ place: value.place, exact, ...span, sense: value.sense });
	}
	return { id, start, end, text: article.text.slice(start, end), mentions };
}

/** What an article record is made of, apart from the article itself. */
export interface Parts {
	/** The accepted reports, in the order of their quotes. */
	reports: readonly DraftReport[];
	passages: Passage[];
	/** By their ids. */
	places: ReadonlyMap<string, PlaceRecord>;
	/** Of the text, in UTF-8. */
	sha256: string;
	/** The reports of the record that this one is to take the place of. */
	before: readonly ReportRecord[];
	/** YYYY-MM-DD, UTC. */
	on: string;
	/** Who records it; empty where that is nobody’s business. */
	by: string;
}

/** The record; what may wait and is not known is undefined in it. */
export function articleRecord(article: DraftArticle, parts: Parts): Loose {
	const { head, text } = article;
	const ids = reportIds(article, parts);
	return {
		$schema: '../../static/schemas/article.schema.json',
		id: head.id,
		title: plain(head.title),
		language: head.language,
		publisher: { name: plain(head.publisher), site: plain(head.site) },
		author: { name: plain(head.author) ?? null, note: saidUnknown(head, 'author', head.author) },
		published: whenOf(head.published),
		url: head.url.trim() || undefined,
		chain: head.chain,
		chainNote: saidUnknown(head, 'chain', head.chain[0]),
		standing: standingOf(plain(head.standing) ?? saidUnknown(head, 'standing')),
		rights: plain(head.rights) ?? saidUnknown(head, 'rights'),
		text: { sha256: parts.sha256, length: text.length },
		caveats: [],
		passages: parts.passages,
		reports: parts.reports.map((report, index) => ({
			id: ids[index],
			...reportOf(article, report, parts),
			recordedBy: parts.by === '' ? undefined : { name: parts.by, on: parts.on }
		})),
		references: [],
		recorded: parts.on,
		license: 'CC-BY-4.0'
	};
}

/** As the records say it, in English, that something is not known. */
const unknowns: Partial<Record<Unknowable, string>> = {
	author: 'The article names no author.',
	chain: 'The article does not say whom it has this from.',
	standing: 'What the publisher is was not found out.',
	rights: 'Whose the quoted words are was not found out.'
};

const saidUnknown = ({ unknown }: Head, key: Unknowable, value = '') =>
	value === '' && unknown.includes(key) ? unknowns[key] : undefined;

function standingOf(note: string | undefined) {
	return note === undefined ? undefined : { note, references: [] };
}

/**
 * A report keeps its number for as long as it quotes the same words; a number is never used again. One that comes to a
 * record later has the offset of its quote, so that two people who add to one article do not take the same number.
 */
function reportIds(article: DraftArticle, { reports, before: known }: Parts): string[] {
	const kept = new Set<string>();
	const taken = new Set(known.map(({ id }) => Number(id.replace(/^.*-/, ''))));
	return reports.map(({ quote, record }) => {
		const { start, end } = wordsAt(article, quote);
		const isSame = ({ id, quotes: [first] }: ReportRecord) =>
			record === undefined ? first?.start === start && first.end === end : id === record;
		const same = known.find((report) => isSame(report) && !kept.has(report.id));
		let number = known.length === 0 ? 1 : start;
		while (taken.has(number)) number++;
		if (!same) taken.add(number);
		const id = same?.id ?? `${article.head.id}-${number}`;
		kept.add(id);
		return id;
	});
}

/** A report without its id. */
export function reportOf(
	article: DraftArticle,
	report: DraftReport,
	{ passages, places }: Pick<Parts, 'passages' | 'places'>
) {
	const quotes = [quoteAt(article, report.quote, passages)];
	const mark = article.marks.find(({ id }) => id === report.place);
	const id = mark?.value.sort === 'place' ? mark.value.place : null;
	const place = places.get(id ?? '');
	const isNamed = !mark || !place || isNamedIn({ quotes }, place);
	return {
		place: id,
		unmapped: place && place.properties.drawn !== 'none' ? undefined : { scope: scopeOf(place) },
		wording: isNamed ? [] : [wording(article, report, mark)],
		summary: plain(report.summary),
		claim: report.claim,
		actors: report.actors.map(({ actor, role }) => ({ actor, role })),
		when: whenOf(report.when),
		quotes,
		attribution: report.attribution,
		chain: report.chain,
		caveats: report.caveats.map((caveat) => caveatOf(article, caveat, passages)),
		upstream: [],
		references: []
	};
}

/** What the quote says instead of a name: the words of the mark that are in it. */
function wording(article: DraftArticle, { quote }: DraftReport, mark: Span): string {
	const { start, end } = wordsAt(article, {
		start: Math.max(mark.start, quote.start),
		end: Math.min(mark.end, quote.end)
	});
	return article.text.slice(start, end);
}

function scopeOf(place: PlaceRecord | undefined): UnmappedScope {
	if (!place) return 'none';
	const { foreign, kind, precision } = place.properties;
	if (kind === 'country' || precision.where_prec === 6) return 'country';
	if (foreign) return 'foreign';
	return kind === 'city' ? 'city' : 'none';
}

const whenOf = ({ edtf, stated, inferred }: When): When => ({
	edtf: edtf.trim(),
	stated,
	inferred: plain(inferred ?? '') ?? null
});

function caveatOf(article: DraftArticle, caveat: Caveat, passages: Passage[]) {
	const { kind, note, quotes, references } = caveat;
	return {
		kind,
		note: plain(note),
		quotes: quotes?.map((quote) => quoteAt(article, quote, passages)),
		references
	};
}

function quoteAt(article: DraftArticle, words: Span, passages: readonly Passage[]): Quote {
	const { text } = article;
	const span = wordsAt(article, words);
	const passage = passages.find(({ start, end }) => start <= span.start && span.end <= end);
	return {
		// Words that are quoted no more may be in none.
		passage: passage?.id ?? '',
		exact: text.slice(span.start, span.end),
		...contextOf(text, span),
		...span
	};
}
