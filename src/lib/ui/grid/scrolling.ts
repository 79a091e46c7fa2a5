/**
 * How a table of any length is scrolled in an element, whose height browsers limit: about 17.8 million pixels in
 * Firefox and 33 million in Chromium and Safari, which a million rows as high as a thumb are over. Pure.
 */

/** Pixels that no browser finds too many. */
export const highest = 8_000_000;

export interface Scrolling {
	rows: number;
	/** Pixels. */
	rowHeight: number;
	/** Pixels in which rows are seen. */
	room: number;
}

/** Pixels that the element is high. */
export function heightOf({ rows, rowHeight }: Scrolling): number {
	return Math.min(rows * rowHeight, highest);
}

/** The last row that can be the uppermost, with its fraction that is above. */
export function lastTop({ rows, rowHeight, room }: Scrolling): number {
	return Math.max(0, rows - room / rowHeight);
}

/** The uppermost row, with its fraction that is above, where the element is scrolled by so many pixels. */
export function topAt(scrolled: number, given: Scrolling): number {
	const range = heightOf(given) - given.room;
	return range <= 0 ? 0 : Math.min(1, Math.max(0, scrolled / range)) * lastTop(given);
}

/** The pixels by which the element is to be scrolled for a row to be the uppermost. */
export function scrolledTo(top: number, given: Scrolling): number {
	const last = lastTop(given);
	return last === 0 ? 0 : (Math.min(last, Math.max(0, top)) / last) * (heightOf(given) - given.room);
}

/** The uppermost row after a row has come into view with as little movement as it takes. */
export function topWith(row: number, top: number, { rowHeight, room }: Scrolling): number {
	const seen = room / rowHeight;
	if (row < top) return row;
	return row + 1 > top + seen ? row + 1 - seen : top;
}
