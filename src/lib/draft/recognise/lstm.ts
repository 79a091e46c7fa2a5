/**
 * A bidirectional LSTM in plain arrays, which are used again for each sentence. Two sentences are read side by side: each
 * weight is then fetched once for both, which takes two thirds of the time.
 */

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

/** A sentence: its words, and the bits of each. */
export interface Sentence {
	words: readonly WordInput[];
	features: Uint32Array;
}

/** What is known of a sentence while it is read. */
interface Lane extends Sentence {
	gates: Float32Array;
	hidden: Float32Array;
	cells: Float32Array;
	states: Float32Array;
}

export class Lstm {
	readonly #units: number;
	readonly #features: number;
	readonly #lanes: Lane[];
	/** What each word brings to the gates, for each direction: words return, and half of the work is here. */
	readonly #kept = new Map<Weights, Map<number, Float32Array>>();

	/** @param features how many bits a word has; at most 32 */
	constructor(units: number, features: number) {
		this.#units = units;
		this.#features = features;
		this.#lanes = [0, 1].map(() => ({
			words: [],
			features: new Uint32Array(),
			gates: new Float32Array(4 * units),
			hidden: new Float32Array(units),
			cells: new Float32Array(units),
			states: new Float32Array()
		}));
	}

	/**
	 * Reads one sentence or two, the longer first.
	 * @returns of each, for each word the states of both directions, one after the other; good until the next call
	 */
	run(sentences: readonly Sentence[], forward: Weights, backward: Weights): Float32Array[] {
		const lanes = sentences.map((sentence, index) => {
			const lane = Object.assign(this.#lanes[index]!, sentence);
			const size = sentence.words.length * 2 * this.#units;
			if (lane.states.length < size) lane.states = new Float32Array(size);
			return lane;
		});
		this.#direction(lanes, forward, 0);
		this.#direction(lanes, backward, this.#units);
		return lanes.map(({ states }) => states);
	}

	#direction(lanes: readonly Lane[], weights: Weights, offset: number): void {
		const [long, short] = [lanes[0]!, lanes[1]];
		for (const { hidden, cells } of lanes) {
			hidden.fill(0);
			cells.fill(0);
		}
		for (let step = 0; step < long.words.length; step++) {
			const both = short !== undefined && step < short.words.length;
			this.#begin(long, step, weights, offset);
			if (both) {
				this.#begin(short, step, weights, offset);
				addProducts(long.gates, short.gates, weights.state, long.hidden, short.hidden);
				this.#end(short, step, offset);
			} else addProduct(long.gates, weights.state, long.hidden);
			this.#end(long, step, offset);
		}
	}

	/** The word of a step: from the end on the way back. */
	#indexOf({ words }: Lane, step: number, offset: number): number {
		return offset === 0 ? step : words.length - 1 - step;
	}

	#begin(lane: Lane, step: number, weights: Weights, offset: number): void {
		const index = this.#indexOf(lane, step, offset);
		lane.gates.set(this.#fromWord(lane.words[index]!, weights));
		this.#addFeatures(lane.gates, lane.features[index]!, weights);
	}

	#end(lane: Lane, step: number, offset: number): void {
		this.#step(lane);
		lane.states.set(lane.hidden, this.#indexOf(lane, step, offset) * 2 * this.#units + offset);
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

	#addFeatures(gates: Float32Array, bits: number, { features }: Weights): void {
		for (let feature = 0; feature < this.#features; feature++) {
			if (((bits >>> feature) & 1) === 0) continue;
			const at = feature * gates.length;
			for (let index = 0; index < gates.length; index++) gates[index]! += features[at + index]!;
		}
	}

	/** From the gates to the next state. */
	#step({ gates, hidden, cells }: Lane): void {
		const units = this.#units;
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

/** Adds a matrix, side by side, times a vector to a sum. All the time goes here and into the next. */
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

/** The same for two vectors and two sums. */
function addProducts(
	sum: Float32Array,
	otherSum: Float32Array,
	matrix: Float32Array,
	vector: Float32Array,
	other: Float32Array
): void {
	const columns = vector.length;
	for (let row = 0, at = 0; row < sum.length; row += 4) {
		let one = 0;
		let two = 0;
		let three = 0;
		let four = 0;
		let otherOne = 0;
		let otherTwo = 0;
		let otherThree = 0;
		let otherFour = 0;
		for (let column = 0; column < columns; column++, at += 4) {
			const value = vector[column]!;
			const otherValue = other[column]!;
			let weight = matrix[at]!;
			one += weight * value;
			otherOne += weight * otherValue;
			weight = matrix[at + 1]!;
			two += weight * value;
			otherTwo += weight * otherValue;
			weight = matrix[at + 2]!;
			three += weight * value;
			otherThree += weight * otherValue;
			weight = matrix[at + 3]!;
			four += weight * value;
			otherFour += weight * otherValue;
		}
		sum[row]! += one;
		sum[row + 1]! += two;
		sum[row + 2]! += three;
		sum[row + 3]! += four;
		otherSum[row]! += otherOne;
		otherSum[row + 1]! += otherTwo;
		otherSum[row + 2]! += otherThree;
		otherSum[row + 3]! += otherFour;
	}
}

function sigmoid(value: number): number {
	return 1 / (1 + Math.exp(-value));
}
