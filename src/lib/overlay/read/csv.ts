/** Text with a delimiter, read piece by piece: which delimiter it is, and whether the first row names the columns. */
import { RowCutter, type CutRow } from './csvRows';
import { parsePair } from './coordinates';
import { parseDays } from './days';
import { decimal, shortText } from './numbers';
import { Pending } from './pending';
import { beginningOf, type Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

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

/** The beginning from which the delimiter is guessed, in UTF-16 units and in rows. */
const sampleSize = 1 << 16;
const sampleRows = 50;

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
		const started = new CsvTable(rows, problems, delimiter, choices.header, told ? 2 : 1, work);
		started.push(told ? first.slice(told[0].length) : first);
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
			const isBetter = share > best.share || (share === best.share && width > best.width);
			if (width > 1 && isBetter) best = { delimiter, share, width };
		}
	}
	return best.delimiter;
}

class CsvTable {
	/** The first rows, until it is known what they are. */
	private first: [cells: string[], line: number][] | null = [];
	private header: boolean;
	private readonly cutter: RowCutter;
	private readonly pending = new Pending();

	constructor(
		private readonly rows: Rows,
		private readonly problems: Problems,
		private readonly delimiter: string,
		private readonly chosenHeader: boolean | undefined,
		private line: number,
		work: Work
	) {
		this.header = chosenHeader ?? false;
		this.cutter = new RowCutter(delimiter, (row) => this.cut(row), work);
	}

	push(piece: string): void {
		const text = this.pending.add(piece);
		if (text !== null) this.pending.keep(this.cutter.cut(text, false));
	}

	private cut({ cells, lines, fault }: CutRow): void {
		const { line } = this;
		this.line += lines;
		if (fault) this.problems.add(fault, { origin: line, found: beginningOf(cells, this.delimiter) });
		this.row(cells, line);
	}

	end(): CsvForm {
		this.cutter.cut(this.pending.take(), true);
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

/** Names are neither numbers nor places nor dates. A file of one row, all words, has a header and no rows. */
function isHeader(cells: string[], others: string[][]): boolean {
	const isValue = (cell: string) => {
		const plain = shortText(cell);
		if (plain === null) return false;
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
