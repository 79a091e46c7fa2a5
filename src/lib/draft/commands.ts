/**
 * What an author does to an article, each a plain object, and what the article is afterwards. The same commands in the
 * same order always give the same article: that is how it is kept, undone and done again.
 */
import type { Signature } from '../geodata/review';
import { around, isSpan, trimmed } from './article';
import { inNewerText, type Places } from './newer';
import { insert, overlaps, touching } from './recognise/span';
import { sameQuote, spreadsTo } from './same';
import type {
	Decision,
	DraftActor,
	DraftArticle,
	DraftPlace,
	DraftReport,
	DraftSource,
	Head,
	Inference,
	Mark,
	MarkValue,
	Origin,
	Span
} from './article';

/** A mark or a report that has no id yet. Reports name the marks of their places by position in `marks`. */
export type MarkSeed = Span & { value: MarkValue };
export type ReportSeed = Omit<DraftReport, 'id' | 'decision' | 'by' | 'place'> & { place: number | null };
/** What an author may change of a report by hand. */
export type ReportChanges = Partial<Omit<DraftReport, 'id' | 'decision' | 'by' | 'inferred'>>;

export type Command =
	| { do: 'describe'; head: Partial<Head> }
	/**
	 * Takes what a program found in place of what it found before and nobody has looked at. `actors` are those of the
	 * author's other articles that are among it.
	 */
	| { do: 'suggest'; marks: MarkSeed[]; reports: ReportSeed[]; actors?: DraftActor[] }
	/** Takes from what was found anew when something was, since the day of publication is another. */
	| { do: 'date'; reports: Pick<ReportSeed, 'quote' | 'when' | 'whens' | 'inferred'>[] }
	| { do: 'mark'; start: number; end: number; value: MarkValue }
	| { do: 'decide'; id: string; decision: Decision }
	| { do: 'mean'; id: string; value: MarkValue }
	| { do: 'move'; id: string; start: number; end: number }
	/** Takes value and decision of a mark over to the same words elsewhere. */
	| { do: 'spread'; id: string }
	| { do: 'report'; report: Omit<ReportSeed, 'place'> & { place: string | null } }
	/** With `inferred` what of the changes was concluded, and is still to be confirmed. */
	| { do: 'change'; id: string; changes: ReportChanges; inferred?: Inference[] }
	/** Has the other reports of the same words say what one says, each of its own place. */
	| { do: 'alike'; id: string }
	| { do: 'confirm'; id: string; inference: Inference }
	| { do: 'merge'; id: string; other: string }
	| { do: 'split'; id: string; at: number }
	/** Adds a place, or takes it in place of the one with its id. */
	| { do: 'place'; place: DraftPlace }
	| { do: 'actor'; actor: DraftActor }
	/** Says why a report of the record that is corrected is taken back, by its id there. */
	| { do: 'withdraw'; record: string; reason: string }
	/** Says who has reviewed a report of the record that was opened, by its id there; null takes it back. */
	| { do: 'review'; record: string; by: Signature | null }
	/** Takes another text, with where the words of reports and marks stand in it; what is not among them is gone. */
	| ({ do: 'newer'; text: string; origin?: Origin } & Places)
	| { do: 'source'; source: DraftSource }
	/** Several that are one to the author, and are undone together. */
	| { do: 'all'; commands: Command[] };

/** A report of some words, of which nothing else is said yet. */
export const blankReport = (quote: Span): ReportSeed => ({
	quote,
	passage: null,
	place: null,
	actors: [],
	claim: 'deployment',
	claims: [],
	when: { edtf: '', stated: null, inferred: null },
	attribution: 'unattributed',
	chain: [],
	summary: '',
	caveats: [],
	inferred: []
});

/**
 * The article after a command. One that makes no sense for it (an id that is not there, a span outside the text)
 * changes nothing, and gives the very same object.
 */
export function apply(article: DraftArticle, command: Command): DraftArticle {
	const after = applied(article, command);
	return after === article ? article : sorted(after);
}

