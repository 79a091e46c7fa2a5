/**
 * What the tagger is told of a word beside the word: what names of the gazetteer it belongs to, and what the rest of
 * the article tells of it. The weights were trained with just these bits: who changes one trains anew.
 */
import type { Candidate, Gazetteer, GazetteerPlace } from '../gazetteer/gazetteer';
import { gazetteerKey } from '../gazetteer/key';
import type { Token, TokenRange } from '../text';

/** Kinds of names, as bits for the first word of a name; the other words have them `nameKinds` higher. */
const nameBits = {
	country: 0,
	region: 1,
	division: 2,
	district: 3,
	largeTown: 4,
	town: 5,
	smallTown: 6,
	village: 7,
	demonym: 8,
	site: 9,
	abbreviation: 10
} as const;
const nameKinds = 11;

const wordBits = {
	firstName: 2 * nameKinds,
	/** The article has it with a small letter too. */
	alsoSmall: 2 * nameKinds + 1,
	/** The article has it with a capital inside of another sentence. */
	alsoCapital: 2 * nameKinds + 2,
	heading: 2 * nameKinds + 3,
	sentenceStart: 2 * nameKinds + 4,
	/** No space before it. */
	attached: 2 * nameKinds + 5
} as const;

/** How many bits there are. */
export const featureCount = 2 * nameKinds + 6;

export const isDemonymBit = (1 << nameBits.demonym) | (1 << (nameBits.demonym + nameKinds));
export const isCountryBit = 1 << nameBits.country;
export const anyNameBit = (1 << (2 * nameKinds)) - 1;

/** A name of the gazetteer in a text: tokens `from` to `to` (exclusive). */
export interface NameMatch extends TokenRange {
	candidates?: readonly Candidate[];
	/** Row of the country or region whose people are named so. */
	demonym?: number;
	isAbbreviation: boolean;
}

/** The names of the gazetteer in a text. Keys of words are made once. */
export class Names {
	readonly #keys = new Map<string, string>();

	constructor(
		readonly tokens: readonly Token[],
		readonly gazetteer: Gazetteer
	) {}

	/**
	 * All names that start at a token and end before `end`, the longest first. A name starts with a capital letter or
	 * with an Arabic article, and ends with a capital one.
	 */
	at(index: number, end: number): NameMatch[] {
		const { tokens, gazetteer } = this;
		const matches: NameMatch[] = [];
		const first = tokens[index]!.text;
		if (!isCapital(first) && !/^(?:al|el|ar|as|ash|an|ad)$/.test(first)) return matches;
		let key = '';
		let words = 0;
		for (let at = index; at < end && words < gazetteer.longestKey; at++) {
			const { text } = tokens[at]!;
			if (/^[-–]$/.test(text)) {
				if (at === index || !this.#joins(at, end)) break;
				continue;
			}
			if (!/[\p{L}\p{N}]/u.test(text) || /^['’][sS]$/.test(text)) break;
			const own = this.keyOf(text);
			key = key && own ? `${key} ${own}` : key || own;
			words++;
			if (!isCapital(text)) continue;
			const match = this.#lookUp(key, words === 1 ? text : null, { from: index, to: at + 1 });
			if (match) matches.unshift(match);
		}
		return matches;
	}

	keyOf(word: string): string {
		let key = this.#keys.get(word);
		if (key === undefined) this.#keys.set(word, (key = gazetteerKey(word)));
		return key;
	}

	#joins(at: number, end: number): boolean {
		const { tokens } = this;
		return (
			at + 1 < end && tokens[at]!.start === tokens[at - 1]!.end && tokens[at + 1]!.start === tokens[at]!.end
		);
	}

	#lookUp(key: string, word: string | null, range: TokenRange): NameMatch | null {
		const candidates = this.gazetteer.candidates(key);
		const demonym = this.gazetteer.demonym(key);
		if (candidates || demonym !== undefined) return { ...range, candidates, demonym, isAbbreviation: false };
		const row = word === null ? undefined : this.gazetteer.abbreviation(word);
		if (row === undefined) return null;
		return { ...range, candidates: [{ place: row, weight: 1 }], isAbbreviation: true };
	}
}

/** @returns the bits of each token; `firstNames` are folded */
export function featuresOf(
	names: Names,
	sentences: readonly TokenRange[],
	firstNames: { has(name: string): boolean }
): Uint32Array {
	const { tokens } = names;
	const small = new Set<string>();
	const capitals = new Map<string, number>();
	for (const { text } of tokens) if (/^\p{Ll}/u.test(text)) small.add(text.toLowerCase());
	for (const { from, to } of sentences)
		for (const { text } of tokens.slice(from + 1, to))
			if (/^\p{Lu}\p{Ll}/u.test(text)) capitals.set(text, (capitals.get(text) ?? 0) + 1);
	const features = new Uint32Array(tokens.length);
	for (const sentence of sentences) {
		setNameBits(features, names, sentence);
		const heading = isHeading(tokens.slice(sentence.from, sentence.to)) ? 1 << wordBits.heading : 0;
		for (let index = sentence.from; index < sentence.to; index++) {
			const { text, start } = tokens[index]!;
			const folded = text.toLowerCase();
			const capital = /^\p{Lu}/u.test(text);
			const inside = index > sentence.from;
			let bits = heading;
			if (capital && firstNames.has(folded)) bits |= 1 << wordBits.firstName;
			if (small.has(folded)) bits |= 1 << wordBits.alsoSmall;
			if ((capitals.get(text) ?? 0) > (inside && capital ? 1 : 0)) bits |= 1 << wordBits.alsoCapital;
			if (!inside) bits |= 1 << wordBits.sentenceStart;
			if (inside && start === tokens[index - 1]!.end) bits |= 1 << wordBits.attached;
			features[index]! |= bits;
		}
	}
	return features;
}

function setNameBits(features: Uint32Array, names: Names, { from, to }: TokenRange): void {
	for (let index = from; index < to;) {
		const match = names.at(index, to)[0];
		if (match) {
			const bits = bitsOf(match, names.gazetteer);
			for (let at = match.from; at < match.to; at++)
				features[at]! |= at === match.from ? bits : bits << nameKinds;
		}
		index = match?.to ?? index + 1;
	}
}

function bitsOf({ candidates = [], demonym, isAbbreviation }: NameMatch, gazetteer: Gazetteer): number {
	if (isAbbreviation) return 1 << nameBits.abbreviation;
	let bits = demonym === undefined ? 0 : 1 << nameBits.demonym;
	for (const { place, weight } of candidates) bits |= 1 << kindBit(gazetteer.place(place), weight);
	return bits;
}

/** A name that a place has by the way counts as that of a place of a tenth of its size. */
const byTheWay = 0.6;

function kindBit({ kind, population }: GazetteerPlace, weight: number): number {
	if (kind === 'country' || kind === 'region' || kind === 'division' || kind === 'district')
		return nameBits[kind];
	if (kind === 'airport' || kind === 'military' || kind === 'feature' || kind === 'own') return nameBits.site;
	const size = population * (weight < byTheWay ? 0.1 : 1);
	if (size >= 500_000) return nameBits.largeTown;
	if (size >= 50_000) return nameBits.town;
	return size >= 5_000 ? nameBits.smallTown : nameBits.village;
}

function isCapital(word: string): boolean {
	return /^[\p{Lu}\p{N}]/u.test(word);
}

/** Most words of a heading have a capital letter. */
function isHeading(sentence: readonly Token[]): boolean {
	const words = sentence.filter(({ text }) => /\p{L}/u.test(text));
	const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
	return words.length > 3 && capitals.length / words.length > 0.65;
}
