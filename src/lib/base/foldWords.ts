/**
 * What both searches compare, that of the records and that of a reader's own table: folded words, and names that some
 * write apart and others together. “Al-Tanf”, “al Tanf” and “Altanf” are one, and so are “S-200”, “S 200” and “S200”.
 */
import { foldText } from './foldText';

/** A run of letters and digits, with where it stands: UTF-16 offsets. */
export interface SearchWord {
	text: string;
	start: number;
	end: number;
}

/**
 * Words that are part of the name after them, folded: articles, “father of”, “house of”, “hill of” and their like. English
 * words that look the same (at, as, an, ben, tell) are not among them.
 */
const particles = new Set([
	'al',
	'el',
	'ul',
	'ash',
	'az',
	'ez',
	'abu',
	'abou',
	'abd',
	'abdul',
	'bin',
	'ibn',
	'umm',
	'deir',
	'dayr',
	'tel',
	'tall',
	'ain',
	'ayn',
	'kafr',
	'kfar',
	'beit',
	'bayt',
	'khan',
	'ras',
	'hizb',
	'hezb',
	'ال',
	'ابو',
	'ابي',
	'عبد',
	'بن',
	'ابن',
	'ام',
	'دير',
	'تل',
	'عين',
	'كفر',
	'بيت',
	'خان',
	'راس',
	'حزب'
]);
const longestParticle = 5;

const hyphens = "-‐‑'’ʼ‘`";
/** Runs of letters and digits, with their marks and what nobody sees between them. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{DI}\u0640\u02be\u02bf]*/gu;

export function searchWords(text: string): SearchWord[] {
	return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
		text: found,
		start: index,
		end: index + found.length
	}));
}

/** Whether two words that follow each other are one name, by what stands between them. */
function areOneName(text: string, before: SearchWord, after: SearchWord): boolean {
	if (after.start - before.end !== 1) return false;
	const between = text[before.end]!;
	if (hyphens.includes(between)) return !(/\p{N}$/u.test(before.text) && /^\p{N}/u.test(after.text));
	if (between !== ' ' && between !== '\u00a0') return false;
	// The sign of a weapon, a road or a regiment: S 200, M 5.
	if (/^\p{N}/u.test(after.text)) return /^\p{L}{1,2}$/u.test(before.text);
	return before.text.length <= longestParticle * 2 && particles.has(foldText(before.text));
}

/** The runs of words that are one name, each of at least two words, in the order of the text. */
export function joinedWords(text: string, words: readonly SearchWord[] = searchWords(text)): SearchWord[][] {
	const runs: SearchWord[][] = [];
	let run: SearchWord[] = [];
	for (const [index, each] of words.entries()) {
		if (index > 0 && areOneName(text, words[index - 1]!, each)) {
			if (run.length === 0) runs.push((run = [words[index - 1]!]));
			run.push(each);
		} else run = [];
	}
	return runs;
}

/** A text as one looks through it for words: folded, and the words of a name written together. */
export function searchText(text: string): string {
	let joined = '';
	let at = 0;
	for (const run of joinedWords(text)) {
		for (const { end } of run.slice(0, -1)) {
			joined += text.slice(at, end);
			at = end + 1;
		}
	}
	return foldText(joined + text.slice(at));
}

/** Whether ASCII letters, as bytes in small letters, are a particle; for who folds a long column where it lies. */
export function isAsciiParticle(bytes: Uint8Array, start: number, end: number): boolean {
	return end > start && end - start <= longestParticle && asciiParticles.has(packed(bytes, start, end));
}

/** Up to five letters as one number, of five bits each. */
function packed(bytes: ArrayLike<number>, start: number, end: number): number {
	let number = 0;
	for (let at = start; at < end; at++) number = (number << 5) | (bytes[at]! - 96);
	return number;
}

const asciiParticles = new Set(
	[...particles]
		.filter((each) => /^[a-z]+$/.test(each))
		.map((each) => packed(new TextEncoder().encode(each), 0, each.length))
);

/** The words of a query that a text has to have, as `searchText` writes them; what is typed of a hyphen counts for nothing. */
export function queryWords(query: string, most: number): string[] {
	const parts = query.split(/\s+/).map((part) => {
		const plain = searchText(part);
		return /\p{L}/u.test(plain) ? plain.replace(/^[-‐'’ʼ‘`]+|[-‐'’ʼ‘`]+$/gu, '') : plain;
	});
	return [...new Set(parts.filter(Boolean))].slice(0, most);
}
