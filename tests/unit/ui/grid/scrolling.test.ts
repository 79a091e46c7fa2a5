import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	contentHeight,
	lastTopRow,
	maxHeight,
	scrollTopOf,
	topRowAt,
	topRowShowing,
	type Rows
} from '$lib/ui/grid/scrolling';

describe('the scrolling of a table', () => {
	const given = fc.record({
		count: fc.oneof(fc.nat(2000), fc.nat(20_000_000)),
		rowHeight: fc.constantFrom(32, 44),
		viewportHeight: fc.integer({ min: 0, max: 2000 })
	});

	it('reaches the first and the last row in an element that no browser finds too high', () => {
		fc.assert(
			fc.property(given, (table) => {
				const height = contentHeight(table);
				expect(height).toBeLessThanOrEqual(maxHeight);
				expect(topRowAt(0, table)).toBe(0);
				expect(topRowAt(height - table.viewportHeight, table)).toBeCloseTo(lastTopRow(table));
				expect(topRowAt(height, table)).toBeLessThanOrEqual(lastTopRow(table));
			})
		);
	});

	it('is of whole pixels of rows where there is room for them', () => {
		expect(topRowAt(320, { count: 1000, rowHeight: 32, viewportHeight: 640 })).toBeCloseTo(10);
	});

	it('comes back to the row that it was told', () => {
		fc.assert(
			fc.property(given, fc.double({ min: 0, max: 1, noNaN: true }), (table, share) => {
				const top = share * lastTopRow(table);
				expect(topRowAt(scrollTopOf(top, table), table)).toBeCloseTo(top, 3);
			})
		);
	});

	it('brings a row into view, and moves no further than that', () => {
		fc.assert(
			fc.property(given, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (table, number, share) => {
				const { count, rowHeight, viewportHeight } = table;
				fc.pre(count > 0 && viewportHeight >= rowHeight);
				const row = number % count;
				const before = share * lastTopRow(table);
				const top = topRowShowing(row, before, table);
				const isSeen = (at: number) => row >= at - 1e-6 && row + 1 <= at + viewportHeight / rowHeight + 1e-6;
				expect(isSeen(top)).toBe(true);
				if (isSeen(before)) expect(top).toBeCloseTo(before);
				expect(top).toBeGreaterThanOrEqual(-1e-6);
				expect(top).toBeLessThanOrEqual(lastTopRow(table) + 1e-6);
			})
		);
	});

	it('holds still where all rows are seen', () => {
		const few: Rows = { count: 3, rowHeight: 32, viewportHeight: 640 };
		expect(lastTopRow(few)).toBe(0);
		expect(topRowAt(50, few)).toBe(0);
		expect(scrollTopOf(2, few)).toBe(0);
	});
});
