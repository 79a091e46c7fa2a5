/**
 * Cuts delimited text into rows and cells (RFC 4180), and gives some meaning to whatever breaks the rules. Each
 * character is looked at a fixed number of times, whatever stands in the text.
 */
import { cellsOfLine, type Fits } from './csvPattern';
import type { Work } from './work';

/** A longer row is taken to have a quotation mark that is never closed, in UTF-16 units. */
const longestRow = 1 << 22;

/** Lines of a row that are looked at to see whether they are rows. */
const mostLooked = 50;

const enum Code {
	Tab = 9,
	LineEnd = 10,
	Blank = 32,
	Quote = 34,
	HardBlank = 160
}

/** What was wrong in a row: a mark in the middle of a quoted cell, one that is never closed, or closed in a later row. */
export type RowFault = 'stray-quote' | 'unclosed-quote' | 'forgotten-quote';

export interface CutRow {
	cells: string[];
	/** The lines that it goes over. */
	lines: number;
	fault: RowFault | null;
}

export class RowCutter {
	/** No quoted cell that begins before this place in the text ends before it. */
	private unclosedTo = 0;
	/** Up to here in the text a mark was found to close one of an earlier row: lines are rows where they look like one. */
	private forgottenTo = 0;
	private text = '';
	private isLast = false;
	private lineEnds = new Finder('', '\n');
	private delimiters = new Finder('', '\n');
	private quotes = new Finder('', '"');

	constructor(
		private readonly delimiter: string,
		private readonly onrow: (row: CutRow) => void,
		private readonly work: Work,
		/** Whether cells look like a row; without it marks mean what RFC 4180 says, however many lines they take in. */
		private readonly fits: Fits | null = null
	) {}

	/**
	 * Cuts the whole rows of a text, whose lines end in \n, and gives back what is left of it. All of it is cut where it
	 * `isLast`.
	 */
	cut(text: string, isLast: boolean): string {
		this.work.spend(text.length);
		this.text = text;
		this.isLast = isLast;
		this.lookAnew();
		let at = 0;
		while (at < text.length) {
			const next = this.row(at);
			if (next < 0) break;
			at = Math.min(next, text.length);
		}
		this.unclosedTo -= at;
		this.forgottenTo -= at;
		this.text = '';
		return text.slice(at);
	}

	/** Finders only go on; this is for a new text, and for going back in it. */
	private lookAnew(): void {
		this.lineEnds = new Finder(this.text, '\n');
		this.delimiters = new Finder(this.text, this.delimiter);
		this.quotes = new Finder(this.text, '"');
	}

	/** Cuts the row that begins at a place. Gives back where the next one begins; -1 where this one may go on. */
	private row(start: number): number {
		const { text, delimiter } = this;
		const line = this.endOfLine(start, start);
		if (line < 0) return -1;
		if (this.quotes.from(start) >= line) {
			const cells = text.slice(start, line).split(delimiter).map(withoutBlanks);
			this.onrow({ cells, lines: 1, fault: null });
			return line + 1;
		}
		if (start < this.forgottenTo) {
			const alone = this.lineAt(start, line);
			if (this.fits?.(alone)) {
				this.onrow({ cells: alone, lines: 1, fault: null });
				return line + 1;
			}
		}
		const cells: string[] = [];
		let lines = 1;
		let strays = 0;
		for (let at = start; ;) {
			if (text.charCodeAt(at) !== Code.Quote) {
				const end = this.endOfLine(at, start);
				if (end < 0) return -1;
				const cut = this.delimiters.from(at);
				cells.push(withoutBlanks(text.slice(at, Math.min(cut, end))));
				if (cut < end) {
					at = cut + delimiter.length;
					continue;
				}
				return this.quoted(start, end, { cells, lines, fault: strays > 0 ? 'stray-quote' : null });
			}
			const closed = this.closing(at, start);
			if (closed === 'later') return -1;
			if (closed === 'never') return this.unquoted(start, at);
			const cell = text.slice(at + 1, closed.quote);
			cells.push(cell.includes('""') ? cell.replaceAll('""', '"') : cell);
			for (let end = cell.indexOf('\n'); end >= 0; end = cell.indexOf('\n', end + 1)) lines++;
			strays += closed.strays;
			if (text.startsWith(delimiter, closed.end)) {
				at = closed.end + delimiter.length;
				continue;
			}
			return this.quoted(start, closed.end, { cells, lines, fault: strays > 0 ? 'stray-quote' : null });
		}
	}

