/** What a correction changes of a record, field by field, for an author to read before it leaves. Pure. */
import type { ArticleRecord, ReportRecord } from '../geodata/schema';
import { differenceOf, type DifferencePart } from '../geodata/quotes';
import { isSame } from './kept';
import type { Loose } from './newRecords';

export type DifferentField =
	| 'title'
	| 'publisher'
	| 'author'
	| 'published'
	| 'url'
	| 'language'
	| 'chain'
	| 'standing'
	| 'rights'
	| 'text'
	| 'passages'
	| 'place'
	| 'wording'
	| 'summary'
	| 'claim'
	| 'actors'
	| 'when'
	| 'quotes'
	| 'attribution'
	| 'caveats'
	| 'review'
	| 'other';

export interface Difference {
	/** Id of the report; null for the article as a whole. */
	report: string | null;
	/** `gone`: it is in the record no more. */
	what: 'changed' | 'added' | 'gone' | 'withdrawn' | 'restored';
	/** Null where the report as a whole is meant. */
	field: DifferentField | null;
	before: unknown;
	after: unknown;
	/** Of words, word by word. */
	words: DifferencePart[] | null;
}

const ofArticle: Record<string, DifferentField> = {
	title: 'title',
	publisher: 'publisher',
	author: 'author',
	published: 'published',
	url: 'url',
	language: 'language',
	chain: 'chain',
	standing: 'standing',
	rights: 'rights',
	text: 'text',
	passages: 'passages',
	caveats: 'caveats'
};
const ofReport: Record<string, DifferentField> = {
	place: 'place',
	wording: 'wording',
	summary: 'summary',
	claim: 'claim',
	actors: 'actors',
	when: 'when',
	quotes: 'quotes',
	attribution: 'attribution',
	chain: 'chain',
	caveats: 'caveats',
	reviewedBy: 'review'
};
/** What says nothing to a reader, or is told by something else. */
const untold = ['$schema', 'status', 'reports', 'recorded', 'withdrawn', 'unmapped', 'recordedBy'];

/** In the order of the record, its head first; nothing where both are the same. */
export function differencesOf(before: ArticleRecord, after: Loose): Difference[] {
	const reports = (after.reports ?? []) as ReportRecord[];
	const ids = [...new Set([...before.reports, ...reports].map(({ id }) => id))];
	return [
		...fieldsOf(null, before, after, ofArticle),
		...ids.flatMap((id) => {
			const was = before.reports.find((report) => report.id === id);
			const is = reports.find((report) => report.id === id);
			const whole = (what: Difference['what']): Difference[] => [
				{ report: id, what, field: null, before: was?.summary, after: is?.summary, words: null }
			];
			if (!was) return whole('added');
			if (!is) return whole('gone');
			const state =
				Boolean(was.withdrawn) === Boolean(is.withdrawn)
					? []
					: whole(is.withdrawn ? 'withdrawn' : 'restored');
			return [...state, ...fieldsOf(id, was, is, ofReport)];
		})
	];
}

function fieldsOf(
	report: string | null,
	was: object,
	is: object,
	names: Record<string, DifferentField>
): Difference[] {
	const [before, after] = [was, is] as [Record<string, unknown>, Record<string, unknown>];
	const found: Difference[] = [];
	for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
		const field = names[key] ?? 'other';
		if (untold.includes(key) || isSame(before[key], after[key])) continue;
		// Where quotes stand follows from the text.
		if (key === 'quotes' && wordsOf(before[key]) === wordsOf(after[key])) continue;
		const [one, other] = [wordsOf(before[key]), wordsOf(after[key])];
		const words = one !== null && other !== null && one !== other ? differenceOf(one, other) : null;
		found.push({ report, what: 'changed', field, before: before[key], after: after[key], words });
	}
	return found;
}

/** A value as words, where it is words. */
function wordsOf(value: unknown): string | null {
	if (typeof value === 'string') return value;
	if (!Array.isArray(value)) return null;
	const all = (value as { exact?: unknown }[]).map((item) => item.exact);
	return all.length > 0 && all.every((exact) => typeof exact === 'string') ? all.join(' … ') : null;
}
