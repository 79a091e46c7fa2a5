/**
 * Search as one types, over the names of sites, actors and articles and the words of the quotes. The documents
 * are made with the site and are small; the index is MiniSearch, built from them in the browser, so that search
 * works without a connection.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import { foldText } from '../base/foldText';
import type { Dataset } from '../geodata/views';
import type { Name } from '../geodata/schema';

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

/** A text of a document with the words that were found in it: UTF-16 offsets, in order and apart. */
export interface MarkedText {
	text: string;
	ranges: [start: number, end: number][];
}

/** `marked` are the texts of the document that have any of the words. */
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

/** What is searched, as plain data that is written into the site. */
export function searchDocuments({ sites, actors, articles, reports }: Dataset): SearchDocument[] {
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
		...actors.map(({ id, name }) => document('actors', id, name, Object.values(name))),
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
		tokenize: (text) => wordsOf(text).map(({ text }) => text),
		processTerm: (term) => foldWord(term) || null
	});
	await index.addAllAsync(documents, { chunkSize: atATime });

	const find = (query: string): SearchResult[] => {
		const terms = termsOf(query);
		if (terms.length === 0) return [];
		const words = { queries: terms, ...options };
		const all = index.search({ ...words, combineWith: 'AND' });
		if (all.length > 0) return all;
		// Two letters the wrong way round are one slip of the hand but two edits to the index.
		const swapped = terms.map((term) => ({
			queries: swapsOf(term),
			combineWith: 'OR' as const,
			fuzzy: false
		}));
		const turned = index.search({ ...options, queries: swapped, combineWith: 'AND' });
		return turned.length > 0 ? turned : index.search({ ...words, combineWith: 'OR' });
	};

	const search = (query: string, most = 8): SearchResults => {
		const results: SearchResults = { sites: [], actors: [], articles: [], quotes: [] };
		for (const { id, score, match } of find(query.slice(0, longestQuery))) {
			const document = byKey.get(id as string)!;
			const { key, group, title, language, draft } = document;
			if (results[group].length >= most) continue;
			const found = new Set(Object.keys(match));
			results[group].push({
				key,
				group,
				id: document.id,
				title,
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

interface Word {
	text: string;
	start: number;
	end: number;
}

/** Runs of letters and digits, with their marks and what nobody sees between them, and where they stand. */
function wordsOf(text: string): Word[] {
	return Array.from(
		text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{DI}\u0640\u02be\u02bf]*/gu),
		({ 0: word, index }) => ({
			text: word,
			start: index,
			end: index + word.length
		})
	);
}

function termsOf(query: string): string[] {
	const terms = wordsOf(query)
		.slice(0, mostTerms)
		.map(({ text }) => text);
	return terms.filter((term) => foldWord(term) !== '');
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
		.map((text): MarkedText => ({
			text,
			ranges: wordsOf(text)
				.filter(({ text }) => found.has(foldWord(text)))
				.map(({ start, end }) => [start, end])
		}))
		.filter(({ ranges }) => ranges.length > 0);
}

const as = (language: string, text: string): Name => ({ [language]: text });
