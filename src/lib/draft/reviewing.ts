/** A second person's review of reports that were recorded: what may be said of each, and by whom. Pure. */
import { isSamePerson, type Signature } from '../geodata/review';
import type { ReportRecord } from '../geodata/schema';
import type { DraftArticle, DraftReport } from './article';
import type { Command } from './commands';
import { isSame } from './kept';

/**
 * `changed`: it is not what was recorded any more. `unnamed`: nobody knows who would review it. `own`: who would review it
 * recorded it. `mine`: it was reviewed here, and that can be taken back.
 */
export interface Review {
	state: 'changed' | 'unnamed' | 'own' | 'open' | 'mine' | 'reviewed';
	recordedBy: Signature;
	reviewedBy: Signature | null;
}

/** How it stands with the review of a report; null where its record does not say who recorded it. @param name of who would review it */
export function reviewOf(article: DraftArticle, report: DraftReport, name: string): Review | null {
	const record = article.origin?.article.reports.find(({ id }) => id === report.record);
	const recordedBy = record?.recordedBy;
	if (!record || !recordedBy) return null;
	const mine = article.reviews?.[record.id];
	const stateOf = (): Review['state'] => {
		if (isChanged(article, report)) return 'changed';
		if (mine) return 'mine';
		if (record.reviewedBy) return 'reviewed';
		if (name.trim() === '') return 'unnamed';
		return isSamePerson(name, recordedBy.name) ? 'own' : 'open';
	};
	return { state: stateOf(), recordedBy, reviewedBy: mine ?? record.reviewedBy ?? null };
}

function isChanged({ origin, marks }: DraftArticle, report: DraftReport): boolean {
	const was = origin?.base.reports.find(({ record }) => record === report.record);
	const placeIn = (list: DraftArticle['marks'], id: string | null) => {
		const value = list.find((mark) => mark.id === id)?.value;
		return value?.sort === 'place' ? value.place : null;
	};
	const said = ({ quote, actors, claim, when, attribution, chain, summary, caveats }: DraftReport) => [
		quote,
		actors,
		claim,
		when,
		attribution,
		chain,
		summary,
		caveats
	];
	if (!was || !origin) return true;
	return (
		!isSame(said(was), said(report)) || placeIn(origin.base.marks, was.place) !== placeIn(marks, report.place)
	);
}

/** Marks a report as reviewed, or takes that back; null where neither may be. @param on YYYY-MM-DD */
export function reviewing(
	article: DraftArticle,
	report: DraftReport,
	name: string,
	on: string
): Command | null {
	const state = reviewOf(article, report, name)?.state;
	if (state === 'open') return { do: 'review', record: report.record!, by: { name: name.trim(), on } };
	return state === 'mine' ? { do: 'review', record: report.record!, by: null } : null;
}

/**
 * A report of a record as it leaves: with its review as long as it is what was recorded, and else with who changed it and
 * with no review.
 * @param before as it was recorded
 */
export function signed<Report extends ReportRecord>(
	report: Report,
	before: ReportRecord,
	{ reviews }: Pick<DraftArticle, 'reviews'>,
	{ by, on }: { by: string; on: string }
): Report {
	if (isSame(report, before)) {
		const review = reviews?.[before.id];
		return review ? { ...report, reviewedBy: review } : report;
	}
	const changed = { ...report, ...(by !== '' && { recordedBy: { name: by, on } }) };
	delete changed.reviewedBy;
	return changed;
}
