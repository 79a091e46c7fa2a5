/** Who recorded a report, who reviewed it, and what state that leaves it in. Pure. */
import { foldText } from '../base/foldText';
import { isDraft } from './drafts';
import type { Records, ReportRecord } from './schema';

/** By whom something was done, and on which day (YYYY-MM-DD). */
export type Signature = NonNullable<ReportRecord['recordedBy']>;

/** `unsaid`: the record names nobody. A draft is one whoever recorded it. */
export type ReviewState = 'draft' | 'unsaid' | 'recorded' | 'reviewed';

/** @param draft whether the article of the report is a draft */
export function reviewState(
	{ recordedBy, reviewedBy }: Pick<ReportRecord, 'recordedBy' | 'reviewedBy'>,
	draft: boolean
): ReviewState {
	if (draft) return 'draft';
	if (recordedBy && reviewedBy) return 'reviewed';
	return recordedBy ? 'recorded' : 'unsaid';
}

/** Whether two signatures are one person's, however the name or the initials are written. */
export function isSamePerson(a: string, b: string): boolean {
	const key = (name: string) => foldText(name).replace(/[^\p{L}\p{N}]/gu, '');
	return key(a) === key(b);
}

/** Published reports that no second person reviewed, where the data set asks for one; by their articles. */
export function unreviewed({ dataset, articles }: Records): { article: string; reports: string[] }[] {
	if (dataset.review === undefined) return [];
	return articles
		.filter((article) => !isDraft(article))
		.map(({ id, reports }) => ({
			article: id,
			reports: reports
				.filter((report) => !report.withdrawn && reviewState(report, false) !== 'reviewed')
				.map((report) => report.id)
		}))
		.filter(({ reports }) => reports.length > 0);
}
