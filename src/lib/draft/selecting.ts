/**
 * From words that an author selects to what they are: the place, an actor or the date of a report, who says it, or what is
 * kept around its quote. Each gives commands; what was read in the words goes with them. Pure.
 */
import { around, trimmed } from './article';
import type { DraftActor, DraftArticle, DraftReport, DraftSource, Mark, MarkValue, Span } from './article';
import type { Command } from './commands';
import { nameFrom } from './names';
import { freeId } from './places';
import { actorMatcher, findActors, type NamedActor } from './recognise/actors';
import { confirmed, findDates } from './recognise/dates';
import { nameKey, overlaps, wordsOf } from './recognise/span';
import type { SourceRecord, When } from '../geodata/schema';

/** What selected words may be made, beside a report. */
export type Sort = MarkValue['sort'] | 'passage';

export interface Selecting {
	article: DraftArticle;
	/** The words, as offsets. */
	words: Span;
	/** The report that they say something of, or null. */
	report: DraftReport | null;
	actors: readonly NamedActor[];
	sources: readonly SourceRecord[];
	/** Tags of those of the data set, that of the records first. */
	languages: readonly string[];
}

/** What is done with the words. */
export interface Selected {
	commands: Command[];
	/** Id of what is to be looked at then: the report, or the mark. */
	look: string | null;
	/** Whether something is still to be said by the author. */
	asks: boolean;
}

/**
 * The report that words say something of: the one that is looked at, or else one that quotes some of them. A place is that
 * of a report that quotes it.
 */
export function reportFor(
	{ reports }: DraftArticle,
	selected: string | null,
	words: Span,
	sort: Sort
): DraftReport | null {
	const quotes = ({ quote }: DraftReport) => overlaps(quote, words);
	const looked = reports.find(({ id }) => id === selected);
	if (looked && (sort !== 'place' || quotes(looked))) return looked;
	return reports.find((report) => report.decision !== 'rejected' && quotes(report)) ?? null;
}

export function select(sort: Sort, selecting: Selecting): Selected {
	const words = trimmed(selecting.article, selecting.words);
	if (words.start >= words.end) return { commands: [], look: null, asks: false };
	const { report } = selecting;
	const { commands, id, asks } = making[sort]({ ...selecting, words });
	return { commands, look: report?.id ?? id, asks };
}

type Made = { commands: Command[]; id: string | null; asks: boolean };

const making: Record<Sort, (selecting: Selecting) => Made> = {
	place({ article, words, report }) {
		const there = article.marks.find((mark) => mark.value.sort === 'place' && overlaps(mark, words));
		const candidates = there?.value.sort === 'place' ? there.value.candidates : [];
		const isSame = there?.start === words.start && there.end === words.end;
		const { commands, id } = isSame
			? { commands: [], id: there.id }
			: marking(article, words, { sort: 'place', place: null, sense: 'literal', candidates });
		// Which place new words mean, nobody has said yet.
		const isOpen = !isSame || there.decision === 'rejected';
		return {
			commands: [
				...commands,
				...(isOpen ? [{ do: 'decide', id, decision: 'open' } as const] : []),
				...(report ? [{ do: 'change', id: report.id, changes: { place: id } } as const] : [])
			],
			id,
			asks: isOpen
		};
	},

	date({ article, words, report }) {
		const when = dateIn(article, words);
		const { commands, id } = marking(article, words, { sort: 'date', when });
		const inferred = when.inferred === null ? [] : (['when'] as const);
		return {
			commands: report
				? [...commands, { do: 'change', id: report.id, changes: { when }, inferred: [...inferred] }]
				: commands,
			id,
			asks: when.edtf === ''
		};
	},

	actor({ article, words, report, actors, languages }) {
		const { commands: naming, actor, isNew } = actorIn(article, words, actors, languages);
		const { commands, id } = marking(article, words, { sort: 'actor', actor, candidates: [actor] });
		return {
			commands: [...naming, ...commands, ...(report ? withActor(report, actor) : [])],
			id,
			asks: isNew
		};
	},

	source({ article, words, report, sources }) {
		const { commands: naming, source, isNew } = sourceIn(article, words, sources);
		const { commands, id } = marking(article, words, { sort: 'source', source });
		return {
			commands: [...naming, ...commands, ...(report ? withSource(report, source) : [])],
			id,
			asks: isNew
		};
	},

	passage({ words, report }) {
		if (!report) return { commands: [], id: null, asks: false };
		const passage = around(report.quote, words);
		return { commands: [{ do: 'change', id: report.id, changes: { passage } }], id: null, asks: false };
	}
};

