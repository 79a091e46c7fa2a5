/**
 * The names of places in a text: the reader's own, those that the tagger is sure of, then those of the gazetteer that it half saw, names
 * of peoples, and the same words elsewhere in the text.
 */
import type { Gazetteer } from '../gazetteer/gazetteer';
import { remembered } from '../remembered';
import { sentencesOf, tokensOf, type Token, type TokenRange } from '../text';
import { arabicNamesAt, introducedNameAt } from './arabicNames';
import { featuresOf, Names, type NameMatch } from './features';
import { ownNameAt } from './ownNames';
import type { Tagger } from './tagger';
import { likelyNames } from './viterbi';

/** A name of a place, by UTF-16 offsets. */
export interface Toponym {
	start: number;
	end: number;
	text: string;
	/** How sure the tagger is, 0 to 1. */
	score: number;
	/** How it was found. */
	by: 'tagger' | 'gazetteer' | 'repeat' | 'demonym' | 'introduced';
}

/** Chosen on held-out documents of the training corpora. */
export interface Thresholds {
	/** How much less likely, as a logarithm, no name counts as. */
	bias: number;
	/** From this score on a well-known name counts. */
	gazetteer: number;
	/** From this population on a town's name is well known. */
	population: number;
	/** From this score on the name of a people counts. */
	demonym: number;
	/** From this score on words count that are a name elsewhere in the text. */
	repeat: number;
}

export const thresholds: Thresholds = {
	bias: 0,
	gazetteer: 0.3,
	population: 100_000,
	demonym: -1,
	repeat: 0.15
};

export interface FoundToponyms {
	tokens: Token[];
	sentences: TokenRange[];
	/** In the order of the text, none over another. */
	toponyms: Toponym[];
}

/**
 * Finds the names of places. Takes time in proportion to the length of the text.
 * @param onprogress is told how much is done, 0 to 1
 */
export function findToponyms(
	text: string,
	gazetteer: Gazetteer,
	tagger: Tagger,
	limits: Thresholds = thresholds,
	onprogress?: (share: number) => void
): FoundToponyms {
	const tokens = tokensOf(text);
	const sentences = sentencesOf(text, tokens);
	const names = new Names(tokens, remembered(gazetteer));
	const features = featuresOf(names, sentences, tagger.firstNames);
	const { toponyms: probabilities } = tagger.tag(tokens, sentences, features, onprogress);
	const found = new Finder(text, names, sentences, probabilities, tagger.firstNames, limits);
	found.take();
	return { tokens, sentences, toponyms: found.toponyms };
}

