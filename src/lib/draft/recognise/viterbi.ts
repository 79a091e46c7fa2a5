/** The most likely labels of a sentence, where no name may go on that has not begun (Viterbi 1967). */
import type { TokenRange } from '../text';

const outside = 0;
const begins = 1;
const goesOn = 2;

/**
 * The names that a sentence most likely has.
 * @param probabilities three for each token: outside of a name, its first word, another word of it
 * @param bias how much less likely, as a logarithm, “outside” counts as
 */
export function likelyNames(probabilities: Float32Array, { from, to }: TokenRange, bias = 0): TokenRange[] {
	const length = to - from;
	const came = new Uint8Array(3 * length);
	let best = [0, 0, -Infinity];
	for (let index = 0; index < length; index++) {
		const at = 3 * (from + index);
		const next = [outside, begins, goesOn].map((label) => {
			const before = index === 0 ? (label === goesOn ? -1 : outside) : largest(best, label);
			came[3 * index + label] = Math.max(before, 0);
			const reached = before < 0 ? -Infinity : best[before]!;
			return reached + Math.log(probabilities[at + label]! + 1e-9) - (label === outside ? bias : 0);
		});
		best = next;
	}
	const names: TokenRange[] = [];
	let end = to;
	for (let index = length - 1, label = largest(best, begins); index >= 0; index--) {
		if (label === begins) names.unshift({ from: from + index, to: end });
		if (label !== goesOn) end = from + index;
		label = came[3 * index + label]!;
	}
	return names;
}

/** The best label before another one: “goes on” follows no “outside”. */
function largest(scores: readonly number[], next: number): number {
	let found = next === goesOn ? begins : outside;
	for (let label = found + 1; label < 3; label++) if (scores[label]! > scores[found]!) found = label;
	return found;
}
