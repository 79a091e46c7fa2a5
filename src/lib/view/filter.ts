/** Which reports a view shows, and what each filter would leave. Pure. */
import type { ReportSummary } from '../geodata/summaries';
import { inWindow } from '../geodata/timeline';
import { facetNames, mapFacets, type FacetName, type Facets, type ViewState } from './view';

/** What of a report the filters look at. */
export type Filterable = Pick<ReportSummary, 'id' | 'when' | 'claim' | 'contested' | 'origins'> & {
	actors: readonly { id: string }[];
	place: { id: string; kind: string; mapped: boolean } | null;
	precision: number | null;
	article: { id: string };
};

/** The value that stands for reports without a place in the facets of places and of precision. */
export const unplaced = 'unplaced';

/** The values of a report in each facet. */
function valuesOf(report: Filterable): Record<FacetName, readonly string[]> {
	return {
		actors: report.actors.map(({ id }) => id),
		claims: [report.claim],
		places: [report.place?.mapped ? report.place.kind : unplaced],
		precision: [report.precision === null ? unplaced : String(report.precision)],
		publishers: [report.article.id]
	};
}

/** Every value that some report has, in the given order of each facet. */
export function facetsOf(reports: readonly Filterable[], order: Facets): Facets {
	const found = reports.map(valuesOf);
	return mapFacets((name) => {
		const used = new Set(found.flatMap((values) => values[name]));
		return order[name].filter((value) => used.has(value));
	});
}

/**
 * The reports that a view shows.
 * @param matches ids of the reports that the words of the search are found in; null while that is not known
 */
export function visibleReports<R extends Filterable>(
	reports: readonly R[],
	view: ViewState,
	matches: ReadonlySet<string> | null
): R[] {
	return reports.filter((report) => passes(report, view, matches, null));
}

/** For each value of each facet, how many reports it has among those that all other filters leave. */
export function facetCounts(
	reports: readonly Filterable[],
	view: ViewState,
	matches: ReadonlySet<string> | null
): Record<FacetName, Map<string, number>> {
	return mapFacets((name) => {
		const counts = new Map<string, number>();
		for (const report of reports) {
			if (!passes(report, view, matches, name)) continue;
			for (const value of valuesOf(report)[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		return counts;
	});
}

/** For each actor, how many of the reports that all other filters leave are about it or one below it. */
export function familyCounts(
	reports: readonly Filterable[],
	actors: readonly { id: string; parent: string | null }[],
	view: ViewState,
	matches: ReadonlySet<string> | null
): Record<string, number> {
	const parents = new Map(actors.map(({ id, parent }) => [id, parent]));
	const counts: Record<string, number> = {};
	for (const report of reports) {
		if (!passes(report, view, matches, 'actors')) continue;
		const family = new Set<string>();
		for (const { id } of report.actors) {
			for (let up: string | null = id; up !== null; up = parents.get(up) ?? null) family.add(up);
		}
		for (const id of family) counts[id] = (counts[id] ?? 0) + 1;
	}
	return counts;
}

/** For each site that is shown, those of the given actors that its shown reports are about. */
export function actorsBySite(
	reports: readonly Filterable[],
	wanted: ReadonlySet<string>
): Map<string, Set<string>> {
	const shown = new Map<string, Set<string>>();
	for (const { place, actors } of reports) {
		if (!place?.mapped) continue;
		const there = shown.get(place.id) ?? new Set();
		for (const { id } of actors) if (wanted.has(id)) there.add(id);
		shown.set(place.id, there);
	}
	return shown;
}

function passes(
	report: Filterable,
	view: ViewState,
	matches: ReadonlySet<string> | null,
	except: FacetName | null
): boolean {
	if (view.contested && !report.contested) return false;
	if (report.origins < view.origins) return false;
	if (matches !== null && !matches.has(report.id)) return false;
	if (!inWindow(report, view.from, view.to)) return false;
	const values = valuesOf(report);
	return facetNames.every(
		(name) => name === except || values[name].some((value) => view.facets[name].has(value))
	);
}
