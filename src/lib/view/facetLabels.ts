/** What the facets and their values are called, one row each: the filters of a page. */
import type { ReviewState } from '../geodata/review';
import { labels, m } from '../words';
import { reviewStateName } from '../words/review';
import type { FacetName } from './facets';

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

const nameIn = (kind: 'claimKinds' | 'placeKinds' | 'precisions') => (value: string) =>
	(labels()[kind] as Record<string, string>)[value] ?? m.not_on_map();

/** The facets that have a filter, in order: all but the actors, which have toggles of their own. */
export const facetLabels: Record<Exclude<FacetName, 'actors'>, FacetLabel> = {
	claims: { label: m.filter_claims, nameOf: nameIn('claimKinds') },
	places: { label: m.filter_places, nameOf: nameIn('placeKinds') },
	precision: { label: m.filter_precision, nameOf: nameIn('precisions') },
	publishers: {
		label: m.article_publisher,
		nameOf: (value, publishers) => publishers.find(({ id }) => id === value)?.name ?? value
	},
	review: { label: m.review, nameOf: (value) => reviewStateName(value as ReviewState) }
};
