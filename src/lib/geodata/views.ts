/** What the pages and the map show: records with every reference resolved, as plain data. */
import type {
	ActorRecord,
	ArticleRecord,
	Caveat,
	Name,
	PassageRecord,
	PlaceRecord,
	Position,
	ReferenceRecord,
	ReportRecord,
	SourceRecord,
	When
} from './schema';
import type { AddedPlaceKind } from './datasetSchema';
import type { ReviewState, Signature } from './review';
import type { Part, PloverType, Role, Sign } from './vocabulary';

/** An actor as the legend and the marks show it. `parent` is the id of the one that it belongs to. */
export interface ActorView {
	id: string;
	name: Name;
	letter: string;
	hue: ActorRecord['hue'];
	parent: string | null;
	note?: string;
}

/** An actor inside one report. Only `present`, `acted` and `affected` actors get a mark on the map. */
export interface ReportActorView {
	actor: ActorView;
	role: Role;
	part: Part;
	note?: string;
}

/** A place, named and linked; `mapped` says whether it is drawn and so has a page of its own. */
export interface PlaceLink {
	id: string;
	name: Name;
	kind: string;
	mapped: boolean;
}

/** `quotes` are words of the article that say so, as a denial does; `shown` is what is read of one, as in `Extract`. */
export interface CaveatView extends Omit<Caveat, 'references' | 'quotes'> {
	quotes: (QuoteView & { shown: string })[];
	references: ReferenceRecord[];
}

export interface UpstreamView {
	note: string;
	references: ReferenceRecord[];
}

export interface SourceView extends Omit<SourceRecord, 'references'> {
	references: ReferenceRecord[];
}

/** A quote with its selectors, and the address that opens the words in the original. */
export interface QuoteView {
	passage: string;
	exact: string;
	prefix: string;
	suffix: string;
	start: number;
	end: number;
	/** Empty in a draft whose address is still to be found. */
	original: string;
}

/** A passage with every run of it that a report quotes. `passage` is its id in the article. */
export interface Extract {
	passage: string;
	/** To be read: what nobody sees is written out, so that only `QuoteView` has the words to the letter. */
	parts: { text: string; quoted: boolean }[];
}

export interface ArticleLink {
	id: string;
	title: string;
	language: string;
	publisher: string;
	/** Empty in a draft that has none yet. */
	url: string;
	published: When;
	/** Of the text that the article was read from. */
	sha256: string;
	/** The day (UTC) on which its words, as they stand, were compared with the full text; null where they were not. */
	checked: string | null;
	/** Whether some of it is still to be written; then it is on no published site. */
	draft: boolean;
}

/** Who recorded a report and who reviewed it; null where the record does not say. */
export interface ReviewView {
	state: ReviewState;
	recordedBy: Signature | null;
	reviewedBy: Signature | null;
}

/** One report with everything resolved. */
export interface ReportView {
	id: string;
	article: ArticleLink;
	place: PlaceLink | null;
	unmapped: ReportRecord['unmapped'] | null;
	summary: string;
	claim: string;
	/** Of a claim that the data set adds to our vocabulary: its PLOVER event type, null where it says what is there. */
	ownPlover?: PloverType | null;
	actors: ReportActorView[];
	/**
	 * The actors that the report is about, each once: those that it says were present, acted or were affected.
	 * Where it only names actors (a road that locates a base), all of them.
	 */
	attributed: ActorView[];
	when: When;
	quotes: QuoteView[];
	/** The passages of the quotes, each once, to be read as one. */
	extracts: Extract[];
	attribution: ReportRecord['attribution'];
	chain: SourceView[];
	chainNote: string | null;
	caveats: CaveatView[];
	upstream: UpstreamView[];
	references: ReferenceRecord[];
	disputed: boolean;
	/** Not there where the record names nobody and is no draft. */
	review?: ReviewView;
	/** When and why it was taken back, or null. */
	withdrawn: NonNullable<ReportRecord['withdrawn']> | null;
}

/** A place with at least one report that is drawn on the map. `position` is where its mark stands, in degrees. */
export interface SiteView {
	id: string;
	name: Name;
	aliases: string[];
	kind: string;
	/** What the kind is, where the data set adds it to our vocabulary. */
	ownKind?: AddedPlaceKind;
	sign: Sign;
	drawn: Exclude<PlaceRecord['properties']['drawn'], 'none'>;
	geometry: NonNullable<PlaceRecord['geometry']>;
	position: Position;
	precision: PlaceRecord['properties']['precision'];
	/** Actors with a mark here: those that its reports are about, in the order of actors.json. */
	actors: ActorView[];
	/** Actors that the reports only name. */
	named: ActorView[];
	reports: ReportView[];
	/** Publication dates of the first and the last article that reports on it. */
	firstReported: When;
	lastReported: When;
	disputed: boolean;
	/** Whether only drafts report on it. */
	draft: boolean;
	/** Whether its reports disagree, or one is disputed or unclear. */
	contested: boolean;
	/** Independent origins of its reports. */
	origins: number;
	related: {
		place: PlaceLink;
		relation: PlaceRecord['properties']['related'][number]['relation'];
		reason: string;
		references: ReferenceRecord[];
	}[];
	alternatives: { position: Position; note: string; references: ReferenceRecord[] }[];
	upstream: UpstreamView[];
	identifiers: Record<string, string>;
	references: ReferenceRecord[];
	recorded: string;
}

/** A run of a passage: plain words, or the name of a place in it. */
export interface PassagePart {
	text: string;
	mention: { place: PlaceLink; sense: PassageRecord['mentions'][number]['sense'] } | null;
}

export interface PassageView {
	id: string;
	start: number;
	end: number;
	parts: PassagePart[];
	reports: ReportView[];
}

export interface ArticleView extends ArticleLink {
	author: ArticleRecord['author'];
	publisherSite: string;
	publisherNote: string;
	/** A copy that an archive keeps, and its day, YYYY-MM-DD. */
	archived: { url: string; on: string } | null;
	urlNote: string;
	chain: SourceView[];
	chainNote: string;
	standing: { note: string; references: ReferenceRecord[] };
	rights: string;
	text: ArticleRecord['text'];
	caveats: CaveatView[];
	passages: PassageView[];
	reports: ReportView[];
	references: ReferenceRecord[];
	recorded: string;
}

/** All there is to show. */
export interface Dataset {
	actors: ActorView[];
	sites: SiteView[];
	articles: ArticleView[];
	reports: ReportView[];
	/** Reports that were taken back: they have a page each and stand nowhere else. */
	withdrawn: ReportView[];
	sources: SourceView[];
}
