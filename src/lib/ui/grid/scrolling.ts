/**
 * How rows of one height are scrolled where they are too many for an element: browsers limit its height to about
 * 17.8 million pixels (Firefox) or 33 million (Chromium, Safari), and a million rows of 44 pixels are more. Beyond
 * `maxHeight` a pixel of the scroll bar stands for several rows. Rows are counted from 0, with fractions. Pure.
 */

/** Pixels that every browser allows. */
export const maxHeight = 8_000_000;

export interface Rows {
	count: number;
	/** Pixels. */
	rowHeight: number;
	/** Pixels of the part in which rows are visible. */
	viewportHeight: number;
}

/** Height of the element that is scrolled, in pixels. */
export function contentHeight({ count, rowHeight }: Rows): number {
	return Math.min(count * rowHeight, maxHeight);
}

/** The largest number that the uppermost row can have. */
export function lastTopRow({ count, rowHeight, viewportHeight }: Rows): number {
	return Math.max(0, count - viewportHeight / rowHeight);
}

/** The uppermost row where the element is scrolled by `scrollTop` pixels. */
export function topRowAt(scrollTop: number, rows: Rows): number {
	const range = contentHeight(rows) - rows.viewportHeight;
	return range <= 0 ? 0 : Math.min(1, Math.max(0, scrollTop / range)) * lastTopRow(rows);
}

/** The pixels to scroll by so that a row is the uppermost. */
export function scrollTopOf(topRow: number, rows: Rows): number {
	const last = lastTopRow(rows);
	return last === 0
		? 0
		: (Math.min(last, Math.max(0, topRow)) / last) * (contentHeight(rows) - rows.viewportHeight);
}

/** The uppermost row once `row` is wholly visible, moved no further than that takes. */
export function topRowShowing(row: number, topRow: number, { rowHeight, viewportHeight }: Rows): number {
	const visible = viewportHeight / rowHeight;
	if (row < topRow) return row;
	return row + 1 > topRow + visible ? row + 1 - visible : topRow;
}
