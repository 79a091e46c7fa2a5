/** What the facets and their values are called, one row each: the filters of a page. */
import type { ReviewState } from '../geodata/review';
import { m } from '../words';
import { evidenceLabels } from '../words/evidence';
import { claimKindName, placeKindName } from '../words/kinds';
import { reviewStateName } from '../words/review';
import { unplaced, type FacetName } from './facets';

export interface Publisher {
	/** Id of its article. */
	id: string;
	name: string;
}

interface FacetLabel {
	/** The heading of its filter. */
	label: () => string;
	/** A value in the reader's language. */
	nameOf: (value: string, publishers: readonly Publisher[]) => string;
}

const precisionName = (value: string) => (evidenceLabels().precisions as Record<string, string>)[value]!;
/** For the facets of places: reports without one on the map are a value too. */
const orUnplaced = (nameOf: (value: string) => string) => (value: string) =>
	value === unplaced ? m.not_on_map() : nameOf(value);

/** The facets that have a filter, in order: all but the actors, which have toggles of their own. */
export const facetLabels: Record<Exclude<FacetName, 'actors'>, FacetLabel> = {
	claims: { label: m.filter_claims, nameOf: claimKindName },
	places: { label: m.filter_places, nameOf: orUnplaced(placeKindName) },
	precision: { label: m.filter_precision, nameOf: orUnplaced(precisionName) },
	publishers: {
		label: m.article_publisher,
		nameOf: (value, publishers) => publishers.find(({ id }) => id === value)?.name ?? value
	},
	review: { label: m.review, nameOf: (value) => reviewStateName(value as ReviewState) }
};
