/** A model of one unit in each direction, whose numbers can be worked out by hand. */
import { modelFileBytes, type ModelShape, type Part } from '../../../../src/lib/draft/recognise/modelFile';
import { featureCount } from '../../../../src/lib/draft/recognise/features';
import { endHashes, shapeHashes } from '../../../../src/lib/draft/recognise/words';
import { wordListBytes } from '../../../../src/lib/draft/recognise/wordList';

const shape: ModelShape = {
	words: 2,
	vector: 2,
	pieces: 1,
	end: 1,
	shape: 1,
	features: featureCount,
	units: 1
};

/** Integers with scale 1, zero but for those given by place. */
function integers(
	name: string,
	rows: number,
	columns: number,
	set: Record<number, number> = {}
): Record<string, Part> {
	const values = new Int8Array(rows * columns);
	for (const [place, value] of Object.entries(set)) values[Number(place)] = value;
	return { [name]: values, [`${name}.scale`]: new Float32Array(rows).fill(1) };
}

/**
 * The word “hama” has the vector (1, −1), “base” (0, 0), others (0, 1). The forward cell gate is the first number of the
 * vector, plus two times the last state, plus 1 where the first feature is set; the backward one is the second number.
 */
export function tinyModelBytes(changes: Record<string, Part> = {}): Uint8Array {
	const output = new Float32Array(12 * 2);
	// “B” of the toponyms is the forward state, “B-LOC” of the entities the backward one.
	output[10 * 2] = 1;
	output[1 * 2 + 1] = 1;
	return modelFileBytes(shape, {
		words: wordListBytes(['base', 'hama']),
		firstNames: wordListBytes(['ali']),
		codes: Uint8Array.from([0, 3]),
		...integers('books', 256, 2, { 6: 1, 7: -1 }),
		unknown: Float32Array.from([0, 0, 0, 1]),
		...integers('suffixes', endHashes, 1),
		...integers('prefixes', endHashes, 1),
		...integers('shapes', shapeHashes, 1),
		...integers('forward.input', 4, 5, { 10: 1 }),
		...integers('forward.features', featureCount, 4, { 2: 1 }),
		...integers('forward.state', 4, 1, { 2: 2 }),
		'forward.bias': new Float32Array(4),
		...integers('backward.input', 4, 5, { 11: 1 }),
		...integers('backward.features', featureCount, 4),
		...integers('backward.state', 4, 1),
		'backward.bias': new Float32Array(4),
		output,
		'output.bias': new Float32Array(12),
		...changes
	});
}
