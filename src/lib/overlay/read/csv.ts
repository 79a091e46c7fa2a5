/** Text with a delimiter, read piece by piece with Papa Parse. */
import Papa from 'papaparse';
import { parsePair } from './coordinates';
import { parseDays } from './days';
import { decimal, plainDigits } from './numbers';
import type { Problems } from './problem';
import type { Rows } from './rows';

export interface CsvChoices {
	/** One or more characters; guessed from the first lines where there is none. */
	delimiter?: string;
	/** Whether the first row names the columns; guessed where it isn't said. */
	header?: boolean;
}

export interface CsvForm {
	delimiter: string;
	header: boolean;
}

/** A longer row is taken to have a quotation mark that is never closed. */
const longestRow = 1 << 22;
/** The beginning from which the delimiter is guessed. */
const sampleSize = 1 << 16;

const delimiters = [',', ';', '\t', '|', Papa.RECORD_SEP, Papa.UNIT_SEP, '^', '~', '،', '؛'];

/** Reads all rows of a text. */
export async function readCsv(
	text: AsyncIterable<string>,
	rows: Rows,
	problems: Problems,
	choices: CsvChoices = {}
): Promise<CsvForm> {
	let table: CsvTable | null = null;
	let rest = '';
	const begin = () => {
		const told = /^sep=(.)\r?\n/.exec(rest);
		if (told) rest = rest.slice(told[0].length);
		const delimiter = choices.delimiter ?? told?.[1] ?? guessDelimiter(rest.slice(0, sampleSize));
		return new CsvTable(rows, problems, delimiter, choices.header, told ? 2 : 1);
	};
	for await (const piece of text) {
		rest += piece;
		if (!table && rest.length < sampleSize) continue;
		table ??= begin();
		rest = table.read(rest, false);
	}
	table ??= begin();
	table.read(rest, true);
	return table.end();
}

/** The delimiter by which most of the first rows are equally wide, and by which they are widest where several do. */
function guessDelimiter(sample: string): string {
	const text = sample.replace(/\r\n?/g, '\n');
	let best = { delimiter: ',', share: 0, width: 0 };
	for (const delimiter of delimiters) {
		const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 50 });
		const rows = data.filter((cells) => cells.length > 1 || cells[0] !== '');
		// The last row may be cut by the end of the sample.
		if (rows.length > 2) rows.pop();
		const widths = new Map<number, number>();
		for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
		for (const [width, count] of widths) {
			const share = count / rows.length;
			const isBetter = share > best.share || (share === best.share && width > best.width);
			if (width > 1 && isBetter) best = { delimiter, share, width };
		}
	}
	return best.delimiter;
}

class CsvTable {
	private line: number;
	/** The first rows, until it is known what they are. */
	private first: [cells: string[], line: number][] | null = [];
	private header: boolean;

	constructor(
		private readonly rows: Rows,
		private readonly problems: Problems,
		private readonly delimiter: string,
		private readonly chosenHeader: boolean | undefined,
		firstLine: number
	) {
		this.line = firstLine;
		this.header = chosenHeader ?? false;
	}

	/** Reads the whole rows of a text and gives back what is left of it. All of it is read where it `isLast`. */
	read(text: string, isLast: boolean): string {
		let rest = text;
		if (rest.includes('\r')) {
			// A line end may be cut in two by the end of the piece.
			const isCut = !isLast && rest.endsWith('\r');
			rest = (isCut ? rest.slice(0, -1) : rest).replace(/\r\n?/g, '\n');
			if (isCut) rest += '\r';
		}
		for (;;) {
			const quoted = rest.includes('"');
			const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
			const { data, errors, meta } = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
			const unclosed = isLast && errors.some(({ code }) => code === 'MissingQuotes');
			const tooLong = !isLast && rest.length - meta.cursor > longestRow;
			if (unclosed) data.pop();
			let read = 0;
			const stray = new Map<number, number>();
			for (const { code, row } of errors)
				if (code === 'InvalidQuotes' && row !== undefined) stray.set(row, (stray.get(row) ?? 0) + 1);
			data.forEach((cells, index) => {
				const { line } = this;
				// Line ends within quoted cells count as lines too.
				let lines = 1;
				if (quoted) {
					for (const cell of cells)
						for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++;
				}
				this.line += lines;
				read += lines;
				if (stray.has(index))
					this.problems.add('stray-quote', { origin: line, found: cells.join(this.delimiter) });
				this.row(cells, line);
			});
			if (!unclosed && !tooLong) return isLast ? '' : rest.slice(meta.cursor);
			// The row whose quotation mark is never closed is read without quoting, and then all goes on.
			const start = unclosed ? startOfLine(rest, read) : meta.cursor;
			const end = rest.indexOf('\n', start);
			const line = rest.slice(start, end < 0 ? rest.length : end);
			this.problems.add('unclosed-quote', { origin: this.line, found: line });
			this.row(line.split(this.delimiter), this.line++);
			rest = end < 0 ? '' : rest.slice(end + 1);
			if (rest === '') return '';
		}
	}

	end(): CsvForm {
		this.begin();
		return { delimiter: this.delimiter, header: this.header };
	}

	private row(cells: string[], line: number): void {
		if (cells.every((cell) => cell === '')) return;
		if (!this.first) this.rows.addCells(cells, line);
		else if (this.first.push([cells, line]) >= 10) this.begin();
	}

	private begin(): void {
		const rows = this.first;
		this.first = null;
		const top = rows?.[0];
		if (!rows || !top) return;
		this.header =
			this.chosenHeader ??
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

/** Where a line of a text starts; lines are counted from 0. */
function startOfLine(text: string, line: number): number {
	let start = 0;
	for (let passed = 0; passed < line; passed++) {
		const end = text.indexOf('\n', start);
		if (end < 0) return text.length;
		start = end + 1;
	}
	return start;
}

/** Names are neither numbers nor places nor dates. A file of one row, all words, has a header and no rows. */
function isHeader(cells: string[], others: string[][]): boolean {
	const isValue = (cell: string) => {
		const plain = plainDigits(cell).trim();
		return (
			decimal(plain) !== null ||
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

function isTags(cells: string[]): boolean {
	const filled = cells.filter((cell) => cell.trim() !== '');
	return filled.length > 0 && filled.every((cell) => /^\s*#[a-z]/i.test(cell));
}
