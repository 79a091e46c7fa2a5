/** Text with a delimiter, read piece by piece: which delimiter it is, and whether the first row names the columns. */
import { RowCutter, type CutRow } from './csvRows';
import { rankOf } from './columnNames';
import { parseAngle, parseMgrs, parsePair } from './coordinates';
import { patternOf, type Fits } from './csvPattern';
import { parseDays } from './days';
import { decimal, shortText } from './numbers';
import { Pending } from './pending';
import { beginningOf, type Problems } from './problem';
import type { Rows } from './rows';
import { looksLikeShape } from './shapeText';
import type { Work } from './work';

export interface CsvChoices {
	/** One or more characters; guessed from the first lines where there is none. */
	delimiter?: string;
	/** Whether the first row names the columns; guessed where it isn't said. */
	header?: boolean;
	/** The line at which the table begins, 1-based: titles may stand above it. Guessed where it isn't said. */
	firstLine?: number;
}

export interface CsvForm {
	delimiter: string;
	header: boolean;
	firstLine: number;
}

/** The beginning from which the delimiter is guessed, in UTF-16 units and in rows. */
const sampleSize = 1 << 16;
const sampleRows = 50;

/** A row over more lines is told, since a quotation mark may have been forgotten. */
const manyLines = 10;

const delimiters = [',', ';', '\t', '|', '\x1e', '\x1f', '^', '~', '،', '؛'];

/** Reads all rows of a text. */
export async function readCsv(
	text: AsyncIterable<string>,
	rows: Rows,
	problems: Problems,
	work: Work,
	choices: CsvChoices = {}
): Promise<CsvForm> {
	let table: CsvTable | null = null;
	let first = '';
	const begin = () => {
		const told = /^sep=(.)\n/.exec(first);
		const delimiter = choices.delimiter ?? told?.[1] ?? guessDelimiter(first.slice(0, sampleSize), work);
		const rest = told ? first.slice(told[0].length) : first;
		const fits = patternIn(rest.slice(0, sampleSize), delimiter, work);
		const started = new CsvTable(rows, problems, delimiter, choices, told ? 2 : 1, work, fits);
		started.push(rest);
		first = '';
		return started;
	};
	for await (const piece of withLineEnds(text)) {
		if (table) table.push(piece);
		else if ((first += piece).length >= sampleSize) table = begin();
	}
	table ??= begin();
	return table.end();
}

/** Text with \n for every line end. */
async function* withLineEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
	// A line end may be cut in two by the end of a piece.
	let isCut = false;
	for await (const piece of text) {
		let whole: string = isCut ? `\r${piece}` : piece;
		isCut = whole.endsWith('\r');
		if (isCut) whole = whole.slice(0, -1);
		yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
	}
	if (isCut) yield '\n';
}

/** The delimiter by which most of the first rows are equally wide, and by which they are widest where several do. */
function guessDelimiter(sample: string, work: Work): string {
	let best = { delimiter: ',', share: 0, width: 0 };
	for (const delimiter of delimiters) {
		const rows: number[] = [];
		const cutter = new RowCutter(
			delimiter,
			({ cells }) => {
				if (rows.length < sampleRows && (cells.length > 1 || cells[0] !== '')) rows.push(cells.length);
			},
			work
		);
		cutter.cut(sample, true);
		// The last row may be cut by the end of the sample.
		if (rows.length > 2) rows.pop();
		const widths = new Map<number, number>();
		for (const width of rows) widths.set(width, (widths.get(width) ?? 0) + 1);
		for (const [width, count] of widths) {
			const share = count / rows.length;
			// As many cells either way: the comma is that of decimals.
			const isSurer = delimiter === ';' && best.delimiter === ',' && width === best.width;
			const isBetter = share > best.share || (share === best.share && (width > best.width || isSurer));
			if (width > 1 && isBetter) best = { delimiter, share, width };
		}
	}
	return best.delimiter;
}

/** What rows look like, by those of the first that stand in one line and have no fault. */
function patternIn(sample: string, delimiter: string, work: Work): Fits | null {
	const rows: string[][] = [];
	const cutter = new RowCutter(
		delimiter,
		({ cells, lines, fault }) => {
			const isPlain = lines === 1 && fault === null && cells.some((cell) => cell !== '');
			if (isPlain && rows.length < sampleRows) rows.push(cells);
		},
		work
	);
	// The last row may be cut by the end of the sample.
	cutter.cut(sample, sample.length < sampleSize);
	return patternOf(rows, sample, delimiter);
}

class CsvTable {
	/** The first rows, until it is known what they are. */
	private first: [cells: string[], line: number][] | null = [];
	private header: boolean;
	private firstLine: number;
	private readonly cutter: RowCutter;
	private readonly pending = new Pending();

	constructor(
		private readonly rows: Rows,
		private readonly problems: Problems,
		private readonly delimiter: string,
		private readonly choices: CsvChoices,
		private line: number,
		work: Work,
		fits: Fits | null
	) {
		this.header = choices.header ?? false;
		this.firstLine = line;
		this.cutter = new RowCutter(delimiter, (row) => this.cut(row), work, fits);
	}

	push(piece: string): void {
		const text = this.pending.add(piece);
		if (text !== null) this.pending.keep(this.cutter.cut(text, false));
	}

