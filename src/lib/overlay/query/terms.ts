/** What a row has to have, by the words of a query: each word, or another name of an actor that some of them name. */
import { queryWords, searchText } from '../../base/foldWords';

/** Longer queries are cut: nobody types them. */
const longestQuery = 200;
const mostWords = 8;

/** Words as `searchText` writes them. A short name has to stand alone: “US” is not in “focus”. */
export interface Phrase {
	text: string;
	isWhole: boolean;
}

/** Of each actor, all its names: a query by one finds the others too. */
export type Names = readonly (readonly string[])[];

/** One of these has to be there, with all its phrases. */
export type Term = readonly (readonly Phrase[])[];

const longestWhole = 3;
const phraseOf = (text: string, isWhole = false): Phrase => ({ text, isWhole });

export function termsOf(query: string, names: Names): Term[] {
	const words = queryWords(query.slice(0, longestQuery), mostWords);
	const known = names.flatMap((group) =>
		group.map((name) => ({ words: queryWords(name, mostWords), group }))
	);
	const terms: Term[] = [];
	for (let at = 0; at < words.length;) {
		const named = known
			.filter(
				(name) => name.words.length > 0 && name.words.every((word, index) => word === words[at + index])
			)
			.sort((a, b) => b.words.length - a.words.length)[0];
		const typed = words.slice(at, at + (named?.words.length ?? 1));
		const others = (named?.group ?? [])
			.map((name) => searchText(name))
			.filter((name) => name !== typed.join(' '));
		terms.push([
			typed.map((word) => phraseOf(word)),
			...[...new Set(others)].map((name) => [phraseOf(name, [...name].length <= longestWhole)])
		]);
		at += typed.length;
	}
	return terms;
}

/** Whether a text, as `searchText` writes it, has a phrase. */
export function hasPhrase(text: string, { text: phrase, isWhole }: Phrase): boolean {
	if (!isWhole) return text.includes(phrase);
	return text.split(/[^\p{L}\p{N}]+/u).includes(phrase);
}

/** Whether a text, as it is written, has each term. */
export function hasTerms(text: string, terms: readonly Term[]): boolean {
	const plain = searchText(text);
	return terms.every((term) => term.some((phrases) => phrases.every((phrase) => hasPhrase(plain, phrase))));
}