function applied(article: DraftArticle, command: Command): DraftArticle {
	switch (command.do) {
		case 'describe':
			return { ...article, head: { ...article.head, ...command.head } };
		case 'suggest':
			return suggest(
				{ ...article, actors: (command.actors ?? []).reduce(withOne, article.actors) },
				command.marks,
				command.reports
			);
		case 'date':
			return date(article, command.reports);
		case 'mark':
			return addMark(article, command);
		case 'decide':
			return decide(article, command.id, command.decision);
		case 'mean':
			return mean(article, command.id, command.value);
		case 'move':
			return move(article, command.id, command);
		case 'spread':
			return spread(article, command.id);
		case 'report':
			return addReport(article, command.report);
		case 'change':
			return change(article, command.id, command.changes, command.inferred);
		case 'alike':
			return alike(article, command.id);
		case 'confirm':
			return changeReport(article, command.id, (report) =>
				report.inferred.includes(command.inference)
					? { ...report, inferred: report.inferred.filter((inference) => inference !== command.inference) }
					: report
			);
		case 'merge':
			return merge(article, command.id, command.other);
		case 'split':
			return split(article, command.id, command.at);
		case 'place':
			return { ...article, places: withOne(article.places, command.place) };
		case 'actor':
			return { ...article, actors: withOne(article.actors, command.actor) };
		case 'withdraw':
			return {
				...article,
				withdrawals: { ...article.withdrawals, [command.record]: command.reason }
			};
		case 'review': {
			const reviews = { ...article.reviews };
			if (command.by) reviews[command.record] = command.by;
			else delete reviews[command.record];
			return { ...article, reviews };
		}
		case 'newer':
			return {
				...inNewerText(article, command.text, command, command.origin?.article),
				text: command.text,
				...(command.origin && { origin: command.origin })
			};
		case 'source':
			return { ...article, sources: withOne(article.sources, command.source) };
		case 'all':
			return command.commands.reduce(apply, article);
	}
}

function suggest(article: DraftArticle, seeds: MarkSeed[], reportSeeds: ReportSeed[]): DraftArticle {
	const isUntouched = ({ by, decision }: Mark | DraftReport) => by === 'program' && decision === 'open';
	const reports = article.reports.filter((report) => !isUntouched(report));
	const used = new Set(reports.map(({ place }) => place));
	const marks = article.marks.filter((mark) => !isUntouched(mark) || used.has(mark.id));
	let next = article.next;
	// By sort, in the order of the text, so that a text with a hundred thousand names is no matter of minutes.
	const there = new Map<MarkValue['sort'], Mark[]>();
	for (const mark of marks) insert(listOf(there, mark.value.sort), mark);
	// The mark of each seed: a new one, or the one that an author has put there already.
	const ids = seeds.map(({ start, end, value }) => {
		if (!isSpan(article, { start, end })) return null;
		const list = listOf(there, value.sort);
		const [taken] = touching(list, { start, end });
		if (taken) return taken.id;
		const mark: Mark = { id: `m${next++}`, start, end, decision: 'open', by: 'program', value };
		insert(list, mark);
		marks.push(mark);
		return mark.id;
	});
	const decided = [...reports];
	const starts = reportSeeds.map(({ quote }) => quote.start);
	const seen = new Set<number>();
	const listed = new Set(starts.filter((start) => seen.size === seen.add(start).size));
	for (const { place, ...seed } of reportSeeds) {
		const mark = place === null ? null : (ids[place] ?? null);
		const there = decided.filter(({ quote }) => overlaps(quote, seed.quote));
		// Of a list of places an author may have decided on one, and the others are still to be looked at.
		const isDone = listed.has(seed.quote.start)
			? there.some((report) => report.place === null || report.place === mark)
			: there.length > 0;
		if (!isSpan(article, seed.quote) || isDone) continue;
		reports.push({ ...seed, id: `r${next++}`, decision: 'open', by: 'program', place: mark });
	}
	return { ...article, marks, reports, next };
}

