/** The order in which an author looks at what is drafted, and how much of it is left. */
import { overlaps } from './recognise/span';
import type { DraftArticle, DraftReport, Item, Mark } from './article';
import { isTakenOver } from './same';

export const isReport = (item: Item): item is DraftReport => 'quote' in item;

const spanOf = (item: Item) => (isReport(item) ? item.quote : item);

/** Whether somebody has still to look at it. */
export const isPending = (item: Item): boolean => item.decision === 'open' || isTakenOver(item);

/**
 * Whether somebody who goes on to what is still to be looked at stops there: at reports, one that is accepted too where
 * its place was taken over since, and at all that was taken over.
 */
export function isWaiting({ marks }: DraftArticle, item: Item): boolean {
	if (!isReport(item)) return isTakenOver(item);
	const place = marks.find(({ id }) => id === item.place);
	return isPending(item) || (item.decision === 'accepted' && place !== undefined && isTakenOver(place));
}

/** All marks and reports in the order of the text; a report comes after the marks in its quote. */
export function itemsOf({ marks, reports }: DraftArticle): Item[] {
	return [...marks, ...reports].sort((a, b) => {
		const [one, other] = [spanOf(a), spanOf(b)];
		if (isReport(a) !== isReport(b) && overlaps(one, other)) return isReport(a) ? 1 : -1;
		return one.start - other.start || other.end - one.end;
	});
}

/**
 * The item after another in the text, or before it, of those that fit; null where there is none. Without another: the
 * first, or the last.
 */
export function step(
	article: DraftArticle,
	from: string | null,
	direction: 1 | -1,
	fits: (item: Item) => boolean = () => true
): Item | null {
	const items = itemsOf(article);
	const at = items.findIndex(({ id }) => id === from);
	const rest = direction === 1 ? items.slice(at + 1) : items.slice(0, at < 0 ? undefined : at).reverse();
	return rest.find(fits) ?? null;
}

/** Marks of places that no report has: they are listed by themselves. */
export const placesWithoutReport = ({ marks, reports }: DraftArticle): Mark[] =>
	marks.filter(({ id, value }) => value.sort === 'place' && !reports.some(({ place }) => place === id));

/** Whose card says of a mark or report: its own, or that of the report whose words it is among; null where there is none. */
export function cardOf(article: DraftArticle, id: string): string | null {
	const mark = article.marks.find((other) => other.id === id);
	if (!mark || placesWithoutReport(article).includes(mark)) return id;
	const report =
		article.reports.find(({ place }) => place === id) ??
		article.reports.find(({ quote }) => overlaps(quote, mark));
	return report?.id ?? null;
}

export interface Progress {
	reports: { accepted: number; rejected: number; pending: number };
	marks: { accepted: number; rejected: number; pending: number };
	/** Conclusions of accepted reports that nobody has confirmed. */
	inferences: number;
	/** Places that were taken over from the same words. */
	takenOver: number;
}

export function progressOf({ marks, reports }: DraftArticle): Progress {
	const count = (items: readonly Item[]) => ({
		accepted: items.filter(({ decision }) => decision === 'accepted').length,
		rejected: items.filter(({ decision }) => decision === 'rejected').length,
		pending: items.filter(isPending).length
	});
	const accepted = reports.filter(({ decision }) => decision === 'accepted');
	return {
		reports: count(reports),
		marks: count(marks),
		inferences: accepted.reduce((sum, { inferred }) => sum + inferred.length, 0),
		takenOver: marks.filter((mark) => mark.value.sort === 'place' && isTakenOver(mark)).length
	};
}
