/**
 * Search as one types, over the names of sites, actors and articles and the words of the quotes. The documents
 * are made with the site and are small; the index is MiniSearch, built from them in the browser, so that search
 * works without a connection.
 */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { foldText } from '../base/foldText';
import { shownText } from '../base/hidden';
import { joinedWords, searchText, searchWords, type SearchWord } from '../base/foldWords';
import type { Dataset } from '../geodata/views';
import type { ActorRecord, Name } from '../geodata/schema';

export const searchGroups = ['sites', 'actors', 'articles', 'quotes'] as const;
export type SearchGroup = (typeof searchGroups)[number];

/**
 * One thing to find. `id` is that of the site, actor, article or, of a quote, its report; `texts` are what is
 * searched: names and aliases, or the words of the quote. `language` is that of an article and its words, absent for
 * what has a name in each language.
 */
export interface SearchDocument {
	key: string;
	group: SearchGroup;
	id: string;
	title: Name;
	language?: string;
	/** Of a site that only drafts report on, and of what a draft says. */
	draft?: true;
	texts: string[];
}

/** A text of a document, with what nobody sees written out, and the words that were found in it: UTF-16 offsets, in order and apart. */
export interface MarkedText {
	text: string;
	ranges: [start: number, end: number][];
}

/** `marked` are the texts of the document that have any of the words. What nobody sees is written out, in `title` too. */
export interface SearchHit {
	key: string;
	group: SearchGroup;
	id: string;
	title: Name;
	language?: string;
	draft?: true;
	marked: MarkedText[];
	score: number;
}

export type SearchResults = Record<SearchGroup, SearchHit[]>;

/**
 * What is searched, as plain data that is written into the site.
 * @param named records of the actors, which have their other names; what pages get of actors has not
 */
export function searchDocuments(
	{ sites, actors, articles, reports }: Dataset,
	named: readonly Pick<ActorRecord, 'id' | 'aliases'>[]
): SearchDocument[] {
	const aliases = new Map(named.map(({ id, aliases = [] }) => [id, aliases]));
	const document = (
		group: SearchGroup,
		id: string,
		title: Name,
		texts: string[],
		{
			key = `${group}/${id}`,
			language,
			draft = false
		}: { key?: string; language?: string; draft?: boolean } = {}
	): SearchDocument => ({
		key,
		group,
		id,
		title,
		language,
		...(draft && { draft }),
		texts: [...new Set(texts)]
	});
	return [
		...sites.map(({ id, name, aliases, draft }) =>
			document('sites', id, name, [...Object.values(name), ...aliases], { draft })
		),
		...actors.map(({ id, name }) =>
			document('actors', id, name, [...Object.values(name), ...(aliases.get(id) ?? [])])
		),
		...articles.map(({ id, title, language, publisher, author, draft }) =>
			document(
				'articles',
				id,
				as(language, title),
				[title, publisher, ...(author.name ? [author.name] : [])],
				{
					language,
					draft
				}
			)
		),
		...reports.flatMap(({ id, article, quotes }) =>
			quotes.map(({ exact }, index) =>
				document('quotes', id, as(article.language, article.title), [exact], {
					key: `quotes/${id}/${index}`,
					language: article.language,
					draft: article.draft
				})
			)
		)
	];
}

/** Longer queries are cut: nobody types them, and the rest would only cost time. */
const longestQuery = 200;
const mostTerms = 12;
/** Words that are written together as one: no name has more particles. */
const mostJoined = 4;

/** Documents that are put into the index at a time: a page answers in between. */
const atATime = 500;

/** Both take any string, never throw, and find nothing for an empty one. */
export interface Search {
	/** The best of each group, with the words that were found. */
	search: (query: string, most?: number) => SearchResults;
	/** The ids of all that was found, by group. */
	idsOf: (query: string) => Record<SearchGroup, Set<string>>;
}

/** An index over the documents. */
export async function createSearch(documents: readonly SearchDocument[]): Promise<Search> {
	const byKey = new Map(documents.map((document) => [document.key, document]));
	const index = new MiniSearch<SearchDocument>({
		idField: 'key',
		fields: ['texts'],
		extractField: (document, field) => (field === 'key' ? document.key : document.texts.join('\n')),
		tokenize: (text) => termsIn(text).map(({ text }) => text),
		processTerm: (term) => foldWord(term) || null
	});
	await index.addAllAsync(documents, { chunkSize: atATime });

	const find = (query: string): SearchResult[] => {
		const names = namesIn(query);
		if (names.length === 0) return [];
		const queries = names.map(queryOf);
		const all = index.search({ ...options, queries, combineWith: 'AND' });
		if (all.length > 0) return all;
		// Two letters the wrong way round are one slip of the hand but two edits to the index.
		const swapped = names.flat().map((term) => ({
			queries: swapsOf(term),
			combineWith: 'OR' as const,
			fuzzy: false
		}));
		const turned = index.search({ ...options, queries: swapped, combineWith: 'AND' });
		return turned.length > 0 ? turned : index.search({ ...options, queries, combineWith: 'OR' });
	};

	const search = (query: string, most = 8): SearchResults => {
		const results: SearchResults = { sites: [], actors: [], articles: [], quotes: [] };
		const words = query.slice(0, longestQuery);
		// Whatever else has the words, what goes by just this name comes first.
		const [called, others] = partition(find(words), ({ id }) => isCalled(byKey.get(id as string)!, words));
		for (const { id, score, match } of [...called, ...others]) {
			const document = byKey.get(id as string)!;
			const { key, group, title, language, draft } = document;
			if (results[group].length >= most) continue;
			const found = new Set(Object.keys(match));
			results[group].push({
				key,
				group,
				id: document.id,
				title: shownName(title),
				language,
				draft,
				score,
				marked: marksIn(document.texts, found)
			});
		}
		return results;
	};
	const idsOf = (query: string) => {
		const ids = { sites: new Set(), actors: new Set(), articles: new Set(), quotes: new Set() } as Record<
			SearchGroup,
			Set<string>
		>;
		for (const { id } of find(query.slice(0, longestQuery))) {
			const document = byKey.get(id as string)!;
			ids[document.group].add(document.id);
		}
		return ids;
	};
	return { search, idsOf };
}

