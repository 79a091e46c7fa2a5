/**
 * What the filters, the timeline and the lists need of all reports, as one file for all pages and languages: each site,
 * article and actor stands in it once, and reports name them. A page carries the same itself where a data set is small
 * (`lib/server/carried.ts`). Pure.
 */
import { publishersOf } from '../geodata/publishers';
import type { ReportSummary, SiteSummary } from '../geodata/summaries';
import type { ActorView, ArticleLink, PlaceLink } from '../geodata/views';
import { facetsOf, type Facets } from './facets';

/** The article of a report that is listed. */
type ListedArticle = Pick<ArticleLink, 'id' | 'language' | 'publisher' | 'published' | 'draft'>;

/** A report in a list: all that it is filtered by, and what a table shows of it. */
export type ListedReport = Omit<ReportSummary, 'summary' | 'unmapped' | 'article'> & {
	article: ListedArticle;
};

/** What every page with a list or a map needs of a data set. */
export interface Listing {
	sites: SiteSummary[];
	reports: ListedReport[];
	publishers: { id: string; name: string }[];
	facets: Facets;
	/** Whether the reports have their words; without them a quote is empty, and a date has its value alone. */
	hasWords: boolean;
}

type Packed<T extends { actors: ActorView[] }> = Omit<T, 'actors'> & { actors: string[] };

/** A listing as a file. A report names its article and its place by their index; words come in a file of their own. */
export interface PackedListing {
	articles: ListedArticle[];
	/** Of reports that are not on a site: places that are not drawn. */
	places: PlaceLink[];
	sites: Packed<SiteSummary>[];
	/** `place`: below the number of sites one of these, above it one of the places. */
	reports: (Omit<Packed<ListedReport>, 'place' | 'article' | 'when' | 'quote'> & {
		when: string;
		place: number | null;
		article: number;
	})[];
}

/** What a table shows of each report beside that, in the same order. */
export type PackedWords = Pick<ListedReport, 'when' | 'quote'>[];

export function packListing(sites: readonly SiteSummary[], reports: readonly ReportSummary[]): PackedListing {
	const articles = new Map<string, ListedArticle>();
	const unmapped = new Map<string, PlaceLink>();
	for (const { article, place } of reports) {
		const { id, language, publisher, published, draft } = article;
		articles.set(id, { id, language, publisher, published, draft });
		if (place && !place.mapped) unmapped.set(place.id, place);
	}
	const numberOf = (ids: Iterable<string>) => new Map([...ids].map((id, index) => [id, index]));
	const articleNumbers = numberOf(articles.keys());
	const placeNumbers = numberOf([...sites.map(({ id }) => id), ...unmapped.keys()]);
	const ids = (actors: readonly ActorView[]) => actors.map(({ id }) => id);
	return {
		articles: [...articles.values()],
		places: [...unmapped.values()],
		sites: sites.map((site) => ({ ...site, actors: ids(site.actors) })),
		reports: reports.map(
			({ id, claim, when, disputed, actors, place, precision, contested, origins, review, article }) => ({
				id,
				claim,
				when: when.edtf,
				disputed,
				actors: ids(actors),
				place: place && placeNumbers.get(place.id)!,
				precision,
				contested,
				origins,
				...(review && { review }),
				article: articleNumbers.get(article.id)!
			})
		)
	};
}

export const packWords = (reports: readonly ReportSummary[]): PackedWords =>
	reports.map(({ when, quote }) => ({ when, quote }));

/** The listing in a file. @param actors all of the data set, which each page has */
export function unpackListing(
	{ articles, places, sites, reports }: PackedListing,
	actors: readonly ActorView[],
	words?: PackedWords
): Listing {
	const byId = new Map(actors.map((actor) => [actor.id, actor]));
	const known = (ids: readonly string[]) => ids.map((id) => byId.get(id)!);
	const links: PlaceLink[] = [
		...sites.map(({ id, name, kind }) => ({ id, name, kind, mapped: true })),
		...places
	];
	const listed = reports.map((report, index): ListedReport => ({
		...report,
		actors: known(report.actors),
		place: report.place === null ? null : links[report.place]!,
		article: articles[report.article]!,
		when: words?.[index]?.when ?? { edtf: report.when, stated: null, inferred: null },
		quote: words?.[index]?.quote ?? ''
	}));
	return {
		sites: sites.map((site) => ({ ...site, actors: known(site.actors) })),
		reports: listed,
		publishers: publishersOf(articles),
		facets: facetsOf(listed, { actors, articles }),
		hasWords: words !== undefined
	};
}