	/**
	 * Hands over a row with quoted cells, or, where a mark seems to have been forgotten, its first line alone. Gives back
	 * where the next row begins.
	 */
	private quoted(start: number, end: number, row: CutRow): number {
		if (!this.isForgotten(start, end, row)) {
			this.onrow(row);
			return end + 1;
		}
		this.forgottenTo = Math.max(this.forgottenTo, end);
		this.lookAnew();
		const line = Math.min(end, this.text.indexOf('\n', start) >>> 0);
		const fault = row.lines > 1 ? 'forgotten-quote' : 'stray-quote';
		this.onrow({ cells: this.lineAt(start, line), lines: 1, fault });
		return line + 1;
	}

	/**
	 * Whether the lines of a row look like rows of their own, with its marks as characters: the first does, and most of
	 * the next. A row of one line is only looked at where it has a mark too many.
	 */
	private isForgotten(start: number, end: number, { cells, lines, fault }: CutRow): boolean {
		if (!this.fits || (lines === 1 && (fault === null || this.fits(cells)))) return false;
		let [looked, fitting] = [0, 0];
		for (let at = start; at <= end && looked < mostLooked; looked++) {
			const found = this.text.indexOf('\n', at);
			const line = found < 0 ? end : Math.min(end, found);
			this.work.spend(line - at);
			if (this.fits(this.lineAt(at, line))) fitting++;
			else if (looked === 0) return false;
			at = line + 1;
		}
		return fitting >= looked * 0.8;
	}

	/** The cells of a line by itself. */
	private lineAt(start: number, end: number): string[] {
		return cellsOfLine(this.text.slice(start, end), this.delimiter);
	}

	/** Where the line of a place ends, in a row that begins at another; -1 where its end has not come yet. */
	private endOfLine(at: number, start: number): number {
		const end = this.lineEnds.from(at);
		const { length } = this.text;
		return end < length || this.isLast || length - start > longestRow ? end : -1;
	}

	/** Where a quoted cell is closed: the mark, and the delimiter or line end after it. */
	private closing(
		open: number,
		start: number
	): { quote: number; end: number; strays: number } | 'later' | 'never' {
		const { text } = this;
		const limit = Math.min(text.length, start + longestRow);
		let strays = 0;
		// Where it is known that nothing closes, only marks right after the first could: an empty cell, or marks alone.
		const isKnown = open < this.unclosedTo;
		for (let from = open + 1; ;) {
			if (isKnown && text.charCodeAt(from) !== Code.Quote) return 'never';
			const quote = text.indexOf('"', from);
			if (quote < 0 || quote >= limit) {
				if (limit === text.length && !this.isLast) return 'later';
				this.unclosedTo = Math.max(this.unclosedTo, limit);
				return 'never';
			}
			if (text.charCodeAt(quote + 1) === Code.Quote) {
				from = quote + 2;
				continue;
			}
			const end = this.afterBlanks(quote + 1);
			if (end === text.length && !this.isLast && text.length < start + longestRow) return 'later';
			if (
				end === text.length ||
				text.charCodeAt(end) === Code.LineEnd ||
				text.startsWith(this.delimiter, end)
			)
				return { quote, end, strays };
			if (isKnown) return 'never';
			strays++;
			from = quote + 1;
		}
	}

	private afterBlanks(from: number): number {
		const { text, delimiter } = this;
		let at = from;
		while (at < text.length && isBlank(text.charCodeAt(at)) && !text.startsWith(delimiter, at)) at++;
		return at;
	}

	/**
	 * A row with a mark that is never closed: its lines, up to that of the mark, are rows in which marks mean nothing.
	 */
	private unquoted(start: number, open: number): number {
		let at = start;
		let fault: RowFault | null = 'unclosed-quote';
		do {
			// Back to lines that were passed as parts of a cell.
			const found = this.text.indexOf('\n', at);
			const end = found < 0 ? this.text.length : found;
			this.onrow({ cells: this.lineAt(at, end), lines: 1, fault });
			fault = null;
			at = end + 1;
		} while (at <= open);
		return at;
	}
}

/** Finds the next of something in a text, whose places are asked for in their order, without looking twice. */
class Finder {
	private found = -1;

	constructor(
		private readonly text: string,
		private readonly wanted: string
	) {}

	/** Where the next one is from a place on; the length of the text where there is none. */
	from(at: number): number {
		if (this.found >= at) return this.found;
		const found = this.text.indexOf(this.wanted, at);
		return (this.found = found < 0 ? this.text.length : found);
	}
}

/** A cell without quotation marks: blanks beside it are none of it. */
function withoutBlanks(text: string): string {
	if (text === '') return text;
	const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
	return first <= Code.Blank || last <= Code.Blank || first === Code.HardBlank || last === Code.HardBlank
		? text.trim()
		: text;
}

function isBlank(code: number): boolean {
	return (
		code === Code.Blank ||
		(code >= Code.Tab && code <= 13 && code !== Code.LineEnd) ||
		code === Code.HardBlank
	);
}
