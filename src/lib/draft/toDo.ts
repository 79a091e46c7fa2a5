/**
 * What a draft still lacks. What is wrong keeps a report from leaving the desk: those are the rules that make a mark
 * honest. What may wait leaves with it, as a draft that says so.
 */
import { edtfFault } from '../geodata/edtf';
import { textOf } from './article';
import { overlaps } from './recognise/span';
import type { DraftArticle, DraftPlace, DraftReport } from './article';

export type ToDoCode =
	| 'quote-long'
	| 'place-open'
	| 'place-outside-quote'
	| 'place-too-fine'
	| 'actor-missing'
	| 'date-missing'
	| 'date-wrong'
	| 'inferred'
	| 'summary-missing'
	| 'id-missing'
	| 'title-missing'
	| 'publisher-missing'
	| 'published-missing'
	| 'url-missing'
	| 'name-missing'
	| 'reason-missing'
	| 'reference-missing';

export interface ToDo {
	code: ToDoCode;
	/** Whether nothing leaves the desk with it. */
	isWrong: boolean;
}

const wrong = (code: ToDoCode): ToDo => ({ code, isWrong: true });
const waiting = (code: ToDoCode): ToDo => ({ code, isWrong: false });

/** As many words of an article as may be quoted at once. */
export const wordsAtMost = 75;

export function toDosOf(report: DraftReport, article: DraftArticle): ToDo[] {
	const found: ToDo[] = [];
	const quote = textOf(article, report.quote);
	if (quote.split(/\s+/).length > wordsAtMost) found.push(wrong('quote-long'));
	const mark = article.marks.find(({ id }) => id === report.place);
	if (mark?.value.sort === 'place') {
		if (mark.value.place === null || mark.decision !== 'accepted') found.push(wrong('place-open'));
		if (!overlaps(mark, report.quote)) found.push(wrong('place-outside-quote'));
		const { place: id } = mark.value;
		const place = article.places.find((drafted) => drafted.id === id);
		if (place && isTooFine(place)) found.push(wrong('place-too-fine'));
	}
	if (report.actors.length === 0) found.push(wrong('actor-missing'));
	if (report.when.edtf === '') found.push(wrong('date-missing'));
	else if (edtfFault(report.when.edtf)) found.push(wrong('date-wrong'));
	if (report.inferred.length > 0) found.push(wrong('inferred'));
	if (report.summary === '') found.push(waiting('summary-missing'));
	return found;
}

/** Of `where_prec` 3 and more nothing may be a point. */
const isTooFine = ({ drawn, precision }: DraftPlace) => drawn === 'point' && precision.where_prec > 2;

export function placeToDos(place: DraftPlace): ToDo[] {
	const found: ToDo[] = [];
	if (isTooFine(place)) found.push(wrong('place-too-fine'));
	if (place.name.en === '' && place.name.ar === '') found.push(wrong('name-missing'));
	else if (place.name.en === '' || place.name.ar === '') found.push(waiting('name-missing'));
	if (place.precision.reason === '') found.push(waiting('reason-missing'));
	if (place.reference === '') found.push(waiting('reference-missing'));
	return found;
}

export function headToDos({ head }: DraftArticle): ToDo[] {
	const found: ToDo[] = [];
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(head.id)) found.push(wrong('id-missing'));
	if (head.title === '') found.push(wrong('title-missing'));
	if (head.publisher === '') found.push(wrong('publisher-missing'));
	if (head.published.edtf === '') found.push(wrong('published-missing'));
	else if (edtfFault(head.published.edtf)) found.push(wrong('date-wrong'));
	if (head.url === '') found.push(waiting('url-missing'));
	return found;
}

/** What keeps the whole from leaving: of the head, of each accepted report and of the places that these are at. */
export function obstaclesOf(article: DraftArticle): { id: string | null; toDo: ToDo }[] {
	const accepted = article.reports.filter(({ decision }) => decision === 'accepted');
	return [
		...headToDos(article).map((toDo) => ({ id: null, toDo })),
		...accepted.flatMap((report) => toDosOf(report, article).map((toDo) => ({ id: report.id, toDo })))
	].filter(({ toDo }) => toDo.isWrong);
}
