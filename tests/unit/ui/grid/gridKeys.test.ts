import { describe, expect, it } from 'vitest';
import { cellAfter, clampedCell, type Cell } from '$lib/ui/grid/gridKeys';

const size = { rows: 1000, columns: 5, visibleRows: 20 };
const at: Cell = { row: 500, column: 2 };
const press = (key: string, from = at, given = size, isRightToLeft = false) =>
	cellAfter({ key, ctrlKey: false, metaKey: false }, from, given, isRightToLeft);

describe('cellAfter', () => {
	it.each([
		['ArrowUp', 499, 2],
		['ArrowDown', 501, 2],
		['ArrowLeft', 500, 1],
		['ArrowRight', 500, 3],
		['PageUp', 481, 2],
		['PageDown', 519, 2],
		['Home', 500, 0],
		['End', 500, 4]
	])('%s goes to row %i, column %i', (key, row, column) => {
		expect(press(key)).toEqual({ row, column });
	});

	it('goes to the first and the last cell with Ctrl, and with Command', () => {
		for (const far of [
			{ ctrlKey: true, metaKey: false },
			{ ctrlKey: false, metaKey: true }
		]) {
			expect(cellAfter({ key: 'Home', ...far }, at, size, false)).toEqual({ row: 0, column: 0 });
			expect(cellAfter({ key: 'End', ...far }, at, size, false)).toEqual({ row: 999, column: 4 });
		}
	});

	it('goes the way that an arrow points where one reads from right to left', () => {
		expect(press('ArrowLeft', at, size, true)).toEqual({ row: 500, column: 3 });
		expect(press('ArrowRight', at, size, true)).toEqual({ row: 500, column: 1 });
		expect(press('Home', at, size, true)).toEqual({ row: 500, column: 0 });
		expect(press('End', at, size, true)).toEqual({ row: 500, column: 4 });
	});

	it('stays within the grid', () => {
		const [first, last] = [
			{ row: 0, column: 0 },
			{ row: 999, column: 4 }
		];
		for (const key of ['ArrowUp', 'ArrowLeft', 'PageUp']) expect(press(key, first)).toEqual(first);
		for (const key of ['ArrowDown', 'ArrowRight', 'PageDown']) expect(press(key, last)).toEqual(last);
	});

	it('pages by one row at least', () => {
		expect(press('PageDown', at, { ...size, visibleRows: 0 })).toEqual({ row: 501, column: 2 });
		expect(press('PageUp', at, { ...size, visibleRows: 1 })).toEqual({ row: 499, column: 2 });
	});

	it('leaves other keys alone, and every key where there is no row', () => {
		for (const key of ['Enter', ' ', 'Tab', 'Escape', 'a']) expect(press(key)).toBeNull();
		expect(press('ArrowDown', { row: 0, column: 0 }, { ...size, rows: 0 })).toBeNull();
	});
});

describe('clampedCell', () => {
	it('gives the nearest cell', () => {
		expect(clampedCell({ row: -1, column: 9 }, size)).toEqual({ row: 0, column: 4 });
		expect(clampedCell({ row: 1000, column: -1 }, size)).toEqual({ row: 999, column: 0 });
		expect(clampedCell(at, size)).toEqual(at);
		expect(clampedCell({ row: 3, column: 3 }, { rows: 0, columns: 0 })).toEqual({ row: 0, column: 0 });
	});
});