/** Towns are named so too, but few mean them. */
const ordinary =
	/^(?:(?:north|south)(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|middle|upper|lower|ocean|union|victory|centre|center)$/;
/** From this score on the words of a name are looked for elsewhere. */
const sure = 0.7;
const longestRepeat = 4;
/** The score of Arabic names, of which the tagger can say nothing. */
const half = 0.5;

class Finder {
	readonly #taken: Uint8Array;
	readonly #found: Toponym[] = [];

	constructor(
		readonly text: string,
		readonly names: Names,
		readonly sentences: readonly TokenRange[],
		readonly probabilities: Float32Array,
		readonly firstNames: Tagger['firstNames'],
		readonly limits: Thresholds
	) {
		this.#taken = new Uint8Array(names.tokens.length);
	}

	get toponyms(): Toponym[] {
		return this.#found.sort((one, other) => one.start - other.start);
	}

	take(): void {
		for (const { from, to } of this.sentences) this.#takeOwn(from, to);
		for (const sentence of this.sentences)
			for (const name of likelyNames(this.probabilities, sentence, this.limits.bias))
				if (this.#isWrittenAsName(name, sentence)) this.#takeTagged(name);
		for (const { from, to } of this.sentences)
			for (let index = from; index < to; index++) if (!this.#taken[index]) this.#takeKnown(index, to);
		this.#takeRepeats();
	}

	/** The longer names of the reader's own places go before all others. */
	#takeOwn(from: number, end: number): void {
		for (let index = from; index < end; index++) {
			const own = ownNameAt(this.names, index, end);
			if (!own) continue;
			this.#put(own, Math.max(sure, this.#scoreOf(own)), 'gazetteer');
			index = own.to - 1;
		}
	}

	/** “eastern” alone is no name in a sentence that has capital letters. */
	#isWrittenAsName({ from, to }: TokenRange, sentence: TokenRange): boolean {
		const isCased = (range: TokenRange) =>
			this.names.tokens.slice(range.from, range.to).some(({ text }) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(text));
		return isCased({ from, to }) || !isCased(sentence);
	}

	#takeTagged(name: TokenRange): void {
		const { tokens, gazetteer } = this.names;
		let { from, to } = name;
		const score = this.#scoreOf(name);
		while (to > from && !/[\p{L}\p{N}.]/u.test(tokens[to - 1]!.text)) to--;
		while (to > from && !/[\p{L}\p{N}]/u.test(tokens[from]!.text)) from++;
		if (from > 0 && tokens[from - 1]!.text === 'The' && this.#hasArticle({ from: from - 1, to })) from--;
		if (from < to && /^the$/i.test(tokens[from]!.text) && !this.#hasArticle({ from, to })) from++;
		if (to === from || this.#isTaken({ from, to })) return;
		// The tagger was taught English: of Arabic words the gazetteer tells.
		if (/^\p{Script=Arabic}/u.test(tokens[from]!.text)) return;
		const match = this.names.at(from, to).find((found) => found.to === to);
		this.#put({ from, to }, score, match && isDemonym(match, gazetteer) ? 'demonym' : 'tagger');
	}

	#takeKnown(index: number, end: number): void {
		const { gazetteer } = this.names;
		for (const match of this.names.at(index, end)) {
			if (this.#isTaken(match)) continue;
			const score = this.#scoreOf(match);
			const isPeople = match.demonym !== undefined && score > this.limits.demonym;
			if (!isPeople && !(score > this.limits.gazetteer && this.#isWellKnown(match))) continue;
			this.#put(match, score, isDemonym(match, gazetteer) ? 'demonym' : 'gazetteer');
			return;
		}
		const arabic = arabicNamesAt(this.names, index, end)[0];
		const unknown = arabic ? null : introducedNameAt(this.names, index, end);
		if (unknown && !this.#isTaken(unknown)) this.#put(unknown, half, 'introduced');
		if (!arabic || this.#isTaken(arabic)) return;
		const by = arabic.isPeople ? 'demonym' : 'gazetteer';
		this.#put(arabic, Math.max(half, this.#scoreOf(arabic)), by, arabic.skipped);
	}

	#takeRepeats(): void {
		const { tokens } = this.names;
		const known = new Set(this.#found.filter(({ score }) => score > sure).map(({ text }) => text));
		for (const { from, to } of this.sentences)
			for (let index = from; index < to; index++) {
				if (!/^\p{Lu}/u.test(tokens[index]!.text)) continue;
				for (let end = Math.min(to, index + longestRepeat); end > index; end--) {
					const range = { from: index, to: end };
					if (this.#isTaken(range) || !known.has(this.#wordsOf(range))) continue;
					const score = this.#scoreOf(range);
					if (score > this.limits.repeat) this.#put(range, score, 'repeat');
					break;
				}
			}
	}

	#isWellKnown({ candidates = [], from, to }: NameMatch): boolean {
		const word = to - from === 1 ? this.names.tokens[from]!.text.toLowerCase() : '';
		if (ordinary.test(word)) return false;
		const isFirstName = this.firstNames.has(word);
		return candidates.some(({ place, weight }) => {
			const { kind, population } = this.names.gazetteer.place(place);
			if (kind === 'country' || kind === 'region' || kind === 'own') return true;
			if (isFirstName) return false;
			return population * weight >= this.limits.population && (kind !== 'division' || population > 300_000);
		});
	}

	/** “The Hague”, but not “the United States”. */
	#hasArticle({ from, to }: TokenRange): boolean {
		const { gazetteer } = this.names;
		const candidates = gazetteer.candidates(this.names.keyOf(this.#wordsOf({ from, to }))) ?? [];
		return candidates.some(({ place }) => gazetteer.place(place).name.startsWith('The '));
	}

	#isTaken({ from, to }: TokenRange): boolean {
		for (let index = from; index < to; index++) if (this.#taken[index]) return true;
		return false;
	}

	#scoreOf({ from, to }: TokenRange): number {
		let sum = 0;
		for (let index = from; index < to; index++) sum += 1 - this.probabilities[3 * index]!;
		return sum / (to - from);
	}

	#wordsOf({ from, to }: TokenRange, skipped = 0): string {
		const { tokens } = this.names;
		return this.text.slice(tokens[from]!.start + skipped, tokens[to - 1]!.end);
	}

	#put({ from, to }: TokenRange, score: number, by: Toponym['by'], skipped = 0): void {
		const { tokens } = this.names;
		this.#taken.fill(1, from, to);
		this.#found.push({
			start: tokens[from]!.start + skipped,
			end: tokens[to - 1]!.end,
			text: this.#wordsOf({ from, to }, skipped),
			score,
			by
		});
	}
}

/** Whether a name is that of a people and not of a country. */
function isDemonym({ demonym, candidates = [] }: NameMatch, gazetteer: Gazetteer): boolean {
	if (demonym === undefined) return false;
	return !candidates.some(({ place }) => gazetteer.place(place).kind === 'country');
}
