/** Text with a delimiter, read piece by piece, and which delimiter it is. */
import { RowCutter, type CutRow } from './csvRows';
import { patternOf, type Fits } from './csvPattern';
import type { FormChoices, TopChoices } from './form';
import { HeadedRows, type Top } from './headed';
import { Pending } from './pending';
import { beginningOf, type Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

export interface CsvForm extends Top {
	delimiter: string;
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
	choices: FormChoices = {}
): Promise<CsvForm> {
	let table: CsvTable | null = null;
	let first = '';
	const begin = () => {
		const told = /^sep=(.)\r?\n/.exec(first);
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

/**
 * Text whose lines end in \n. Where they end in \r alone, as on old machines, each is replaced; else a \r stays: at the end
 * of a line it is a blank, and within quotation marks it is what the cell says.
 */
async function* withLineEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
	let isOld: boolean | null = null;
	// A line end may be cut in two by the end of a piece.
	let held = '';
	for await (const piece of text) {
		let whole: string = held + piece;
		held = '';
		if (isOld === null) {
			const at = whole.search(/[\r\n]/);
			if (at >= 0 && (whole[at] === '\n' || at + 1 < whole.length))
				isOld = whole[at] === '\r' && whole[at + 1] !== '\n';
		}
		if (isOld !== false && whole.endsWith('\r')) [whole, held] = [whole.slice(0, -1), '\r'];
		yield isOld ? whole.replace(/\r\n?/g, '\n') : whole;
	}
	if (held !== '') yield '\n';
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
	private readonly table: HeadedRows;
	private readonly cutter: RowCutter;
	private readonly pending = new Pending();

	constructor(
		rows: Rows,
		private readonly problems: Problems,
		private readonly delimiter: string,
		choices: TopChoices,
		private line: number,
		work: Work,
		fits: Fits | null
	) {
		this.table = new HeadedRows(rows, problems, choices, line);
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
		this.table.row(cells, line);
	}

	end(): CsvForm {
		this.cutter.cut(this.pending.take(), true);
		return { delimiter: this.delimiter, ...this.table.end() };
	}
}