/** Whether a document has a name that is the query, whole. */
function isCalled({ group, texts }: SearchDocument, query: string): boolean {
	const name = searchText(query.trim());
	return group !== 'quotes' && texts.some((text) => searchText(text) === name);
}

function partition<T>(all: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
	const parts: [T[], T[]] = [[], []];
	for (const each of all) parts[isFirst(each) ? 0 : 1].push(each);
	return parts;
}

const options = {
	prefix: (term: string) => term.length > 1,
	// One slip in a word of four letters or more; in a shorter one it would be another word.
	fuzzy: (term: string) => (term.length > 3 ? 1 : false),
	maxFuzzy: 1,
	weights: { fuzzy: 0.3, prefix: 0.4 }
};

/** A word as it is compared: folded, and without the article “al”. */
export function foldWord(word: string): string {
	return foldText(word).replace(/^ال(?=\p{L}{3})/u, '');
}

/** The words of a text, and those of a name written together: “Deir ez-Zor” is found as “ezzor” and “deirezzor” too. */
function termsIn(text: string): SearchWord[] {
	const words = searchWords(text);
	return [...words, ...joinedWords(text, words).flatMap(writtenTogether)];
}

/** All words of a run that follow each other, from two on, as one word each. */
function writtenTogether(run: readonly SearchWord[]): SearchWord[] {
	return run.slice(0, mostJoined).flatMap((first, start) =>
		run.slice(start + 1, mostJoined).map((last, index) => ({
			text: run
				.slice(start, start + index + 2)
				.map(({ text }) => text)
				.join(''),
			start: first.start,
			end: last.end
		}))
	);
}

/** The words of a query, those of one name together. */
function namesIn(query: string): string[][] {
	const words = searchWords(query)
		.slice(0, mostTerms)
		.filter(({ text }) => foldWord(text) !== '');
	const runs = new Map(joinedWords(query, words).map((run) => [run[0], run]));
	const names: string[][] = [];
	for (let at = 0; at < words.length;) {
		const run = runs.get(words[at]) ?? [words[at]!];
		names.push(run.map(({ text }) => text));
		at += run.length;
	}
	return names;
}

/** What finds a name however it is written: all its words, or all of them as one. */
function queryOf(name: readonly string[]): Query {
	if (name.length === 1) return name[0]!;
	return { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: [...name] }, name.join('')] };
}

/** A word with each two neighbours swapped in turn, and as it is. */
function swapsOf(term: string): string[] {
	const letters = [...foldWord(term)];
	const swaps = letters
		.slice(1)
		.map((letter, index) => letters.toSpliced(index, 2, letter, letters[index]!).join(''));
	return [...(letters.length > 0 ? [letters.join('')] : []), ...swaps];
}

function marksIn(texts: readonly string[], found: ReadonlySet<string>): MarkedText[] {
	return texts
		.map((text): MarkedText => {
			const ranges: [number, number][] = [];
			const spans = termsIn(text)
				.filter(({ text }) => found.has(foldWord(text)))
				.sort((a, b) => a.start - b.start || b.end - a.end);
			for (const { start, end } of spans) {
				const last = ranges.at(-1);
				if (!last || start >= last[1]) ranges.push([start, end]);
				else last[1] = Math.max(last[1], end);
			}
			return shownMarks({ text, ranges });
		})
		.filter(({ ranges }) => ranges.length > 0);
}

/** With what nobody sees written out, and the ranges where their words then are. */
function shownMarks({ text, ranges }: MarkedText): MarkedText {
	let shown = '';
	let from = 0;
	const moved = ranges.map(([start, end]): [number, number] => {
		shown += shownText(text.slice(from, start));
		const at = shown.length;
		shown += shownText(text.slice(start, end));
		from = end;
		return [at, shown.length];
	});
	return { text: shown + shownText(text.slice(from)), ranges: moved };
}

const shownName = (name: Name): Name =>
	Object.fromEntries(Object.entries(name).map(([language, text]) => [language, shownText(text)]));

const as = (language: string, text: string): Name => ({ [language]: text });