/** Marks words, in the place of what is marked there; the mark of a report's place stays the same one. */
function marking(article: DraftArticle, span: Span, value: MarkValue): { commands: Command[]; id: string } {
	const there = article.marks.filter((mark) => mark.value.sort === value.sort && overlaps(mark, span));
	const needed = there.find(({ id }) => article.reports.some(({ place }) => place === id));
	if (!needed) return { commands: [{ do: 'mark', ...span, value }], id: `m${article.next}` };
	return {
		commands: [
			{ do: 'move', id: needed.id, ...span },
			{ do: 'mean', id: needed.id, value }
		],
		id: needed.id
	};
}

/** The date that words say, told from the day of publication where they need one; without a value where they say none. */
function dateIn({ text, head }: DraftArticle, { start, end }: Span): When {
	const published = head.published.edtf || null;
	// The year may stand in an earlier sentence.
	const dates = findDates(text, confirmed(published, []));
	const [date] = dates
		.filter((found) => overlaps(found, { start, end }))
		.sort((a, b) => b.end - b.start - (a.end - a.start));
	const stated = text.slice(start, end);
	if (!date?.edtf) return { edtf: '', stated, inferred: null };
	const inferred =
		date.inferred.length > 0 ? `${date.inferred.join(', ')}: from the day of publication` : null;
	return { edtf: date.edtf, stated, inferred };
}

/** The actor that words name: one of the data set or of the draft, or a new one by that name. */
function actorIn(
	article: DraftArticle,
	{ start, end }: Span,
	actors: Selecting['actors'],
	languages: readonly string[]
): { commands: Command[]; actor: string; isNew: boolean } {
	const words = article.text.slice(start, end);
	const own = article.actors;
	const found = findActors(words, actorMatcher([...actors, ...own])).find(({ actor }) => actor !== null);
	if (found?.actor) return { commands: [], actor: found.actor, isNew: false };
	const actor = newActor(words, new Set([...actors, ...own].map(({ id }) => id)), languages);
	return { commands: [{ do: 'actor', actor }], actor: actor.id, isNew: true };
}

/**
 * An actor by a name that an article calls it.
 * @param taken ids that there are
 * @param languages tags of those of the data set, that of the records first
 */
export function newActor(
	words: string,
	taken: ReadonlySet<string>,
	languages: readonly string[]
): DraftActor {
	const name = words.replace(/^the /i, '').replace(/\s+/g, ' ');
	return { id: freeId(name, taken, 'actor'), name: nameFrom(name, languages), aliases: [] };
}

/** The actor that somebody calls by this name, whole: one of its names or of its other names. */
export function actorCalled<T extends Pick<NamedActor, 'id' | 'name' | 'aliases'>>(
	name: string,
	actors: Iterable<T>
): T | undefined {
	const key = nameKey(name.replace(/^the /i, ''));
	const isCalled = ({ name, aliases = [] }: T) =>
		[...Object.values(name).flatMap((each) => each.split(' / ')), ...aliases].some(
			(each) => nameKey(each.replace(/^the /i, '')) === key
		);
	return key === '' ? undefined : [...actors].find(isCalled);
}

/** Marks of actors in a text that no record has, each name once, in its order. */
export function unknownActorsOf({ text, marks }: DraftArticle): Mark[] {
	const seen = new Set<string>();
	return marks.filter(({ value, decision, start, end }) => {
		const words = text.slice(start, end);
		if (value.sort !== 'actor' || value.actor !== null || decision === 'rejected' || seen.has(words))
			return false;
		seen.add(words);
		return true;
	});
}

