/**
 * When it was that a claim tells of: values to choose from, from the dates in and around it and from the day of
 * publication, in the way of our records. What has no date stands as of writing; what was reported on a day was before it.
 */
import { confirmed, type DateMention } from './dates';
import { boundedOf, spanOf } from './dates/value';
import { contains, type Span } from './span';

/** A value for `when` of a report. */
export interface WhenSuggestion {
	edtf: string;
	/** The words of the text, or null where it gives none for this claim. */
	stated: string | null;
	/**
	 * Where it comes from: a date of the claim; the day on which it was reported; from a date to the time of writing; the
	 * time of writing; a date in the sentences around.
	 */
	from: 'date' | 'report' | 'onward' | 'writing' | 'around';
}

/** A date before which a claim of the next sentences may take its own: in UTF-16 units, about a paragraph. */
const around = 700;

/** The likeliest value first, each once. @param published EDTF of the day of publication, or null */
export function whensOf(
	text: string,
	claim: Span,
	dates: readonly DateMention[],
	published: string | null
): WhenSuggestion[] {
	const found: WhenSuggestion[] = [];
	const add = (edtf: string | null, stated: string | null, from: WhenSuggestion['from']) => {
		if (edtf && !found.some((other) => other.edtf === edtf)) found.push({ edtf, stated, from });
	};
	const own = dates.filter((date) => date.edtf && contains(claim, date));
	const near = dates.filter(
		(date) =>
			date.edtf &&
			!contains(claim, date) &&
			date.start > claim.start - around &&
			date.end < claim.end + around / 2
	);
	const writing = confirmed(published, dates);
	const reported = own.filter((date) => isOfReport(text, date));
	for (const date of own.filter((date) => !reported.includes(date))) {
		if (writing && /^\W*(?:After|Since)\b/.test(text.slice(claim.start, date.start)))
			add(spanOf(date.edtf!, writing), date.text, 'onward');
		for (const edtf of [date.edtf, ...date.others]) add(edtf, date.text, 'date');
	}
	for (const date of reported) {
		const end = date.edtf!;
		if (/[/]/.test(end)) add(end, date.text, 'report');
		else {
			add(spanOf('..', end), date.text, 'report');
			add(boundedOf(end), date.text, 'report');
			for (const other of near)
				if (!other.edtf!.includes('/')) add(spanOf(other.edtf!, end), date.text, 'report');
			add(end, date.text, 'date');
		}
	}
	if (writing) {
		add(`../${writing}`, null, 'writing');
		add(boundedOf(writing), null, 'writing');
	}
	const before = near.findLast(({ end }) => end <= claim.start) ?? near[0];
	for (const edtf of before ? [before.edtf!, ...before.others] : []) add(edtf, null, 'around');
	// Where the day of publication is not known, a day that the text names may be the time of writing.
	const day = dates.find(
		({ edtf, others }) => edtf && others.length > 1 && others.every((other) => /^\d{4}-\d\d-\d\d/.test(other))
	);
	for (const edtf of day?.others ?? []) add(spanOf('..', edtf), null, 'writing');
	return found;
}

/** “a June 1 report”, “reported on Friday”, “On Dec. 11, Bloomberg quoted”: the date is that of the words. */
function isOfReport(text: string, { start, end }: Span): boolean {
	const before = text.slice(Math.max(0, start - 60), start);
	const after = text.slice(end, end + 60);
	return (
		/\b(?:reported|said|stated|quoted|wrote|according to an?|told \w+|revealed)(?: \w+)? (?:on |late on )?$/i.test(
			before
		) ||
		/^,? (?:report|statement|article|briefing|press release|interview)\b/i.test(after) ||
		/^,? (?:the )?(?:\p{Lu}[\w’-]+ ){1,3}(?:quoted|reported|said|cited|wrote)\b/u.test(after)
	);
}
