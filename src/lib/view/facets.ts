/**
 * The facets: what reports are filtered by, one row each. Everything else follows from this table: the address
 * (view.ts), which reports pass and how many are left (filter.ts), and the filters of a page. What they are called
 * stands in facetLabels.ts, which no page needs before its words are there.
 */
import type { ReportSummary } from '../geodata/summaries';
import { keysOf, precisions } from '../geodata/vocabulary';
import { claimKindIds, placeKindIds } from '../words/kinds';

/** What the filters need to know of a report. */
export type Filterable = Pick<ReportSummary, 'id' | 'when' | 'claim' | 'contested' | 'origins' | 'review'> & {
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

interface Facet {
	/** Its key in the query string. */
	key: string;
	/** All its values, in the order in which they are written and listed. */
	values: (source: Source) => readonly string[];
	/** The values that a report has: it passes where any of them is visible. */
	valuesOf: (report: Filterable) => readonly string[];
}

/** The value of reports without a place on the map, in the facets of places and of precision. */
export const unplaced = 'unplaced';

export const facets = {
	actors: {
		key: 'actors',
		values: ({ actors }) => actors.map(({ id }) => id),
		valuesOf: ({ actors }) => actors.map(({ id }) => id)
	},
	claims: {
		key: 'claims',
		values: () => claimKindIds,
		valuesOf: ({ claim }) => [claim]
	},
	places: {
		key: 'places',
		values: () => [...placeKindIds, unplaced],
		valuesOf: ({ place }) => [place?.mapped ? place.kind : unplaced]
	},
	precision: {
		key: 'precision',
		values: () => [...precisions.map(String), unplaced],
		valuesOf: ({ precision }) => [precision === null ? unplaced : String(precision)]
	},
	publishers: {
		key: 'publishers',
		values: ({ articles }) => articles.map(({ id }) => id),
		valuesOf: ({ article }) => [article.id]
	},
	review: {
		key: 'review',
		values: () => ['reviewed', 'recorded', 'unsaid', 'draft'],
		valuesOf: ({ review }) => [review ?? 'unsaid']
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
