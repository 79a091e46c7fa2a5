import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	disjoint,
	insert,
	longestOf,
	overlaps,
	touches,
	touching,
	type Span
} from '$lib/draft/recognise/span';

const spans = fc.array(
	fc
		.record({ start: fc.nat(60), length: fc.nat(11) })
		.map(({ start, length }) => ({ start, end: start + length + 1 }))
);

/** The same by comparing each with each. */
function plainly(spans: readonly Span[]): Span[] {
	const kept: Span[] = [];
	for (const span of spans) if (!kept.some((other) => overlaps(other, span))) kept.push(span);
	return kept.sort((a, b) => a.start - b.start);
}

it('keeps of spans that overlap the first of the list, or the longest', () => {
	fc.assert(
		fc.property(spans, (found) => {
			expect(disjoint(found)).toEqual(plainly(found));
			const length = ({ start, end }: Span) => end - start;
			expect(longestOf(found)).toEqual(plainly(found.toSorted((a, b) => length(b) - length(a))));
		})
	);
});

it('finds what overlaps a span in a list that is in order', () => {
	fc.assert(
		fc.property(spans, spans, (found, others) => {
			const list = disjoint(found);
			for (const span of others) {
				const expected = list.filter((other) => overlaps(other, span));
				expect(touching(list, span)).toEqual(expected);
				expect(touches(list, span)).toBe(expected.length > 0);
			}
		})
	);
});

it('puts spans in at their place', () => {
	fc.assert(
		fc.property(spans, (found) => {
			const list: Span[] = [];
			for (const span of found) insert(list, span);
			expect(list.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
		})
	);
});