/** Only reports that are open, and of which no author said or confirmed when it was. */
function date(article: DraftArticle, seeds: (Command & { do: 'date' })['reports']): DraftArticle {
	const key = ({ start, end }: Span) => `${start}-${end}`;
	const found = new Map(seeds.map((seed) => [key(seed.quote), seed]));
	const reports = article.reports.map((report): DraftReport => {
		const seed = found.get(key(report.quote));
		const isUnsaid = report.when.edtf === '' || report.inferred.includes('when');
		if (!seed || report.decision !== 'open' || !isUnsaid) return report;
		const others = report.inferred.filter((inference) => inference !== 'when');
		const inferred = seed.inferred.includes('when') ? [...others, 'when' as const] : others;
		return { ...report, when: seed.when, whens: seed.whens, inferred };
	});
	return { ...article, reports };
}

function listOf<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
	let list = lists.get(key);
	if (!list) lists.set(key, (list = []));
	return list;
}

function addMark(article: DraftArticle, { start, end, value }: MarkSeed): DraftArticle {
	const span = { start, end };
	if (!isSpan(article, span)) return article;
	// An author's own words win over what was found there.
	const marks = article.marks.filter(
		(mark) => mark.value.sort !== value.sort || !overlaps(mark, span) || isNeeded(article, mark)
	);
	if (marks.some((mark) => mark.value.sort === value.sort && overlaps(mark, span))) return article;
	const mark: Mark = { id: `m${article.next}`, ...span, decision: 'accepted', by: 'person', value };
	return { ...article, marks: [...marks, mark], next: article.next + 1 };
}

/** Whether a report has its place from a mark. */
const isNeeded = ({ reports }: DraftArticle, { id }: Mark) => reports.some(({ place }) => place === id);

function decide(article: DraftArticle, id: string, decision: Decision): DraftArticle {
	const decided = <Item extends Mark | DraftReport>(item: Item): Item =>
		item.decision === decision ? item : { ...item, decision };
	const changed = changeReport(changeMark(article, id, decided), id, decided);
	return changed;
}

function mean(article: DraftArticle, id: string, value: MarkValue): DraftArticle {
	const isTaken = (mark: Mark) =>
		article.marks.some((other) => other !== mark && other.value.sort === value.sort && overlaps(other, mark));
	return changeMark(article, id, (mark) => (isTaken(mark) ? mark : { ...mark, value, decision: 'accepted' }));
}

function move(article: DraftArticle, id: string, { start, end }: Span): DraftArticle {
	const span = { start, end };
	if (!isSpan(article, span)) return article;
	const report = article.reports.find((other) => other.id === id);
	if (report) return changeReport(article, id, (found) => ({ ...found, quote: span }));
	const mark = article.marks.find((other) => other.id === id);
	if (!mark) return article;
	const isTaken = article.marks.some(
		(other) => other !== mark && other.value.sort === mark.value.sort && overlaps(other, span)
	);
	return isTaken ? article : changeMark(article, id, (found) => ({ ...found, ...span }));
}

function spread(article: DraftArticle, id: string): DraftArticle {
	const mark = article.marks.find((other) => other.id === id);
	const others = new Set(spreadsTo(article, id));
	if (!mark || others.size === 0) return article;
	// What is taken over is to be looked at in each place.
	const taken = (other: Mark): Mark =>
		mark.decision === 'rejected'
			? { ...other, decision: 'same-rejected' }
			: { ...other, value: mark.value, decision: 'same' };
	return {
		...article,
		marks: article.marks.map((other) => (others.has(other) ? taken(other) : other))
	};
}

function alike(article: DraftArticle, id: string): DraftArticle {
	const report = article.reports.find((other) => other.id === id);
	const others = new Set(sameQuote(article, id));
	if (!report || others.size === 0) return article;
	const said = report.inferred.filter((inference) => inference !== 'place');
	return {
		...article,
		reports: article.reports.map((other) =>
			others.has(other)
				? {
						...report,
						id: other.id,
						by: other.by,
						decision: other.decision,
						place: other.place,
						inferred: [...other.inferred.filter((inference) => inference === 'place'), ...said]
					}
				: other
		)
	};
}