	private cut({ cells, lines, fault }: CutRow): void {
		const { line } = this;
		this.line += lines;
		if (fault) this.problems.add(fault, { origin: line, found: beginningOf(cells, this.delimiter) });
		if (lines > manyLines)
			this.problems.add('many-lines', {
				origin: line,
				found: beginningOf(cells, this.delimiter),
				instead: String(lines)
			});
		this.row(cells, line);
	}

	end(): CsvForm {
		this.cutter.cut(this.pending.take(), true);
		this.begin();
		return { delimiter: this.delimiter, header: this.header, firstLine: this.firstLine };
	}

	private row(cells: string[], line: number): void {
		if (cells.every((cell) => cell === '')) return;
		if (!this.first) this.rows.addCells(cells, line);
		else if (this.first.push([cells, line]) >= this.mostFirst) this.begin();
	}

	/** As many rows are looked at before it is known what they are; all that stand above a line that was chosen. */
	private get mostFirst(): number {
		return Math.max(firstRows, Math.min(this.choices.firstLine ?? 0, mostTitles) + 1);
	}

	/** Takes away the rows above the table, and tells of them. */
	private title(rows: [cells: string[], line: number][]): void {
		const { firstLine, header } = this.choices;
		const guessed = header === false ? 0 : titlesOf(rows.map(([cells]) => cells));
		const above = firstLine === undefined ? guessed : rows.filter(([, line]) => line < firstLine).length;
		// A line beyond the end of the file leaves it whole.
		for (const [cells, line] of above < rows.length ? rows.splice(0, above) : [])
			this.problems.add('title', { origin: line, found: titleOf(cells) });
	}

	private begin(): void {
		const rows = this.first;
		this.first = null;
		if (!rows) return;
		this.title(rows);
		const top = rows[0];
		if (!top) return;
		this.firstLine = top[1];
		this.header =
			this.choices.header ??
			isHeader(
				top[0],
				rows.slice(1).map(([cells]) => cells)
			);
		if (this.header) {
			this.rows.header(
				top[0].map((cell) => cell.trim()),
				top[1]
			);
			rows.shift();
		} else
			this.rows.header(
				top[0].map(() => ''),
				top[1]
			);
		const [second] = rows;
		if (this.header && isTags(top[0])) this.rows.tags = top[0];
		else if (second && isTags(second[0])) {
			this.rows.tags = second[0].map((cell) => cell.trim().toLowerCase());
			rows.shift();
		}
		for (const [cells, line] of rows) this.rows.addCells(cells, line);
	}
}

/** Rows above which a header is looked for, and the farthest line at which the reader may say that a table begins. */
const firstRows = 30;
const mostTitles = 1000;

/**
 * How many of the first rows are titles: they fill at most half as many columns as the rows below do, or stand above one
 * that names both degrees.
 */
function titlesOf(rows: readonly string[][]): number {
	// An x and a y may be anything.
	const names = (cell: string, axis: 'latitude' | 'longitude') =>
		cell.length > 2 && cell.length <= longestName && rankOf(axis, cell) < Infinity;
	const isNamed = (cells: string[]) =>
		cells.some((cell) => names(cell, 'latitude')) && cells.some((cell) => names(cell, 'longitude'));
	// A row of HXL tags names degrees as well, below the header.
	const named = rows.findIndex((cells) => !isTags(cells) && isNamed(cells));
	if (named >= 0) return named;
	const widths = rows.map(filledWidth);
	const counts = new Map<number, number>();
	for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
	const [usual = 0] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [];
	const first = widths.findIndex((width) => width * 2 > usual);
	// Two rows below are the least by which a table is told from its title.
	return usual > 1 && first > 0 && widths.length - first >= 2 ? first : 0;
}

/** The words of a row that is a title. */
const titleOf = (cells: readonly string[]) =>
	beginningOf(
		cells.map((cell) => cell.trim()).filter((cell) => cell !== ''),
		' '
	);

/** The longest name of a column that is compared. */
const longestName = 60;

/** The columns of a row up to its last cell that is not empty. */
function filledWidth(cells: readonly string[]): number {
	let width = cells.length;
	while (width > 0 && cells[width - 1]!.trim() === '') width--;
	return width;
}

/** Names are neither numbers nor places nor dates. A file of one row, all words, has a header and no rows. */
export function isHeader(cells: string[], others: string[][]): boolean {
	const isValue = (cell: string) => {
		const plain = shortText(cell);
		if (plain === null) return false;
		return (
			decimal(plain) !== null ||
			parseAngle(plain)?.axis != null ||
			parseMgrs(plain) !== null ||
			looksLikeShape(plain) ||
			parsePair(plain) !== null ||
			/^\d{4}-\d\d/.test(plain) ||
			(/\d/.test(plain) && parseDays(plain, 'day-first') !== null)
		);
	};
	if (!cells.some(isValue)) return true;
	// Years as names of columns: 2015, 2016 … above rows that begin with a word.
	const [name = ''] = cells;
	return (
		others.length > 0 &&
		!isValue(name) &&
		name.trim() !== '' &&
		cells.slice(1).every((cell) => /^(?:19|20)\d\d$/.test(cell.trim()))
	);
}

export function isTags(cells: string[]): boolean {
	const filled = cells.filter((cell) => cell.trim() !== '');
	return filled.length > 0 && filled.every((cell) => /^\s*#[a-z]/i.test(cell));
}
