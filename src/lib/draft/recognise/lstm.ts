/** A bidirectional LSTM in plain arrays, which are used again for each sentence. */

/** The numbers of a word, and a number that is its own. */
export interface WordInput {
	id: number;
	values: Float32Array;
}

/** Of one direction. Gates stand in the order input, forget, cell, output, as in PyTorch. */
export interface Weights {
	/** 4 × units rows, as many columns as a word has numbers; `sideBySide`. */
	input: Float32Array;
	/** A row of 4 × units for each feature. */
	features: Float32Array;
	/** 4 × units rows, units columns; `sideBySide`. */
	state: Float32Array;
	bias: Float32Array;
}

export class Lstm {
	readonly #units: number;
	readonly #features: number;
	readonly #gates: Float32Array;
	readonly #hidden: Float32Array;
	readonly #cells: Float32Array;
	#states = new Float32Array();
	/** What each word brings to the gates, for each direction: words return, and half of the work is here. */
	readonly #kept = new Map<Weights, Map<number, Float32Array>>();

	/** @param features how many bits a word has; at most 32 */
	constructor(units: number, features: number) {
		this.#units = units;
		this.#features = features;
		this.#gates = new Float32Array(4 * units);
		this.#hidden = new Float32Array(units);
		this.#cells = new Float32Array(units);
	}

	/** @returns for each word the states of both directions, one after the other; good until the next call */
	run(words: readonly WordInput[], features: Uint32Array, forward: Weights, backward: Weights): Float32Array {
		const size = words.length * 2 * this.#units;
		if (this.#states.length < size) this.#states = new Float32Array(size);
		this.#direction(words, features, forward, 0);
		this.#direction(words, features, backward, this.#units);
		return this.#states;
	}

	#direction(words: readonly WordInput[], features: Uint32Array, weights: Weights, offset: number): void {
		const units = this.#units;
		const isForward = offset === 0;
		this.#hidden.fill(0);
		this.#cells.fill(0);
		for (let step = 0; step < words.length; step++) {
			const index = isForward ? step : words.length - 1 - step;
			this.#gates.set(this.#fromWord(words[index]!, weights));
			this.#addFeatures(features[index]!, weights);
			addProduct(this.#gates, weights.state, this.#hidden);
			this.#step();
			this.#states.set(this.#hidden, index * 2 * units + offset);
		}
	}

	#fromWord({ id, values }: WordInput, weights: Weights): Float32Array {
		let kept = this.#kept.get(weights);
		if (!kept) this.#kept.set(weights, (kept = new Map<number, Float32Array>()));
		let gates = kept.get(id);
		if (!gates) {
			if (kept.size >= 4_000) kept.clear();
			gates = weights.bias.slice();
			addProduct(gates, weights.input, values);
			kept.set(id, gates);
		}
		return gates;
	}

	#addFeatures(bits: number, { features }: Weights): void {
		const gates = this.#gates;
		for (let feature = 0; feature < this.#features; feature++) {
			if (((bits >>> feature) & 1) === 0) continue;
			const at = feature * gates.length;
			for (let index = 0; index < gates.length; index++) gates[index]! += features[at + index]!;
		}
	}

	/** From the gates to the next state. */
	#step(): void {
		const units = this.#units;
		const gates = this.#gates;
		const hidden = this.#hidden;
		const cells = this.#cells;
		for (let unit = 0; unit < units; unit++) {
			const kept = sigmoid(gates[units + unit]!) * cells[unit]!;
			const cell = kept + sigmoid(gates[unit]!) * Math.tanh(gates[2 * units + unit]!);
			cells[unit] = cell;
			hidden[unit] = sigmoid(gates[3 * units + unit]!) * Math.tanh(cell);
		}
	}
}

/**
 * A matrix in the order in which it is read: four rows side by side, so that each number of a vector is fetched once for
 * the four.
 * @param rows a multiple of four
 */
export function sideBySide(matrix: Float32Array, rows: number): Float32Array {
	const columns = matrix.length / rows;
	return matrix.map((_, at) => {
		const inBlock = at % (4 * columns);
		const row = 4 * Math.floor(at / (4 * columns)) + (inBlock % 4);
		return matrix[row * columns + (inBlock >> 2)]!;
	});
}

/** Adds a matrix, side by side, times a vector to a sum. All the time goes here. */
function addProduct(sum: Float32Array, matrix: Float32Array, vector: Float32Array): void {
	const columns = vector.length;
	for (let row = 0, at = 0; row < sum.length; row += 4) {
		let one = 0;
		let two = 0;
		let three = 0;
		let four = 0;
		for (let column = 0; column < columns; column++, at += 4) {
			const value = vector[column]!;
			one += matrix[at]! * value;
			two += matrix[at + 1]! * value;
			three += matrix[at + 2]! * value;
			four += matrix[at + 3]! * value;
		}
		sum[row]! += one;
		sum[row + 1]! += two;
		sum[row + 2]! += three;
		sum[row + 3]! += four;
	}
}

function sigmoid(value: number): number {
	return 1 / (1 + Math.exp(-value));
}
