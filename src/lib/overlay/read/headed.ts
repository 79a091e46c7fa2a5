/** Rows of cells as a table: what stands above it, and whether its first row names the columns. */
import { asBefore } from '../../export/formats/csvText';
import { rankOf } from './columnNames';
import { parseAngle, parseMgrs, parsePair } from './coordinates';
import { parseDays } from './days';
import type { TopChoices } from './form';
import { decimal, shortText } from './numbers';
import { isOurs, linksOf } from './ours';
import { beginningOf, type Problems } from './problem';
import type { Rows } from './rows';
import { looksLikeShape } from './shapeText';

/** How the table begins. */
export interface Top {
	header: boolean;
	firstLine: number;
}

/** A row with its line in the file, or its row in a sheet. */
type Lined = [cells: string[], line: number];

/** Puts rows of cells where they belong, once it is known of the first what they are. */
export class HeadedRows {
	/** The first rows, until it is known what they are. */
	private first: Lined[] | null = [];
	private top: Top;
	private isOurs = false;

	constructor(
		private readonly rows: Rows,
		private readonly problems: Problems,
		private readonly choices: TopChoices,
		line: number,
		/** Columns that have the addresses behind the cells of the column before them. */
		private readonly links: ReadonlySet<number> = new Set()
	) {
		this.top = { header: choices.header ?? false, firstLine: line };
	}

	row(cells: string[], line: number): void {
		if (cells.every((cell) => cell === '')) return;
		if (!this.first) this.add(cells, line);
		else if (this.first.push([cells, line]) >= mostFirst(this.choices)) this.begin();
	}

	end(): Top {
		this.begin();
		return this.top;
	}

	private begin(): void {
		const { first, rows } = this;
		this.first = null;
		if (!first) return;
		const { titles, hasHeader, tags } = partsOf(first, this.choices);
		for (const [cells, line] of first.splice(0, titles))
			this.problems.add('title', { origin: line, found: titleOf(cells) });
		const [top] = first;
		if (!top) return;
		this.top = { header: hasHeader, firstLine: top[1] };
		const names = top[0].map((cell) => (hasHeader ? cell.trim() : ''));
		for (const index of this.links) names[index] = linksOf(names[index - 1] || String(index));
		rows.header(names, top[1]);
		if (hasHeader) first.shift();
		if (tags === 'header') rows.tags = top[0];
		else if (tags === 'below') rows.tags = first.shift()![0].map((cell) => cell.trim().toLowerCase());
		this.isOurs = hasHeader && isOurs(top[0]);
		for (const [cells, line] of first) this.add(cells, line);
	}

	/** What we wrote has an apostrophe before what a spreadsheet would run; it is none of the text. */
	private add(cells: string[], line: number): void {
		this.rows.addCells(this.isOurs ? cells.map(asBefore) : cells, line);
	}
}

/** How many of the first rows of a table, of which `firstRows` are looked at, are none of its rows. */
export function countTop(rows: readonly Lined[]): number {
	const { titles, hasHeader, tags } = partsOf(rows.slice(0, firstRows), {});
	return titles + (hasHeader ? 1 : 0) + (tags === 'below' ? 1 : 0);
}

/** As many rows are looked at before it is known what they are; all that stand above a line that was chosen. */
const mostFirst = ({ firstLine = 0 }: TopChoices) => Math.max(firstRows, Math.min(firstLine, mostTitles) + 1);

/** How many of the first rows are titles, whether the next names the columns, and where HXL tags stand. */
function partsOf(
	rows: readonly Lined[],
	{ header, firstLine }: TopChoices
): { titles: number; hasHeader: boolean; tags: 'header' | 'below' | null } {
	const guessed = header === false ? 0 : titlesOf(rows.map(([cells]) => cells));
	const above = firstLine === undefined ? guessed : rows.filter(([, line]) => line < firstLine).length;
	// A line beyond the end of the file leaves it whole.
	const titles = above < rows.length ? above : 0;
	const [top, ...others] = rows.slice(titles).map(([cells]) => cells);
	if (!top) return { titles, hasHeader: false, tags: null };
	const hasHeader = header ?? isHeader(top, others);
	if (hasHeader && isTags(top)) return { titles, hasHeader, tags: 'header' };
	const below = hasHeader ? others[0] : top;
	return { titles, hasHeader, tags: below && isTags(below) ? 'below' : null };
}

/** Rows above which a header is looked for, and the farthest line at which the reader may say that a table begins. */
export const firstRows = 30;
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
