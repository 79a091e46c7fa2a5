/**
 * The pattern of a table of text: how many cells its lines have, and which of them are numbers. By it a quotation mark
 * that was forgotten is told from a cell that goes over several lines.
 */
import { decimal, shortText } from './numbers';

/** Whether cells look like a row of the table. */
export type Fits = (cells: readonly string[]) => boolean;

/** Lines that the pattern is taken from. */
const mostLines = 200;

/**
 * The pattern of the rows that stand in one line each as RFC 4180 reads them; null where there is none.
 * @param rows the cells of such rows, that of the names first
 * @param sample lines that end in \n, for what those rows leave open
 */
export function patternOf(
	rows: readonly (readonly string[])[],
	sample: string,
	delimiter: string
): Fits | null {
	const counts = new Map<number, number>();
	for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
	let [width, count] = [0, 0];
	for (const [each, times] of counts) if (times > count) [width, count] = [each, times];
	if (width < 2 || count * 2 < rows.length) return null;
	let like = rows.slice(1).filter(({ length }) => length === width);
	if (like.length === 0) {
		const lines = sample.split('\n', mostLines).slice(1);
		like = lines.map((line) => cellsOfLine(line, delimiter)).filter(({ length }) => length === width);
	}
	const isNumber = (cell: string) => {
		const plain = shortText(cell);
		return plain !== null && decimal(plain) !== null;
	};
	const numeric = Array.from({ length: width }, (_, column) => {
		const filled = like.map((cells) => cells[column]!).filter((cell) => cell.trim() !== '');
		return filled.length > 0 && filled.filter(isNumber).length >= filled.length * 0.8;
	});
	// A cell with a mark may be what the mark made of a number.
	const isLike = (cell: string) => cell.trim() === '' || cell.includes('"') || isNumber(cell);
	return (cells) => cells.length === width && cells.every((cell, column) => !numeric[column] || isLike(cell));
}

/**
 * The cells of one line by itself: a mark opens a cell only where another ends it before the next delimiter and no other
 * stands between; else it is a character.
 */
export function cellsOfLine(line: string, delimiter: string): string[] {
	const cells: string[] = [];
	for (let at = 0; ;) {
		const quoted = line.charCodeAt(at) === 34 ? quotedCell(line, at, delimiter) : null;
		if (quoted) {
			cells.push(quoted.cell);
			if (quoted.end >= line.length) return cells;
			at = quoted.end + delimiter.length;
			continue;
		}
		const end = line.indexOf(delimiter, at);
		cells.push(line.slice(at, end < 0 ? line.length : end).trim());
		if (end < 0) return cells;
		at = end + delimiter.length;
	}
}

/** A quoted cell that ends in its line, and where the delimiter or the line's end after it is. */
function quotedCell(line: string, open: number, delimiter: string): { cell: string; end: number } | null {
	for (let from = open + 1; ;) {
		const quote = line.indexOf('"', from);
		if (quote < 0) return null;
		if (line.charCodeAt(quote + 1) === 34) {
			from = quote + 2;
			continue;
		}
		let end = quote + 1;
		while (end < line.length && /[ \r]/.test(line[end]!) && !line.startsWith(delimiter, end)) end++;
		if (end < line.length && !line.startsWith(delimiter, end)) return null;
		return { cell: line.slice(open + 1, quote).replaceAll('""', '"'), end };
	}
}