/** Takes what some words name as a new actor, there and wherever the same words stand, and has a report be about it. */
export function namingActor(
	article: DraftArticle,
	mark: Mark,
	report: DraftReport,
	taken: ReadonlySet<string>,
	languages: readonly string[]
): Command[] {
	const actor = newActor(article.text.slice(mark.start, mark.end), taken, languages);
	return [
		{ do: 'actor', actor },
		{ do: 'mean', id: mark.id, value: { sort: 'actor', actor: actor.id, candidates: [actor.id] } },
		{ do: 'spread', id: mark.id },
		...withActor(report, actor.id)
	];
}

/** Has a report be about one actor more. */
export function withActor(report: DraftReport, actor: string): Command[] {
	if (report.actors.some((other) => other.actor === actor)) return [];
	const role = report.actors.length === 0 ? 'deployed' : 'nearby';
	return [{ do: 'change', id: report.id, changes: { actors: [...report.actors, { actor, role }] } }];
}

/** The source that words name: one that there is by that name, or a new one. */
function sourceIn(
	article: DraftArticle,
	{ start, end }: Span,
	sources: readonly SourceRecord[]
): { commands: Command[]; source: string; isNew: boolean } {
	const words = article.text.slice(start, end);
	const all: readonly Pick<SourceRecord, 'id' | 'name'>[] = [...article.sources, ...sources];
	const key = keyOf(words);
	const there = all.find(({ name }) => keyOf(name) === key);
	if (there) return { commands: [], source: there.id, isNew: false };
	const source = newSource(words, new Set(all.map(({ id }) => id)));
	return { commands: [{ do: 'source', source }], source: source.id, isNew: true };
}

const keyOf = (words: string) =>
	wordsOf(words)
		.map(({ key }) => key)
		.filter((key) => !['a', 'an', 'the'].includes(key))
		.join(' ');

/** A source by the words of an article. @param taken ids that there are */
export function newSource(words: string, taken: ReadonlySet<string>): DraftSource {
	const name = words.replace(/\s+/g, ' ').trim();
	return { id: freeId(name.slice(0, 60), taken, 'source'), name, kind: kindOf(name) };
}

const kinds: readonly (readonly [DraftSource['kind'], RegExp])[] = [
	['agency', /\b(?:agency|Reuters|AP|AFP|SANA|Tass|Interfax|Anadolu)\b|وكال/iu],
	['newspaper', /\b(?:newspaper|daily|Times|Post|Journal|paper)\b|صحيف|جريد/iu],
	['website', /\b(?:website|site|blog|channel|twitter|telegram)\b|موقع|قناة/iu],
	['documents', /\b(?:documents?|files|images|imagery)\b|وثائق|وثيقة|صور/iu],
	['statement', /\b(?:ministry|statement|spokes\w+|command|government|military|army)\b|وزار|بيان|متحدث/iu],
	['unnamed-officials', /\b(?:officials|officers|diplomats)\b|مسؤول/iu],
	['unnamed-person', /\b(?:an?|one|sources?|resident|official|officer|witness\w*)\b|مصد|مصاد|شاهد/iu]
];

/** What a source seems to be, for the author to correct. */
const kindOf = (name: string): DraftSource['kind'] =>
	kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'person';

/** Has a report be from one source more, the nearest to the article last. */
function withSource(report: DraftReport, source: string): Command[] {
	if (report.chain.includes(source)) return [];
	const isSilent = report.attribution === 'unattributed' || report.attribution === 'unsourced';
	const attribution = isSilent ? 'attributed' : report.attribution;
	return [{ do: 'change', id: report.id, changes: { chain: [...report.chain, source], attribution } }];
}

/** A report of the same words, of another place of theirs where there is one: what else it says is the same at first. */
export function sameWordsAgain(article: DraftArticle, report: DraftReport): Command {
	const used = article.reports
		.filter(({ quote }) => quote.start === report.quote.start && quote.end === report.quote.end)
		.map(({ place }) => place);
	const other = article.marks.find(
		(mark) =>
			mark.value.sort === 'place' &&
			mark.decision !== 'rejected' &&
			overlaps(mark, report.quote) &&
			!used.includes(mark.id)
	);
	const { quote, passage, actors, claim, claims, when, attribution, chain, caveats, inferred } = report;
	const said = { quote, passage, actors, claim, claims, when, attribution, chain, caveats, inferred };
	return { do: 'report', report: { ...said, place: other?.id ?? report.place, summary: '' } };
}
