/** Short forms of views, for lists: what a page needs to name and to filter, and no quotes. Pure. */
import {
	withDescendants,
	type ActorView,
	type ArticleLink,
	type Dataset,
	type PlaceLink,
	type ReportView,
	type SiteView
} from './compile';
import type { When } from './schema';

/** A site in a list. `reports` is their number. */
export interface SiteSummary extends Pick<SiteView, 'id' | 'name' | 'kind' | 'sign' | 'drawn' | 'disputed'> {
	actors: ActorView[];
	reports: number;
	lastReported: When;
}

/** A report in a table. `actors` are those that it is about. */
export interface ReportSummary extends Pick<
	ReportView,
	'id' | 'summary' | 'claim' | 'when' | 'disputed' | 'unmapped'
> {
	actors: ActorView[];
	place: PlaceLink | null;
	article: ArticleLink;
	quote: string;
}

export function summariseSite({
	id,
	name,
	kind,
	sign,
	drawn,
	disputed,
	actors,
	reports,
	lastReported
}: SiteView): SiteSummary {
	return { id, name, kind, sign, drawn, disputed, actors, reports: reports.length, lastReported };
}

export function summariseReport(report: ReportView): ReportSummary {
	const { id, summary, claim, when, disputed, unmapped, place, article, attributed: actors } = report;
	return {
		id,
		summary,
		claim,
		when,
		disputed,
		unmapped,
		actors,
		place,
		article,
		quote: report.quotes[0]!.exact
	};
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
