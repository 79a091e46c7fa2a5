/** What has the same words as something that an author decided on, so that one decision may be taken over. Pure. */
import type { DraftArticle, DraftReport, Item, Mark, MarkValue } from './article';

/** Whether it was taken over from the same words elsewhere and nobody has looked at it yet. */
export const isTakenOver = ({ decision }: Item): boolean =>
	decision === 'same' || decision === 'same-rejected';

/** Marks with the same words and of the same sort as a mark, itself not among them. */
export function sameWords(article: DraftArticle, id: string): Mark[] {
	const mark = article.marks.find((other) => other.id === id);
	if (!mark) return [];
	const words = article.text.slice(mark.start, mark.end);
	return article.marks.filter(
		(other) =>
			other !== mark &&
			other.value.sort === mark.value.sort &&
			article.text.slice(other.start, other.end) === words
	);
}

/** The same words elsewhere that do not have the meaning or the refusal of a mark that was decided on. */
export function spreadsTo(article: DraftArticle, id: string): Mark[] {
	const mark = article.marks.find((other) => other.id === id);
	if (mark?.decision === 'rejected') return sameWords(article, id).filter((other) => !isRefused(other));
	if (mark?.decision !== 'accepted') return [];
	return sameWords(article, id).filter(
		(other) => other.decision === 'open' || isRefused(other) || !meanSame(other.value, mark.value)
	);
}

const isRefused = ({ decision }: Mark) => decision === 'rejected' || decision === 'same-rejected';

function meanSame(a: MarkValue, b: MarkValue): boolean {
	if (a.sort === 'place' && b.sort === 'place') return a.place === b.place && a.sense === b.sense;
	if (a.sort === 'actor' && b.sort === 'actor') return a.actor === b.actor;
	return JSON.stringify(a) === JSON.stringify(b);
}

/** Other reports of the very same words that nobody has decided on: a list of places has one for each. */
export function sameQuote(article: DraftArticle, id: string): DraftReport[] {
	const report = article.reports.find((other) => other.id === id);
	if (!report) return [];
	const { start, end } = report.quote;
	return article.reports.filter(
		(other) =>
			other !== report && other.decision === 'open' && other.quote.start === start && other.quote.end === end
	);
}
