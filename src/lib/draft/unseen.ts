/**
 * A draft that nobody has looked at: of what was suggested, all that is whole is taken, and the rest is left out with
 * the reason. For the command line; at the desk a person decides. Pure.
 */
import type { SourceFile } from '../geodata/validate';
import type { DraftArticle, DraftReport } from './article';
import { apply } from './commands';
import { accepting } from './places';
import { recordsOf } from './record';
import type { Known, RecordFault } from './record';
import { toDosOf } from './toDo';
import type { ToDoCode } from './toDo';

/** A suggested report that does not become a record. */
export interface LeftOut {
	/** The words that it would quote. */
	quote: string;
	why: ToDoCode | RecordFault['code'];
}

export interface Unseen {
	files: SourceFile[];
	/** How many reports are in the files. */
	taken: number;
	left: LeftOut[];
	/** What keeps the article as a whole from becoming a record; then there are no files. */
	faults: RecordFault[];
}

/**
 * The records of an article for which something was suggested.
 * @param on the day, YYYY-MM-DD, UTC
 */
export function unseenRecords(article: DraftArticle, known: Known, on: string): Unseen {
	const left: LeftOut[] = [];
	const leave = (
		draft: DraftArticle,
		{ id, quote, place }: DraftReport,
		why: LeftOut['why']
	): DraftArticle => {
		left.push({ quote: draft.text.slice(quote.start, quote.end), why });
		const after = apply(draft, { do: 'decide', id, decision: 'rejected' });
		const isUsed = after.reports.some((other) => other.place === place && other.decision === 'accepted');
		return place === null || isUsed ? after : apply(after, { do: 'decide', id: place, decision: 'rejected' });
	};
	let draft = article;
	for (const { id } of article.reports) {
		const taken = accepted(draft, id, new Set(known.places.map((place) => place.id)));
		const report = taken.reports.find((other) => other.id === id)!;
		const wrong = toDosOf(report, taken).find(({ isWrong }) => isWrong);
		// What was taken with it, such as a new place, is not used then, and is not written.
		draft = wrong ? leave(draft, report, wrong.code) : taken;
	}
	// A fault of one report, or of its place, costs that report. Each time round one less is left.
	for (;;) {
		const reports = draft.reports.filter(({ decision }) => decision === 'accepted');
		const { files, faults } = recordsOf(draft, known, on);
		const [fault] = faults.filter(({ code }) => code !== 'report-missing');
		const spoilt = fault && reports.find((report) => isAbout(draft, report, fault));
		if (!fault || !spoilt) return { files, taken: files.length > 0 ? reports.length : 0, left, faults };
		draft = leave(draft, spoilt, fault.code);
	}
}

/** A report with its first place and all that was concluded. That nobody confirmed it, the draft says. */
function accepted(article: DraftArticle, id: string, known: ReadonlySet<string>): DraftArticle {
	const command = accepting(article, id, known);
	const taken = command ? apply(article, command) : article;
	const inferred = taken.reports.find((report) => report.id === id)?.inferred ?? [];
	return inferred.reduce((draft, inference) => apply(draft, { do: 'confirm', id, inference }), taken);
}

/** Whether a fault is about a report or its place. Where the quotes are too much together, the last goes. */
function isAbout(article: DraftArticle, report: DraftReport, { code, id }: RecordFault): boolean {
	if (id === null) return code === 'half-of-text' && isLast(article, report);
	const mark = article.marks.find((other) => other.id === report.place);
	return (
		id === report.id ||
		(mark?.value.sort === 'place' && mark.value.place === id) ||
		report.actors.some(({ actor }) => actor === id)
	);
}

const isLast = ({ reports }: DraftArticle, report: DraftReport): boolean =>
	reports.findLast(({ decision }) => decision === 'accepted') === report;
