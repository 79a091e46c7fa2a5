/**
 * The tagger: a bidirectional LSTM (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005) over word vectors, word
 * ends, shapes and features, in plain arrays of numbers. For each word it gives how likely it is each kind of name, and
 * how likely it begins a toponym, continues one, or belongs to none. Weights are integers of a byte with a scale for each row;
 * word vectors are product-quantised (Jégou, Douze and Schmid 2011).
 */
import type { Token, TokenRange } from '../text';
import { Lstm, sideBySide, type Weights } from './lstm';
import { matrixOf, readModelFile, type ModelFile } from './modelFile';
import { WordInputs } from './wordInputs';
import { WordList } from './wordList';

/** The kinds of names: B begins one, I continues it. */
export const entityLabels = [
	'O',
	'B-LOC',
	'I-LOC',
	'B-ORG',
	'I-ORG',
	'B-PER',
	'I-PER',
	'B-MISC',
	'I-MISC'
] as const;
/** Outside of a toponym, its first word, another word of it. */
export const toponymLabels = ['O', 'B', 'I'] as const;
const labelCount = entityLabels.length + toponymLabels.length;

export interface Tags {
	/** For each token the probabilities of `entityLabels`. */
	entities: Float32Array;
	/** For each token the probabilities of `toponymLabels`. */
	toponyms: Float32Array;
}

export interface Tagger {
	/** First names of persons, folded. */
	firstNames: { has(name: string): boolean };
	/**
	 * @param features bits of each token, as `featuresOf` gives them
	 * @param onprogress is told how much is done, 0 to 1, now and then
	 */
	tag(
		tokens: readonly Token[],
		sentences: readonly TokenRange[],
		features: Uint32Array,
		onprogress?: (share: number) => void
	): Tags;
}

/** After so many words it is told how far it is: some twenty times a second. */
const tokensBetweenNews = 2_000;

/** @throws BrokenModel where the bytes are not a whole file of weights */
export function readTagger(bytes: Uint8Array): Tagger {
	const file = readModelFile(bytes);
	const { units, features: bitCount } = file.shape;
	const words = new WordInputs(file);
	const lstm = new Lstm(units, bitCount);
	const [forward, backward] = [weightsOf(file, 'forward'), weightsOf(file, 'backward')];
	const output = file.part('output', Float32Array, labelCount * 2 * units);
	const bias = file.part('output.bias', Float32Array, labelCount);
	const scores = new Float32Array(labelCount);
	const tagFrom = (states: Float32Array, { from, to }: TokenRange, tags: Tags) => {
		for (let index = 0; index < to - from; index++) {
			score(scores, output, bias, states, index * 2 * units);
			softmax(scores, 0, entityLabels.length);
			softmax(scores, entityLabels.length, labelCount);
			tags.entities.set(scores.subarray(0, entityLabels.length), (from + index) * entityLabels.length);
			tags.toponyms.set(scores.subarray(entityLabels.length), (from + index) * toponymLabels.length);
		}
	};
	return {
		firstNames: new WordList(file.part('firstNames', Uint8Array)),
		tag(tokens, sentences, features, onprogress) {
			const tags: Tags = {
				entities: new Float32Array(tokens.length * entityLabels.length),
				toponyms: new Float32Array(tokens.length * toponymLabels.length)
			};
			const withNames: TokenRange[] = [];
			for (const { from, to } of sentences) {
				// Tables of numbers and what is no text at all have no names.
				if (tokens.slice(from, to).some(({ text }) => /\p{L}/u.test(text))) withNames.push({ from, to });
				else
					for (let index = from; index < to; index++)
						tags.entities[index * entityLabels.length] = tags.toponyms[index * toponymLabels.length] = 1;
			}
			let done = 0;
			let told = 0;
			for (const pair of inPairs(withNames)) {
				const inputs = pair.map(({ from, to }) => ({
					words: tokens.slice(from, to).map(({ text }) => words.of(text)),
					features: features.subarray(from, to)
				}));
				lstm.run(inputs, forward, backward).forEach((states, lane) => tagFrom(states, pair[lane]!, tags));
				for (const { from, to } of pair) done += to - from;
				if (onprogress && done - told >= tokensBetweenNews) onprogress((told = done) / tokens.length);
			}
			return tags;
		}
	};
}

/** So many sentences are put into an order: those of about one length are read side by side, near where they stand. */
const block = 64;

/** Sentences in twos, the longer first; the last may be alone. */
function inPairs(sentences: readonly TokenRange[]): TokenRange[][] {
	const length = ({ from, to }: TokenRange) => to - from;
	const pairs: TokenRange[][] = [];
	for (let start = 0; start < sentences.length; start += block) {
		const near = sentences.slice(start, start + block).sort((one, other) => length(other) - length(one));
		for (let index = 0; index < near.length; index += 2) pairs.push(near.slice(index, index + 2));
	}
	return pairs;
}

function weightsOf(file: ModelFile, direction: string): Weights {
	const { units, vector, end, shape, features } = file.shape;
	const words = vector + 2 * end + shape;
	return {
		input: sideBySide(matrixOf(file, `${direction}.input`, 4 * units, words), 4 * units),
		features: matrixOf(file, `${direction}.features`, features, 4 * units),
		state: sideBySide(matrixOf(file, `${direction}.state`, 4 * units, units), 4 * units),
		bias: file.part(`${direction}.bias`, Float32Array, 4 * units)
	};
}

function score(
	scores: Float32Array,
	output: Float32Array,
	bias: Float32Array,
	states: Float32Array,
	at: number
): void {
	const width = output.length / scores.length;
	for (let label = 0; label < scores.length; label++) {
		let sum = bias[label]!;
		for (let index = 0; index < width; index++) sum += output[label * width + index]! * states[at + index]!;
		scores[label] = sum;
	}
}

function softmax(scores: Float32Array, from: number, to: number): void {
	let largest = -Infinity;
	for (let index = from; index < to; index++) largest = Math.max(largest, scores[index]!);
	let sum = 0;
	for (let index = from; index < to; index++) sum += scores[index] = Math.exp(scores[index]! - largest);
	for (let index = from; index < to; index++) scores[index]! /= sum;
}
