/** What the filters of a view leave, in words: for paper, which has no switches. */
import { keysOf } from '../geodata/vocabulary';
import { list, m } from '../words';
import { facetLabels, type Publisher } from './facetLabels';
import type { FacetName, Facets } from './facets';
import type { ViewState } from './view';

/** Of at most so many hidden values it is said what is hidden; of more, what is left. */
const mostHidden = 12;

/**
 * A line for each filter that hides something, the time apart; none where all is shown.
 * @param actorName of an actor by its id, in the reader's language
 */
export function filterLines(
	view: ViewState,
	all: Facets,
	{ actorName, publishers }: { actorName: (id: string) => string; publishers: readonly Publisher[] }
): string[] {
	const labelOf = (facet: FacetName) => (facet === 'actors' ? m.actors() : facetLabels[facet].label());
	const nameOf = (facet: FacetName, value: string) =>
		facet === 'actors' ? actorName(value) : facetLabels[facet].nameOf(value, publishers);
	const facets = (['actors', ...keysOf(facetLabels)] as const).flatMap((facet) => {
		const visible = all[facet].filter((value) => view.facets[facet].has(value));
		const hidden = all[facet].filter((value) => !view.facets[facet].has(value));
		if (hidden.length === 0) return [];
		const label = labelOf(facet);
		if (visible.length === 0) return [m.print_filter_none({ label })];
		const names = (values: readonly string[]) => list(values.map((value) => nameOf(facet, value)));
		return hidden.length < visible.length && hidden.length <= mostHidden
			? [m.print_filter_but({ label, values: names(hidden) })]
			: [m.print_filter({ label, values: names(visible) })];
	});
	return [
		...facets,
		...(view.contested ? [m.filter_contested()] : []),
		...(view.origins > 1 ? [m.filter_origins()] : []),
		...(view.search ? [m.print_search({ words: view.search })] : [])
	];
}
