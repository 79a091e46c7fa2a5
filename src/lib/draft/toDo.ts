/**
 * What a draft still lacks. What is wrong keeps a report from leaving the desk: those are the rules that make a mark
 * honest. What may wait leaves with it, as a draft that says so.
 */
import { parseWhen } from '../geodata/dates';
import { edtfFault } from '../geodata/edtf';
import { deceptions } from '../geodata/validate/characters';
import { textOf } from './article';
import { anyName } from './names';
import { plain } from './plain';
import { overlaps } from './recognise/span';
import type { DraftArticle, DraftPlace, DraftReport, Unknowable } from './article';

export type ToDoCode =
	| 'quote-long'
	| 'passage-long'
	| 'place-open'
	| 'place-outside-quote'
	| 'place-too-fine'
	| 'actor-missing'
	| 'date-missing'
	| 'date-wrong'
	| 'date-later'
	| 'inferred'
	| 'summary-missing'
	| 'id-missing'
	| 'id-taken'
	| 'title-missing'
	| 'publisher-missing'
	| 'published-missing'
	| 'language-missing'
	| 'url-missing'
	| 'url-wrong'
	| 'site-missing'
	| 'author-missing'
	| 'chain-missing'
	| 'standing-missing'
	| 'rights-missing'
	| 'letters-mixed'
	| 'name-missing'
	| 'reason-missing'
	| 'reference-missing';

/** The field that a thing to do is said beside. */
export type ToDoField =
	| 'quote'
	| 'passage'
	| 'place'
	| 'actors'
	| 'date'
	| 'summary'
	| 'inferred'
	| 'id'
	| 'title'
	| 'publisher'
	| 'published'
	| 'language'
	| Unknowable
	| 'name'
	| 'reason'
	| 'reference';

export interface ToDo {
	code: ToDoCode;
	field: ToDoField;
	/** Whether nothing leaves the desk with it. */
	isWrong: boolean;
}

/** What is known beside the draft: without it, less is said. */
export interface Beside {
	/** Today, YYYY-MM-DD, UTC. */
	on?: string;
	/** The articles of the data set. */
	articles?: readonly { id: string; text: { length: number } }[];
}

const wrong = (field: ToDoField, code: ToDoCode): ToDo => ({ code, field, isWrong: true });
const waiting = (field: ToDoField, code: ToDoCode): ToDo => ({ code, field, isWrong: false });

/** As many words of an article as may be quoted at once. */
export const wordsAtMost = 75;

const isTooLong = (words: string) => words.split(/\s+/).length > wordsAtMost;
const isLater = (edtf: string, { on }: Beside) =>
	on !== undefined && (parseWhen(edtf.trim()).earliest ?? '') > on;

export function toDosOf(report: DraftReport, article: DraftArticle, beside: Beside = {}): ToDo[] {
	const found: ToDo[] = [];
	if (isTooLong(textOf(article, report.quote))) found.push(wrong('quote', 'quote-long'));
	else if (report.passage && isTooLong(textOf(article, report.passage)))
		found.push(wrong('passage', 'passage-long'));
	const mark = article.marks.find(({ id }) => id === report.place);
	if (mark?.value.sort === 'place') {
		if (mark.value.place === null || mark.decision !== 'accepted') found.push(wrong('place', 'place-open'));
		if (!overlaps(mark, report.quote)) found.push(wrong('place', 'place-outside-quote'));
		const { place: id } = mark.value;
		const place = article.places.find((drafted) => drafted.id === id);
		if (place && isTooFine(place)) found.push(wrong('place', 'place-too-fine'));
	}
	if (report.actors.length === 0) found.push(wrong('actors', 'actor-missing'));
	if (report.when.edtf === '') found.push(wrong('date', 'date-missing'));
	else if (edtfFault(report.when.edtf)) found.push(wrong('date', 'date-wrong'));
	else if (isLater(report.when.edtf, beside)) found.push(wrong('date', 'date-later'));
	if (report.inferred.length > 0) found.push(wrong('inferred', 'inferred'));
	if (report.summary === '') found.push(waiting('summary', 'summary-missing'));
	else if (isMixed(report.summary)) found.push(wrong('summary', 'letters-mixed'));
	return found;
}

/** What an author says of an article in words of their own. */
export const ownWords = ['title', 'publisher', 'site', 'author', 'standing', 'rights'] as const;

/** Of `where_prec` 3 and more nothing may be a point. */
const isTooFine = ({ drawn, precision }: DraftPlace) => drawn === 'point' && precision.where_prec > 2;

/** @param language that of the records */
export function placeToDos(place: DraftPlace, language: string): ToDo[] {
	const found: ToDo[] = [];
	if (isTooFine(place)) found.push(wrong('place', 'place-too-fine'));
	if (anyName(place.name) === '') found.push(wrong('name', 'name-missing'));
	else if (!place.name[language]) found.push(waiting('name', 'name-missing'));
	if (place.precision.reason === '') found.push(waiting('reason', 'reason-missing'));
	if (place.reference === '') found.push(waiting('reference', 'reference-missing'));
	return found;
}

export function headToDos({ head, text }: DraftArticle, beside: Beside = {}): ToDo[] {
	const found: ToDo[] = [];
	const isMissing = (words: string) => plain(words) === undefined;
	if (isMissing(head.title)) found.push(wrong('title', 'title-missing'));
	if (isMissing(head.publisher)) found.push(wrong('publisher', 'publisher-missing'));
	if (head.published.edtf === '') found.push(wrong('published', 'published-missing'));
	else if (edtfFault(head.published.edtf)) found.push(wrong('published', 'date-wrong'));
	else if (isLater(head.published.edtf, beside)) found.push(wrong('published', 'date-later'));
	if (!/^[a-z]{2}(-[A-Za-z0-9]+)*$/.test(head.language)) found.push(wrong('language', 'language-missing'));
	for (const field of ownWords) if (isMixed(head[field])) found.push(wrong(field, 'letters-mixed'));
	const namesake = beside.articles?.find(({ id }) => id === head.id);
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(head.id)) found.push(wrong('id', 'id-missing'));
	else if (namesake && namesake.text.length !== text.length) found.push(wrong('id', 'id-taken'));
	if (head.url.trim() !== '' && !isWebAddress(head.url.trim())) found.push(wrong('url', 'url-wrong'));
	for (const [field, isEmpty] of [
		['url', isMissing(head.url)],
		['site', isMissing(head.site)],
		['author', isMissing(head.author)],
		['chain', head.chain.length === 0],
		['standing', isMissing(head.standing)],
		['rights', isMissing(head.rights)]
	] as const)
		if (isEmpty && !head.unknown.includes(field)) found.push(waiting(field, `${field}-missing`));
	return found;
}

/** Whether words of ours have letters that look like others, which the records refuse. */
export const isMixed = (words: string): boolean => deceptions({ words: plain(words) ?? '' }).length > 0;

/** As the records ask for it: an address of the web. */
const isWebAddress = (words: string): boolean =>
	URL.canParse(words) && /^https?:$/.test(new URL(words).protocol);

/** What keeps the whole from leaving: of the head, of each accepted report and of the places that these are at. */
export function obstaclesOf(article: DraftArticle, beside: Beside = {}): { id: string | null; toDo: ToDo }[] {
	const accepted = article.reports.filter(({ decision }) => decision === 'accepted');
	return [
		...headToDos(article, beside).map((toDo) => ({ id: null, toDo })),
		...accepted.flatMap((report) => toDosOf(report, article, beside).map((toDo) => ({ id: report.id, toDo })))
	].filter(({ toDo }) => toDo.isWrong);
}
