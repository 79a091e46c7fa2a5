import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likelyNames } from '../../../../src/lib/draft/recognise/viterbi';

const all = (probabilities: number[][]) =>
	likelyNames(Float32Array.from(probabilities.flat()), { from: 0, to: probabilities.length });

it('takes names of one word and of several', () => {
	const [outside, begins, goesOn] = [
		[0.8, 0.1, 0.1],
		[0.1, 0.8, 0.1],
		[0.1, 0.1, 0.8]
	];
	expect(all([outside, begins, goesOn, goesOn, outside, begins, begins])).toEqual([
		{ from: 1, to: 4 },
		{ from: 5, to: 6 },
		{ from: 6, to: 7 }
	]);
});

it('begins a name that only goes on', () => {
	expect(all([[0.1, 0.3, 0.6]])).toEqual([{ from: 0, to: 1 }]);
	// 0.9 × 0.15 for no name is more than 0.09 × 0.8 for one of both words, 0.8 × 0.15 is less than 0.19 × 0.8.
	expect(
		all([
			[0.9, 0.09, 0.01],
			[0.15, 0.05, 0.8]
		])
	).toEqual([]);
	expect(
		all([
			[0.8, 0.19, 0.01],
			[0.15, 0.05, 0.8]
		])
	).toEqual([{ from: 0, to: 2 }]);
});

it('finds more names the less no name counts', () => {
	const unsure = Float32Array.from([0.6, 0.4, 0]);
	expect(likelyNames(unsure, { from: 0, to: 1 })).toEqual([]);
	expect(likelyNames(unsure, { from: 0, to: 1 }, 0.5)).toEqual([{ from: 0, to: 1 }]);
});

it('finds what the best of all labellings has', () => {
	const token = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 });
	fc.assert(
		fc.property(fc.array(token, { minLength: 1, maxLength: 5 }), (tokens) => {
			const names = all(tokens.map((numbers) => numbers.map((number) => number / 100)));
			const labels = tokens.map((_, index) => {
				const name = names.find(({ from, to }) => from <= index && index < to);
				return name ? (name.from === index ? 1 : 2) : 0;
			});
			const scoreOf = (given: number[]) =>
				given.reduce((score, label, index) => score + Math.log(tokens[index]![label]!), 0);
			const best = labellings(tokens.length).map(scoreOf);
			expect(scoreOf(labels)).toBeCloseTo(Math.max(...best), 4);
		})
	);
});

/** All labellings in which nothing goes on that has not begun. */
function labellings(length: number): number[][] {
	if (length === 0) return [[]];
	return labellings(length - 1).flatMap((before) =>
		[0, 1, 2].filter((label) => label !== 2 || (before.at(-1) ?? 0) !== 0).map((label) => [...before, label])
	);
}
