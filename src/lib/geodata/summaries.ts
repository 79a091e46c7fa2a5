/** Short forms of views, for lists: what a page needs to name and to filter, and no quotes. Pure. */
import { withDescendants } from './compile';
import type { ActorView, ArticleLink, Dataset, PlaceLink, ReportView, SiteView } from './views';
import { originsOf } from './origins';
import type { ReviewState } from './review';
import type { When } from './schema';

/** A site in a list. `reports` is their number. */
export interface SiteSummary extends Pick<
	SiteView,
	'id' | 'name' | 'kind' | 'sign' | 'drawn' | 'contested' | 'draft' | 'origins'
> {
	actors: ActorView[];
	reports: number;
	lastReported: When;
}

/**
 * A report in a table, with what it can be filtered by. `actors` are those that it is about; `precision` is the
 * where_prec of its site, null where it is not on the map; `contested` is true where the report is disputed or its
 * site contested; `origins` counts the independent origins of all reports on its site, or of this one where it has none.
 */
export interface ReportSummary extends Pick<
	ReportView,
	'id' | 'summary' | 'claim' | 'when' | 'disputed' | 'unmapped'
> {
	actors: ActorView[];
	place: PlaceLink | null;
	precision: number | null;
	contested: boolean;
	origins: number;
	/** Not there where the record names nobody and is no draft. */
	review?: ReviewState;
	article: ArticleLink;
	quote: string;
}

export function summariseSite({
	id,
	name,
	kind,
	sign,
	drawn,
	contested,
	draft,
	origins,
	actors,
	reports,
	lastReported
}: SiteView): SiteSummary {
	return {
		id,
		name,
		kind,
		sign,
		drawn,
		contested,
		draft,
		origins,
		actors,
		reports: reports.length,
		lastReported
	};
}

/** All reports in short, in the order of the data set. */
export function summariseReports({ reports, sites }: Dataset): ReportSummary[] {
	const siteOf = new Map(sites.map((site) => [site.id, site]));
	return reports.map((report) => {
		const {
			id,
			summary,
			claim,
			when,
			disputed,
			unmapped,
			place,
			article,
			attributed: actors,
			review
		} = report;
		const site = place?.mapped ? siteOf.get(place.id) : undefined;
		return {
			id,
			summary,
			claim,
			when,
			disputed,
			unmapped,
			actors,
			place,
			precision: site?.precision.where_prec ?? null,
			contested: disputed || site?.contested === true,
			origins: site?.origins ?? originsOf([report]).independent,
			...(review && { review: review.state }),
			article,
			quote: report.quotes[0]!.exact
		};
	});
}

/** For each actor, how many reports are about it or one below it. */
export function countReports(dataset: Dataset): Record<string, number> {
	return Object.fromEntries(
		dataset.actors.map(({ id }) => {
			const family = new Set(withDescendants(dataset.actors, id));
			const about = dataset.reports.filter((report) =>
				report.attributed.some((actor) => family.has(actor.id))
			);
			return [id, about.length];
		})
	);
}
