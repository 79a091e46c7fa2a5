/** Rows of cells as CSV (RFC 4180), of which no spreadsheet runs a cell. */

export type Cell = string | number | boolean | null;

/** Rows of cells as RFC 4180 text. Null is an empty cell. */
export function writeCsv(rows: Cell[][]): string {
	return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell !== 'string') return String(cell);
	const safe = harmless(cell);
	return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A text cell that no spreadsheet runs as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe goes before the characters that start one, and
 * before an apostrophe that stands there already, so that `asBefore` can tell. A negative number is none.
 */
export function harmless(cell: string): string {
	if (/^-\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(cell)) return cell;
	return /^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** The text that was made harmless. */
export function asBefore(cell: string): string {
	return /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}
