/**
 * An article on its way, laid over the records of a data set: what readers would see of it. A report that is not in order
 * is left out, and what the head lacks has a stand-in, so that one fault does not hide all the rest. Pure.
 */
import type { Records } from '../geodata/schema';
import { recordsIn } from '../geodata/validate';
import type { DraftArticle } from './article';
import { laidOver } from './laidOver';
import { freeId } from './places';
import { isMixed, ownWords } from './toDo';
import { recordsOf } from './record';
import type { RecordFault } from './record';

export interface Preview {
	/** Those of the data set, with those of the article over them. */
	records: Records;
	/** Id of the record of the article, which is a draft here even where nothing of it waits; null: none can be made. */
	article: string | null;
	/** What keeps it from leaving the desk as it is, each once. */
	faults: RecordFault[];
	/** Ids of the accepted reports that are left out. */
	left: string[];
}

/** What stands where a name or a reason is missing. */
const unknown = '…';

/** @param on the day, YYYY-MM-DD, UTC */
export function previewOf(article: DraftArticle, published: Omit<Records, 'snapshots'>, on: string): Preview {
	const faults: RecordFault[] = [];
	const taken = new Set(published.articles.map(({ id }) => id));
	const before = { ...published, snapshots: [] };
	let shown = article;
	for (;;) {
		const made = recordsOf(shown, published, on, unknown);
		const isNew = (fault: RecordFault) => !faults.some((other) => isSame(fault, other));
		// What is only so because something was left out is no news.
		const isCause = ({ code }: RecordFault) =>
			shown === article || (code !== 'report-missing' && code !== 'reason-missing-withdrawn');
		faults.push(...made.faults.filter((fault) => isNew(fault) && isCause(fault)));
		const left = acceptedIn(article).filter((id) => !acceptedIn(shown).includes(id));
		if (made.faults.length === 0)
			return { records: laidOver(before, recordsIn(made.files)), article: shown.head.id, faults, left };
		const next = made.faults.reduce((rest, fault) => without(rest, fault, taken, on), shown);
		// Each round leaves something out or puts a stand-in in, so that it ends.
		if (next === shown) return { records: before, article: null, faults, left: acceptedIn(article) };
		shown = next;
	}
}

const acceptedIn = ({ reports }: DraftArticle) =>
	reports.filter(({ decision }) => decision === 'accepted').map(({ id }) => id);

const isSame = (a: RecordFault, b: RecordFault) =>
	a.code === b.code && a.id === b.id && a.problem?.at === b.problem?.at;

/** The article without what a fault is about; the very same one where that can't be left out. */
function without(
	article: DraftArticle,
	fault: RecordFault,
	taken: ReadonlySet<string>,
	on: string
): DraftArticle {
	const { code, id, problem } = fault;
	if (code === 'reason-missing-withdrawn' && id !== null)
		return { ...article, withdrawals: { ...article.withdrawals, [id]: unknown } };
	if (id !== null) {
		const isAbout = (report: DraftArticle['reports'][number]) =>
			report.id === id || report.actors.some(({ actor }) => actor === id);
		const isPlace = ({ value }: DraftArticle['marks'][number]) =>
			value.sort === 'place' && value.place === id;
		return withoutMarks(withoutReports(article, isAbout), isPlace);
	}
	const last = acceptedIn(article).at(-1);
	const [key = ''] = (problem?.at ?? '').split(/[.[]/);
	if (code === 'half-of-text') return withoutReports(article, (report) => report.id === last);
	const head = headWithout(article, code === 'refused' ? key : code, taken, on);
	const isOther = Object.entries(head).some(
		([key, value]) => JSON.stringify(value) !== JSON.stringify(article.head[key as keyof typeof head])
	);
	return isOther ? { ...article, head: { ...article.head, ...head } } : article;
}

/** A stand-in for what is wrong or missing in the head. @param what the code of a fault, or the key of a record */
function headWithout(
	{ text, head }: DraftArticle,
	what: string,
	taken: ReadonlySet<string>,
	on: string
): Partial<DraftArticle['head']> {
	switch (what) {
		case 'id-missing':
		case 'id-taken':
		case 'id':
			return { id: freeId('draft', taken) };
		case 'title-missing':
			return { title: text.trim().split('\n')[0]!.slice(0, 80) };
		case 'title':
			return { title: unknown };
		case 'publisher-missing':
		case 'publisher':
			return { publisher: unknown, site: '' };
		case 'published-missing':
		case 'published':
		case 'date-wrong':
		case 'date-later':
			// No article can be read before it is published.
			return { published: { edtf: `../${on}`, stated: null, inferred: null } };
		case 'source-unknown':
		case 'chain':
			return { chain: [] };
		case 'url-wrong':
			return { url: '' };
		case 'language-missing':
			// Nobody's: the words are shown as they are.
			return { language: 'xx' };
		case 'letters-mixed':
			return Object.fromEntries(
				ownWords
					.filter((field) => isMixed(head[field]))
					.map((field) => [field, field === 'title' || field === 'publisher' ? unknown : ''])
			);
		case 'url':
		case 'author':
		case 'rights':
		case 'standing':
			return head[what] === '' ? {} : { [what]: '' };
		default:
			return {};
	}
}

function withoutReports(
	article: DraftArticle,
	isWrong: (report: DraftArticle['reports'][number]) => boolean
): DraftArticle {
	const stays = (report: DraftArticle['reports'][number]) =>
		report.decision !== 'accepted' || !isWrong(report);
	if (article.reports.every(stays)) return article;
	return { ...article, reports: article.reports.filter(stays) };
}

/** Without places that can't be drawn; a report at one of them then has none that is accepted. */
function withoutMarks(
	article: DraftArticle,
	isWrong: (mark: DraftArticle['marks'][number]) => boolean
): DraftArticle {
	const stays = (mark: DraftArticle['marks'][number]) => mark.decision !== 'accepted' || !isWrong(mark);
	if (article.marks.every(stays)) return article;
	const wrong = new Set(article.marks.filter((mark) => !stays(mark)).map(({ id }) => id));
	return {
		...withoutReports(article, ({ place }) => place !== null && wrong.has(place)),
		marks: article.marks.filter(stays)
	};
}
