/** A draft in another text than before, once it is known where its words stand there (`follow.ts`). */
import type { ArticleRecord } from '../geodata/schema';
import { isSpan, type DraftArticle, type Span } from './article';
import { overlaps } from './recognise/span';

export type Placed = Span & { id: string };

/** Where reports and marks stand; what is not among them is not in the text. */
export interface Places {
	reports: readonly Placed[];
	marks: readonly Placed[];
}

type Part = Pick<DraftArticle, 'marks' | 'reports'>;

/** @param record the record that is corrected, with its words as they stand in the text */
export function inNewerText<Draft extends Part>(
	draft: Draft,
	text: string,
	places: Places,
	record: ArticleRecord | undefined
): Draft {
	const spanOf = (all: readonly Placed[], id: string): Span | null => {
		const found = all.find((other) => other.id === id);
		return found && isSpan({ text }, found) ? { start: found.start, end: found.end } : null;
	};
	const marks: DraftArticle['marks'] = [];
	for (const mark of draft.marks) {
		const span = spanOf(places.marks, mark.id);
		// Two that are found at the same words are one.
		const isTaken = (other: DraftArticle['marks'][number]) =>
			other.value.sort === mark.value.sort && overlaps(other, span!);
		if (span && !marks.some(isTaken)) marks.push({ ...mark, ...span });
	}
	const reports = draft.reports.flatMap((report) => {
		const quote = spanOf(places.reports, report.id);
		if (!quote) return [];
		const recorded = record?.reports.find(({ id }) => id === report.record);
		// The words of a caveat have their place too.
		const caveats = recorded?.caveats ?? report.caveats.map((caveat) => ({ ...caveat, quotes: undefined }));
		const place = marks.some(({ id }) => id === report.place) ? report.place : null;
		// What was to be kept around the older words is not looked for.
		return [{ ...report, quote, passage: null, caveats, place }];
	});
	return { ...draft, marks, reports };
}
