/**
 * An article on its way to reports: all that the desk knows of it, as one plain object that is only ever replaced.
 * Offsets are UTF-16 units of `text`, which is what came in, unchanged.
 */
import type { Span } from '../geodata/fullText';
import type { Signature } from '../geodata/review';
import type {
	ActorRecord,
	ArticleRecord,
	Caveat,
	Geometry,
	Name,
	PlaceRecord,
	When
} from '../geodata/schema';
import type { DrawnAs, Role } from '../geodata/vocabulary';
import type { attributions, mentionSenses, SourceKind } from '../geodata/recordWords';
import type { SourceFile } from '../geodata/validate';

export type { Span };

/** `same` and `same-rejected` were taken over from the same words elsewhere, and nobody has looked at them yet. */
export type Decision = 'open' | 'same' | 'same-rejected' | 'accepted' | 'rejected';

/** Why a program suggests a place; each becomes a sentence in the reader's language. */
export interface Reason {
	code: string;
	[parameter: string]: string | number;
}

/** A place that some words may mean: one of the data set or of this draft, by its id, or one of the gazetteer. */
export interface PlaceCandidate {
	id: string | null;
	name: string;
	/** ISO 3166-1 alpha-2, or empty. */
	country: string;
	kind: string;
	/** Degrees, WGS 84; null where it is known by its id alone. */
	position: { longitude: number; latitude: number } | null;
	/** UCDP GED `where_prec` that the words allow, and the radius in km, if there is one. */
	precision: Precision;
	reasons: Reason[];
	/** A place that the author made for another article, whole. */
	place?: DraftPlace;
}

export interface Precision {
	where_prec: 1 | 2 | 3 | 4 | 5 | 6 | 7;
	radius_km: number | null;
}

export type MarkValue =
	| {
			sort: 'place';
			/** Id of a place of the data set or of `places`; null until one is chosen. */
			place: string | null;
			sense: (typeof mentionSenses)[number];
			candidates: PlaceCandidate[];
	  }
	| { sort: 'actor'; actor: string | null; candidates: string[] }
	| { sort: 'date'; when: When }
	| { sort: 'source'; source: string | null };

/** Words of the text that mean a place, an actor, a date or who says something. */
export interface Mark extends Span {
	id: string;
	decision: Decision;
	by: 'program' | 'person';
	value: MarkValue;
}

/** What of a report was concluded and not read; each is confirmed by itself. */
export type Inference = 'place' | 'when' | 'claim' | 'actors';

export interface DraftReport {
	id: string;
	decision: Decision;
	by: 'program' | 'person';
	/** The words that are quoted. */
	quote: Span;
	/** What an author wants to be kept around them; null for the sentences that they stand in. */
	passage: Span | null;
	/** Id of the mark of its place, or null. */
	place: string | null;
	actors: { actor: string; role: Role }[];
	claim: string;
	/** Other kinds of claim that the words may be, likeliest first. */
	claims: string[];
	when: When;
	/** Other times that it may have been, likeliest first. */
	whens?: Pick<When, 'edtf' | 'stated'>[];
	attribution: (typeof attributions)[number];
	chain: string[];
	/** One neutral sentence of the author's; empty until it is written. */
	summary: string;
	caveats: Caveat[];
	inferred: Inference[];
	/** Id of the report of a record that it was made from. */
	record?: string;
}

export type Item = Mark | DraftReport;

/** A place that the data set does not have. What may wait is empty or null until it is known. */
export interface DraftPlace {
	id: string;
	/** By language; one that is not known is empty or left out. */
	name: Name;
	aliases: string[];
	kind: string;
	drawn: DrawnAs;
	geometry: Geometry | null;
	precision: Precision & { reason: string };
	country: string;
	identifiers: Record<string, string>;
	/** Where the position was looked up, in the author's words or as an address. */
	reference: string;
}

export interface DraftActor {
	id: string;
	/** By language; one that is not known is empty or left out. */
	name: Name;
	aliases: string[];
}

/** Whom an article or a report has something from, where the data set does not have it. */
export interface DraftSource {
	id: string;
	name: string;
	kind: SourceKind;
}

/** What of an article an author may say that nobody knows. */
export type Unknowable = 'author' | 'site' | 'url' | 'chain' | 'standing' | 'rights';

/** What is known of the article as a whole. What may wait is empty. */
export interface Head {
	id: string;
	title: string;
	/** BCP 47. */
	language: string;
	publisher: string;
	site: string;
	author: string;
	published: When;
	url: string;
	chain: string[];
	standing: string;
	rights: string;
	/** What the author has said is not known. */
	unknown: Unknowable[];
}

/** The records that an article was made from. What the desk has no input for is kept from them. */
export interface Origin {
	/** Its words stand in the text of the draft. */
	article: ArticleRecord;
	/** Those of its file that the data set lacks. */
	places: readonly PlaceRecord[];
	actors: readonly ActorRecord[];
	/** Lists and translations that came with it, which leave as they are. */
	files: readonly SourceFile[];
	/** What the record is as a draft, before anything is changed in it. */
	base: Pick<DraftArticle, 'head' | 'marks' | 'reports'>;
}

export interface DraftArticle {
	text: string;
	head: Head;
	/** In the order of the text. */
	marks: Mark[];
	/** In the order of their quotes. */
	reports: DraftReport[];
	places: DraftPlace[];
	actors: DraftActor[];
	sources: DraftSource[];
	/** The number of the next mark or report, so that an id is never used again. */
	next: number;
	/** Where it was made from records. */
	origin?: Origin;
	/** Why reports of the record are taken back, by their ids there. */
	withdrawals?: Readonly<Record<string, string>>;
	/** Who has reviewed reports of the record here, by their ids there. */
	reviews?: Readonly<Record<string, Signature>>;
}

export const textOf = ({ text }: DraftArticle, { start, end }: Span): string => text.slice(start, end);

/** Words of the text, at least one of which can be seen. */
export function isSpan({ text }: Pick<DraftArticle, 'text'>, { start, end }: Span): boolean {
	return (
		Number.isInteger(start) &&
		Number.isInteger(end) &&
		start >= 0 &&
		end <= text.length &&
		start < end &&
		text.slice(start, end).trim() !== ''
	);
}

/** From where the first of two spans begins to where the last ends. */
export const around = (a: Span, b: Span): Span => ({
	start: Math.min(a.start, b.start),
	end: Math.max(a.end, b.end)
});

/** A span without the white space at its ends. */
export function trimmed({ text }: Pick<DraftArticle, 'text'>, { start, end }: Span): Span {
	const words = text.slice(start, end);
	return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** An article of which no more is known than its text and what came with it. */
export function newArticle(text: string, head: Partial<Head> = {}): DraftArticle {
	return {
		text,
		head: {
			id: '',
			title: '',
			language: '',
			publisher: '',
			site: '',
			author: '',
			published: { edtf: '', stated: null, inferred: null },
			url: '',
			chain: [],
			standing: '',
			rights: '',
			unknown: [],
			...head
		},
		marks: [],
		reports: [],
		places: [],
		actors: [],
		sources: [],
		next: 1
	};
}