function addReport(article: DraftArticle, report: Omit<ReportSeed, 'place'> & { place: string | null }) {
	if (!isSpan(article, report.quote) || !hasMark(article, report.place)) return article;
	const added: DraftReport = { ...report, id: `r${article.next}`, decision: 'accepted', by: 'person' };
	return { ...article, reports: [...article.reports, added], next: article.next + 1 };
}

function change(
	article: DraftArticle,
	id: string,
	changes: ReportChanges,
	inferred: readonly Inference[] = []
): DraftArticle {
	if (changes.quote && !isSpan(article, changes.quote)) return article;
	if (changes.place !== undefined && !hasMark(article, changes.place)) return article;
	return changeReport(article, id, (report) => ({
		...report,
		...changes,
		// What an author sets is no conclusion of a program's any more.
		inferred: [...report.inferred.filter((inference) => !(inference in changes)), ...inferred]
	}));
}

/** One report of two: the quote reaches from the first word of both to the last, and the first says the rest. */
function merge(article: DraftArticle, id: string, otherId: string): DraftArticle {
	const [one, other] = [id, otherId].map((wanted) => article.reports.find((report) => report.id === wanted));
	if (!one || !other || one === other) return article;
	const merged: DraftReport = {
		...one,
		quote: around(one.quote, other.quote),
		place: one.place ?? other.place,
		actors: [
			...one.actors,
			...other.actors.filter(({ actor }) => !one.actors.some((known) => known.actor === actor))
		],
		passage: one.passage && other.passage ? around(one.passage, other.passage) : null,
		inferred: [...new Set([...one.inferred, ...other.inferred])]
	};
	return {
		...article,
		reports: article.reports
			.filter((report) => report !== other)
			.map((report) => (report === one ? merged : report))
	};
}

/** Two reports of one, at an offset inside its quote; both say what the one said, until an author changes one. */
function split(article: DraftArticle, id: string, at: number): DraftArticle {
	const report = article.reports.find((other) => other.id === id);
	if (!report) return article;
	const { start, end } = report.quote;
	const halves = [trimmed(article, { start, end: at }), trimmed(article, { start: at, end })];
	if (at <= start || at >= end || !halves.every((half) => isSpan(article, half))) return article;
	const [first, second] = halves as [Span, Span];
	return {
		...article,
		reports: [
			...article.reports.map((other) => (other === report ? { ...report, quote: first } : other)),
			// A report of a record is one of them alone.
			{ ...report, id: `r${article.next}`, quote: second, record: undefined }
		],
		next: article.next + 1
	};
}

const hasMark = ({ marks }: DraftArticle, id: string | null) =>
	id === null || marks.some((mark) => mark.id === id && mark.value.sort === 'place');

const changeMark = (article: DraftArticle, id: string, edit: (mark: Mark) => Mark): DraftArticle =>
	changed(article, 'marks', id, edit);

const changeReport = (
	article: DraftArticle,
	id: string,
	edit: (report: DraftReport) => DraftReport
): DraftArticle => changed(article, 'reports', id, edit);

function changed<Key extends 'marks' | 'reports'>(
	article: DraftArticle,
	key: Key,
	id: string,
	edit: (item: DraftArticle[Key][number]) => DraftArticle[Key][number]
): DraftArticle {
	const items = article[key] as DraftArticle[Key][number][];
	const at = items.findIndex((item) => item.id === id);
	if (at < 0) return article;
	const item = edit(items[at]!);
	return item === items[at] ? article : { ...article, [key]: items.with(at, item) };
}

function withOne<Item extends { id: string }>(items: Item[], item: Item): Item[] {
	const at = items.findIndex(({ id }) => id === item.id);
	return at < 0 ? [...items, item] : items.with(at, item);
}

function sorted(article: DraftArticle): DraftArticle {
	const byPlace = (a: Span, b: Span) => a.start - b.start || b.end - a.end;
	return {
		...article,
		marks: article.marks.toSorted(byPlace),
		reports: article.reports.toSorted((a, b) => byPlace(a.quote, b.quote))
	};
}
