/** Which filters keep a site off the map, and the view that shows it. Pure. */
import { inWindow } from '../geodata/timeline';
import { facetNames, facets, type FacetName, type Filterable } from './facets';
import type { ViewState } from './view';

/** A filter that hides something: a facet, with those of its values that would have to be visible, or one of the others. */
export type Hiding =
	| { by: FacetName; values: readonly string[] }
	| { by: 'contested' | 'origins' | 'search' | 'time' };

/**
 * The filters that hide a site: as few as have to give way for one of its reports to be shown. None where one is.
 * @param reports those of the site
 * @param matches ids of the reports in which the words of the search are found; null while that is not known
 */
export function hidingOf(
	reports: readonly Filterable[],
	view: ViewState,
	matches: ReadonlySet<string> | null
): Hiding[] {
	const each = reports.map((report) => hidingReport(report, view, matches));
	return each.reduce<Hiding[]>(
		(fewest, next) => (fewest.length <= next.length ? fewest : next),
		each[0] ?? []
	);
}

/** The same view with these filters out of the way: of a facet the values alone are added. */
export function withoutHiding(view: ViewState, hiding: readonly Hiding[]): ViewState {
	return hiding.reduce<ViewState>((shown, filter) => {
		switch (filter.by) {
			case 'contested':
				return { ...shown, contested: false };
			case 'origins':
				return { ...shown, origins: 1 };
			case 'search':
				return { ...shown, search: '' };
			case 'time':
				return { ...shown, from: null, to: null, mode: 'window' };
			default: {
				const visible = new Set([...shown.facets[filter.by], ...filter.values]);
				return { ...shown, facets: { ...shown.facets, [filter.by]: visible } };
			}
		}
	}, view);
}

function hidingReport(report: Filterable, view: ViewState, matches: ReadonlySet<string> | null): Hiding[] {
	const hiding: Hiding[] = facetNames.flatMap((name) => {
		const values = facets[name].valuesOf(report);
		return values.some((value) => view.facets[name].has(value)) ? [] : [{ by: name, values }];
	});
	if (view.contested && !report.contested) hiding.push({ by: 'contested' });
	if (report.origins < view.origins) hiding.push({ by: 'origins' });
	if (matches !== null && !matches.has(report.id)) hiding.push({ by: 'search' });
	if (!inWindow(report, view.from, view.to)) hiding.push({ by: 'time' });
	return hiding;
}
