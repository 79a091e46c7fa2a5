/** Drafts: records with `"status": "draft"`, of which some is still to be written (`waiting.ts`). Pure. */
import type { Records } from './schema';

/** What views are made of. */
export type Compiled = Omit<Records, 'version' | 'snapshots' | 'translations'>;

/** Whether a record, read from JSON or made, says that it is a draft. */
export const isDraft = (record: unknown): boolean =>
	(record as { status?: unknown } | null | undefined)?.status === 'draft';

/** The records without drafts, and without the sources that only drafts name. */
export function published<Some extends Compiled>(records: Some): Some {
	const stays = <T>(list: T[]) => list.filter((record) => !isDraft(record));
	const articles = stays(records.articles);
	const named = new Set(
		articles.flatMap(({ chain, reports }) => [...chain, ...reports.flatMap((report) => report.chain)])
	);
	return {
		...records,
		actors: stays(records.actors),
		places: stays(records.places),
		articles,
		sources: records.sources.filter(({ id }) => named.has(id)),
		references: stays(records.references)
	};
}
