/** Where texts and legend entries go: in lines and rows that fit into the picture. Pure; all lengths are pixels. */

/** What has a width, text and all. */
export interface Sized {
	width: number;
}

/** Where an entry is: so far from the start side, in this row from the top. */
export interface Placed<E extends Sized> {
	entry: E;
	start: number;
	row: number;
}

/** Lays entries out in rows from the start side, as words in a line. An entry wider than the room has a row alone. */
export function rowsOf<E extends Sized>(entries: readonly E[], room: number, gap: number): Placed<E>[] {
	let start = 0;
	let row = 0;
	return entries.map((entry) => {
		if (start > 0 && start + entry.width > room) {
			start = 0;
			row++;
		}
		const placed = { entry, start, row };
		start += entry.width + gap;
		return placed;
	});
}

/** Breaks a text into lines no wider than the room, at spaces; a longer word stands alone. */
export function linesOf(text: string, room: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ').filter(Boolean)) {
		const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
		if (lines.length > 0 && measure(longer) <= room) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
