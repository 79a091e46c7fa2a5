import type { WordInput } from './lstm';
import { BrokenModel, matrixOf, type ModelFile } from './modelFile';
import { WordList } from './wordList';
import { endHashes, hashesOf, shapeHashes, unknownNumber, vectorRow } from './words';

/** The numbers that stand for words. Those of the last words are kept. */
export class WordInputs {
	readonly #kept = new Map<string, WordInput>();
	readonly #words: WordList;
	readonly #codes: Uint8Array;
	readonly #books: Float32Array;
	readonly #unknown: Float32Array;
	readonly #suffixes: Float32Array;
	readonly #prefixes: Float32Array;
	readonly #shapes: Float32Array;
	readonly #file: ModelFile['shape'];
	#lastId = 0;

	constructor(file: ModelFile) {
		const { words, pieces, vector, end, shape } = (this.#file = file.shape);
		this.#words = new WordList(file.part('words', Uint8Array));
		if (this.#words.count !== words || vector % pieces !== 0)
			throw new BrokenModel('words and vectors do not fit each other');
		this.#codes = file.part('codes', Uint8Array, words * pieces);
		this.#books = matrixOf(file, 'books', pieces * 256, vector / pieces);
		this.#unknown = file.part('unknown', Float32Array, 2 * vector);
		this.#suffixes = matrixOf(file, 'suffixes', endHashes, end);
		this.#prefixes = matrixOf(file, 'prefixes', endHashes, end);
		this.#shapes = matrixOf(file, 'shapes', shapeHashes, shape);
	}

	of(word: string): WordInput {
		let input = this.#kept.get(word);
		if (!input) {
			if (this.#kept.size > 20_000) this.#kept.clear();
			this.#kept.set(word, (input = { id: ++this.#lastId, values: this.#valuesOf(word) }));
		}
		return input;
	}

	#valuesOf(word: string): Float32Array {
		const { vector, end, shape } = this.#file;
		const values = new Float32Array(vector + 2 * end + shape);
		const row = vectorRow(word, (folded) => this.#words.indexOf(folded));
		if (row >= 0) this.#setVector(values, row);
		else {
			const at = row === unknownNumber ? 0 : vector;
			values.set(this.#unknown.subarray(at, at + vector));
		}
		const hashes = hashesOf(word);
		values.set(rowOf(this.#suffixes, hashes.suffix, end), vector);
		values.set(rowOf(this.#prefixes, hashes.prefix, end), vector + end);
		values.set(rowOf(this.#shapes, hashes.shape, shape), vector + 2 * end);
		return values;
	}

	#setVector(values: Float32Array, row: number): void {
		const { pieces, vector } = this.#file;
		const length = vector / pieces;
		for (let piece = 0; piece < pieces; piece++) {
			const code = this.#codes[row * pieces + piece]!;
			values.set(rowOf(this.#books, piece * 256 + code, length), piece * length);
		}
	}
}

function rowOf(matrix: Float32Array, row: number, length: number): Float32Array {
	return matrix.subarray(row * length, (row + 1) * length);
}
