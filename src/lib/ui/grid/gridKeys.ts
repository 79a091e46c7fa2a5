/** Which cell a key goes to, as the grid pattern of the ARIA Authoring Practices has it. Pure. */

/** Counted from 0. */
export interface Cell {
	row: number;
	column: number;
}

export interface GridSize {
	rows: number;
	columns: number;
	/** Rows that are in sight. */
	visibleRows: number;
}

/** The cell that a key goes to, within the grid; null where the key moves nothing, or there is no cell. */
export function cellAfter(
	{ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
	{ row, column }: Cell,
	size: GridSize,
	isRightToLeft: boolean
): Cell | null {
	if (size.rows === 0) return null;
	const right = isRightToLeft ? -1 : 1;
	const isFar = ctrlKey || metaKey;
	// A row of the page before stays in sight.
	const page = Math.max(1, size.visibleRows - 1);
	const to = (row: number, column: number) => clampedCell({ row, column }, size);
	switch (key) {
		case 'ArrowUp':
			return to(row - 1, column);
		case 'ArrowDown':
			return to(row + 1, column);
		case 'ArrowLeft':
			return to(row, column - right);
		case 'ArrowRight':
			return to(row, column + right);
		case 'PageUp':
			return to(row - page, column);
		case 'PageDown':
			return to(row + page, column);
		case 'Home':
			return to(isFar ? 0 : row, 0);
		case 'End':
			return to(isFar ? size.rows - 1 : row, size.columns - 1);
		default:
			return null;
	}
}

/** The cell of the grid that is nearest; the first of an empty grid. */
export function clampedCell({ row, column }: Cell, { rows, columns }: Omit<GridSize, 'visibleRows'>): Cell {
	return {
		row: Math.max(0, Math.min(row, rows - 1)),
		column: Math.max(0, Math.min(column, columns - 1))
	};
}
