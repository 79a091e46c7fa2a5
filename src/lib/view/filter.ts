/** Which reports are visible in a view, and how many each filter would leave. Pure. */
import { inWindow } from '../geodata/timeline';
import { facetNames, facets, mapFacets, type FacetName, type Filterable } from './facets';
import type { ViewState } from './view';

/**
 * The reports that are visible in a view.
 * @param matches ids of the reports in which the words of the search are found; null while that is not known
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
			for (const value of facets[name].valuesOf(report)) counts.set(value, (counts.get(value) ?? 0) + 1);
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

/** For each site with one of these reports, those of the given actors that its reports are about. */
export function actorsBySite(
	reports: readonly Filterable[],
	wanted: ReadonlySet<string>
): Map<string, Set<string>> {
	const sites = new Map<string, Set<string>>();
	for (const { place, actors } of reports) {
		if (!place?.mapped) continue;
		const there = sites.get(place.id) ?? new Set();
		for (const { id } of actors) if (wanted.has(id)) there.add(id);
		sites.set(place.id, there);
	}
	return sites;
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
	return facetNames.every(
		(name) => name === except || facets[name].valuesOf(report).some((value) => view.facets[name].has(value))
	);
}
