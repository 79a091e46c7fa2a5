/** The heights of the panel on a phone, and what a finger or a key makes of them. */

export const sheetHeights = ['low', 'half', 'full'] as const;
export type SheetHeight = (typeof sheetHeights)[number];

/** The height that is nearest to so many pixels, where `pixels` says what each of them is. */
export function nearestHeight(dragged: number, pixels: Record<SheetHeight, number>): SheetHeight {
	const distance = (height: SheetHeight) => Math.abs(pixels[height] - dragged);
	return sheetHeights.reduce((best, height) => (distance(height) < distance(best) ? height : best));
}

/** What a key does to a sheet of a height; null for a key that does nothing. */
export function heightByKey(key: string, height: SheetHeight): SheetHeight | null {
	const last = sheetHeights.length - 1;
	const at = sheetHeights.indexOf(height);
	const to = {
		ArrowUp: at + 1,
		ArrowRight: at + 1,
		PageUp: at + 1,
		ArrowDown: at - 1,
		ArrowLeft: at - 1,
		PageDown: at - 1,
		Home: 0,
		End: last
	}[key];
	return to === undefined ? null : sheetHeights[Math.min(last, Math.max(0, to))]!;
}

/** A tap goes on to the next height, and from the last to the first. */
export function heightAfter(height: SheetHeight): SheetHeight {
	return sheetHeights[(sheetHeights.indexOf(height) + 1) % sheetHeights.length]!;
}
