/**
 * The facets: what reports are filtered by, one row each. Everything else follows from this table: the address
 * (view.ts), which reports pass and how many are left (filter.ts), and the filters of a page.
 */
import type { ReportSummary } from '../geodata/summaries';
import { claimKinds, keysOf, placeKinds, precisions } from '../geodata/vocabulary';
import { labels, m } from '../words';

/** What the filters need to know of a report. */
export type Filterable = Pick<ReportSummary, 'id' | 'when' | 'claim' | 'contested' | 'origins'> & {
	actors: readonly { id: string }[];
	place: { id: string; kind: string; mapped: boolean } | null;
	precision: number | null;
	article: { id: string };
};

/** Where those values come from that are no fixed list. */
interface Source {
	actors: readonly { id: string }[];
	articles: readonly { id: string }[];
}

export interface Publisher {
	/** Id of its article. */
	id: string;
	name: string;
}

interface Facet {
	/** Its key in the query string. */
	key: string;
	/** All its values, in the order in which they are written and listed. */
	values: (source: Source) => readonly string[];
	/** The values that a report has: it passes where any of them is visible. */
	valuesOf: (report: Filterable) => readonly string[];
	/** The heading of its filter; null for the actors, which have toggles of their own. */
	label: (() => string) | null;
	/** A value in the reader's language. */
	nameOf: (value: string, publishers: readonly Publisher[]) => string;
}

/** The value of reports without a place on the map, in the facets of places and of precision. */
export const unplaced = 'unplaced';

const nameIn = (kind: 'claimKinds' | 'placeKinds' | 'precisions') => (value: string) =>
	(labels()[kind] as Record<string, string>)[value] ?? m.not_on_map();

export const facets = {
	actors: {
		key: 'actors',
		values: ({ actors }) => actors.map(({ id }) => id),
		valuesOf: ({ actors }) => actors.map(({ id }) => id),
		label: null,
		nameOf: (value) => value
	},
	claims: {
		key: 'claims',
		values: () => keysOf(claimKinds),
		valuesOf: ({ claim }) => [claim],
		label: m.filter_claims,
		nameOf: nameIn('claimKinds')
	},
	places: {
		key: 'places',
		values: () => [...keysOf(placeKinds), unplaced],
		valuesOf: ({ place }) => [place?.mapped ? place.kind : unplaced],
		label: m.filter_places,
		nameOf: nameIn('placeKinds')
	},
	precision: {
		key: 'precision',
		values: () => [...precisions.map(String), unplaced],
		valuesOf: ({ precision }) => [precision === null ? unplaced : String(precision)],
		label: m.filter_precision,
		nameOf: nameIn('precisions')
	},
	publishers: {
		key: 'publishers',
		values: ({ articles }) => articles.map(({ id }) => id),
		valuesOf: ({ article }) => [article.id],
		label: m.article_publisher,
		nameOf: (value, publishers) => publishers.find(({ id }) => id === value)?.name ?? value
	}
} as const satisfies Record<string, Facet>;

export type FacetName = keyof typeof facets;
export const facetNames = keysOf(facets);

/** All values of each facet, in the order in which they are written. */
export type Facets = Record<FacetName, readonly string[]>;

/** Something for each facet. */
export function mapFacets<T>(value: (name: FacetName) => T): Record<FacetName, T> {
	return Object.fromEntries(facetNames.map((name) => [name, value(name)])) as Record<FacetName, T>;
}

/** Those of a page that comes without data, such as that of an error. */
export const noFacets: Facets = mapFacets(() => []);

/** The values of each facet that some report has, in the order of the table. */
export function facetsOf(reports: readonly Filterable[], source: Source): Facets {
	return mapFacets((name) => {
		const used = new Set(reports.flatMap((report) => facets[name].valuesOf(report)));
		return facets[name].values(source).filter((value) => used.has(value));
	});
}
