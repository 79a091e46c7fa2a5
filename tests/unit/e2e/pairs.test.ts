import { expect, test } from 'vitest';
import { languages, mapped, pages, sizes } from '../../e2e/support/pages';
import { cases, circumstances, schemes } from '../../e2e/support/pairs';

const values = { path: pages, language: languages, scheme: schemes, size: sizes };
const kinds = Object.keys(values) as (keyof typeof values)[];

test('every pair of a page, a language, colours and a size is looked at, and none of the cases twice', () => {
	const wanted = kinds.flatMap((kind, index) =>
		kinds
			.slice(index + 1)
			.flatMap((other) =>
				values[kind].flatMap((value) => values[other].map((with_) => ({ [kind]: value, [other]: with_ })))
			)
	);
	const isLookedAt = (pair: object) =>
		cases.some((one) =>
			Object.entries(pair).every(([kind, value]) => one[kind as keyof typeof one] === value)
		);
	expect(wanted.filter((pair) => !isLookedAt(pair))).toEqual([]);
	for (const drawn of [true, false])
		for (const [kind, all] of Object.entries({ ...values, path: mapped }))
			for (const value of all)
				expect(
					cases.some((one) => one.drawn === drawn && one[kind as keyof typeof one] === value),
					`${JSON.stringify(value)}, ${drawn ? 'drawn' : 'not drawn'}`
				).toBe(true);
	expect(cases).toHaveLength(pages.length * sizes.length);
	expect(new Set(cases.map((one) => JSON.stringify(one))).size).toBe(cases.length);
});

test('six pages of a kind see every pair of a language, colours and a size', () => {
	const pairsOf = ({ language, scheme, size }: (typeof circumstances)[number]) => [
		`${language} ${scheme}`,
		`${language} ${size.name}`,
		`${scheme} ${size.name}`
	];
	expect(circumstances).toHaveLength(6);
	expect(new Set(circumstances.flatMap(pairsOf)).size).toBe(
		languages.length * schemes.length + languages.length * sizes.length + schemes.length * sizes.length
	);
});
