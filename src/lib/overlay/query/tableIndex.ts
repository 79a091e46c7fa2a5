/**
 * Answers all questions about one table: the map's tiles, how many rows pass a filter, pages of sorted rows, one row,
 * CSV. It runs in a worker; everything in and out is plain data.
 */
import type { MarkTile } from '../../base/markTile';
import { cellText, unplacedRows } from '../cells';
import type { CodedColumn, Column, ColumnRoles, Table } from '../table';
import { csvStream } from './csv';
import {
	boundsOf,
	codedBy,
	countOf,
	datesOverTime,
	maskOf,
	outsideOf,
	rowsOf,
	sortedRows,
	valueCounts,
	writtenColours,
	type ValueCount
} from './filter';
import { actorsOf, type TileChoices } from './points';
import { Search } from './search';
import type { Names } from './terms';
import { withPauses } from '../../base/steps';
import { Tiles, type CutChoices } from './tiles';

/** Which rows are shown. */
export interface RowFilter {
	/** Values of the colouring column that are turned off, by code. */
	off: number[];
	/** Days since 1970-01-01, both included. */
	window: { from: number; to: number } | null;
	query: string;
	/** Other names for what the query may name. */
	names?: Names;
}

export interface Summary {
	rows: number;
	placed: number;
	hasShapes: boolean;
	/** Degrees: west, south, east, north. */
	bounds: [number, number, number, number] | null;
	columns: { name: string; kind: Column['kind'] }[];
	roles: ColumnRoles;
	/**
	 * The column that rows are told apart by, with the rows of each value, and by code the colour that the file itself
	 * writes for a value, as text; null where there is none.
	 */
	colour: { column: number; name: string; values: ValueCount[]; written: (string | null)[] } | null;
	/** First and last day, and the rows on each part of the time between. */
	time: { first: number; last: number; counts: Uint32Array } | null;
}

/** What is shown: how many rows, and how many of each value there are or would be if it were not turned off. */
export interface ShownCount {
	rows: number;
	values: ValueCount[];
	/** Whether a mark of any tile so far stood for several rows, which may be inside a window and outside it. */
	hasMerged: boolean;
}

/** Rows that share a mark or a place: how many, and the first of them. */
export interface RowGroup {
	count: number;
	rows: Row[];
}

export interface Row {
	row: number;
	/** Its line or number in the file. */
	origin: number;
	/** Longitude and latitude in degrees, or null. */
	place: [number, number] | null;
	/** How far from there it may be, in metres, as the file says it. */
	radius: number | null;
	cells: string[];
}

export interface TileRequest extends Omit<TileChoices, 'mask'> {
	isExact?: boolean;
}

const timeParts = 120;

export class TableIndex {
	private colour: CodedColumn | null;
	/** Number of the column above. */
	private coloured: number | null;
	private tiles: Tiles;
	private readonly search: Search;
	/** Rows that the search found; null where there is no search. */
	private found: Uint8Array | null = null;
	private mask: Uint8Array;
	/** Rows that the search found and that are in the window, whatever is turned off; null for all. */
	private inTime: Uint8Array | null = null;
	/** Rows that the search found and that are outside the window, before it and after it. */
	private outside: Uint8Array[] = [];
	private hasMerged = false;
	/** Rows that are shown, sorted; null until they are asked for, since sorting takes long. */
	private sorted: Uint32Array | null = null;
	/** All rows, sorted; null where so few are shown that sorting all would not pay. */
	private allSorted: Uint32Array | null = null;
	private sorting: { column: number; isDescending: boolean } | null = null;
	/** The sorting that is under way, which all who ask meanwhile wait for. */
	private sortingRows: Promise<Uint32Array> | null = null;

	/** @param pause awaited now and then by long work, so that other questions are answered meanwhile */
	constructor(
		private readonly table: Table,
		private readonly pause: () => Promise<void> = () => Promise.resolve()
	) {
		this.colour = actorsOf(table);
		this.coloured = this.colour && table.roles.actor;
		this.tiles = new Tiles(table, this.colour);
		this.search = new Search(table);
		this.mask = new Uint8Array(table.rows).fill(1);
	}

	summary(): Summary {
		const { table, colour } = this;
		return {
			rows: table.rows,
			placed: this.tiles.points.size,
			hasShapes: table.shapes.rows.length > 0,
			bounds: boundsOf(table),
			columns: table.columns.map(({ name, kind }) => ({ name, kind })),
			roles: table.roles,
			colour: colour && {
				column: this.coloured!,
				name: colour.name,
				values: valueCounts(colour),
				written: writtenColours(table, colour)
			},
			time: datesOverTime(table, timeParts)
		};
	}

	/** Tells rows apart by another column, or by none. Gives back whether the column has few enough values for it. */
	colourBy(column: number | null): boolean {
		const chosen = column === null ? null : this.table.columns[column];
		const colour = chosen ? codedBy(chosen, this.table.rows) : null;
		if (chosen && !colour) return false;
		this.colour = colour;
		this.coloured = column;
		this.tiles = new Tiles(this.table, colour);
		return true;
	}

	/**
	 * The marks of a tile of the map, without the rows that a search did not find. The map itself hides values that are
	 * turned off, since each value has its own marks, and marks outside the window. With `isExact` no mark stands for rows
	 * inside the window and outside it, so that each counts only rows that are in it.
	 */
	marks(zoom: number, column: number, row: number, choices: TileRequest = {}): MarkTile | null {
		const { isExact, ...thinning } = choices;
		const marks = this.tiles.marks(zoom, column, row, { ...thinning, ...this.cutRows(isExact) });
		this.hasMerged ||= marks?.count.some((count) => count > 1) ?? false;
		return marks;
	}

	/** The lines and areas of a tile, as a vector tile, of the rows that `marks` has. */
	shapes(
		zoom: number,
		column: number,
		row: number,
		{ isExact }: Pick<TileRequest, 'isExact'> = {}
	): Uint8Array<ArrayBuffer> | null {
		return this.tiles.shapesOf(zoom, column, row, this.cutRows(isExact));
	}

	/** Changes which rows are shown. `pause` is awaited now and then; where it throws all stays as it was. */
	async filter({ off, window, query, names }: RowFilter, pause: () => Promise<void>): Promise<ShownCount> {
		this.found = await withPauses(this.search.find(query, names), pause);
		this.outside = window ? outsideOf(this.table, window, this.found) : [];
		this.inTime = window ? maskOf(this.table, { window, found: this.found }) : this.found;
		const untoggled = maskOf(this.table, { found: this.inTime });
		const hidden = this.colour && off.length > 0 ? [{ column: this.colour, codes: off }] : [];
		this.mask = hidden.length > 0 ? maskOf(this.table, { off: hidden, found: untoggled }) : untoggled;
		this.sorted = null;
		return {
			rows: countOf(this.mask),
			values: this.colour ? valueCounts(this.colour, untoggled) : [],
			hasMerged: this.hasMerged
		};
	}

	/** Sorts the rows that are shown; by null as they stand in the file. */
	sort(column: number | null, isDescending = false): void {
		this.sorting = column === null ? null : { column, isDescending };
		this.allSorted = this.sorted = null;
	}

	/** A part of the rows that are shown, in their order. */
	async page(start: number, end: number): Promise<Row[]> {
		return Array.from((await this.sortedShown()).subarray(start, end), (row) => this.row(row));
	}

	row(row: number): Row {
		const { longitude, latitude, radius, columns, origin } = this.table;
		const [x, y] = [longitude[row]!, latitude[row]!];
		return {
			row,
			origin: origin[row]!,
			place: Number.isNaN(x) ? null : [x, y],
			radius: radius?.[row] ? radius[row] : null,
			cells: columns.map((column) => cellText(column, row))
		};
	}

	/**
	 * The rows that are shown and that a mark stands for: those of its value in its cell. For a mark of one row, where
	 * `degrees` is 0, those that stand exactly where it stands, whatever their value.
	 * @param degrees side of the cell, in degrees of longitude
	 */
	group(row: number, degrees: number, most = 50): RowGroup {
		const { longitude, latitude } = this.table;
		const { points } = this.tiles;
		const rows =
			degrees > 0
				? points.inCell(row, degrees, this.mask)
				: points
						.near(longitude[row]!, latitude[row]!, 1e-7, this.mask)
						.filter((other) => longitude[other] === longitude[row] && latitude[other] === latitude[row]);
		return { count: rows.length, rows: Array.from(rows.subarray(0, most), (other) => this.row(other)) };
	}

	/** The rows that are shown as CSV, in their order. */
	async csv(citation = ''): Promise<Blob> {
		return new Response(csvStream(this.table, await this.sortedShown(), citation), {
			headers: { 'content-type': 'text/csv' }
		}).blob();
	}

	/** The first rows that could not be placed. */
	unplaced(most: number): Row[] {
		return Array.from(unplacedRows(this.table).subarray(0, most), (row) => this.row(row));
	}

	/** What stands in a column in rows that could not be placed, each text once, the most frequent first. */
	unplacedTexts(column: number, most: number): { text: string; rows: number }[] {
		const counts = new Map<string, number>();
		for (const row of unplacedRows(this.table)) {
			const text = cellText(this.table.columns[column]!, row);
			if (text !== '' && (counts.size < most || counts.has(text)))
				counts.set(text, (counts.get(text) ?? 0) + 1);
		}
		return [...counts].sort(([, a], [, b]) => b - a).map(([text, rows]) => ({ text, rows }));
	}

	/** Rows that could not be placed as CSV. */
	unplacedCsv(): Promise<Blob> {
		const stream = csvStream(this.table, unplacedRows(this.table));
		return new Response(stream, { headers: { 'content-type': 'text/csv' } }).blob();
	}

	private cutRows(isExact = false): Pick<CutChoices, 'mask' | 'apart'> {
		return isExact ? { mask: this.inTime, apart: this.outside } : { mask: this.found };
	}

	private sortedShown(): Promise<Uint32Array> {
		if (this.sorted) return Promise.resolve(this.sorted);
		return (this.sortingRows ??= this.sortShown().finally(() => (this.sortingRows = null)));
	}

	/** Sorts the rows that are shown; begins again where they, or how they are sorted, changed meanwhile. */
	private async sortShown(): Promise<Uint32Array> {
		for (;;) {
			const { mask, sorting } = this;
			const rows = rowsOf(mask);
			const column = sorting && this.table.columns[sorting.column];
			if (!column) return (this.sorted = rows);
			const sort = (some: Uint32Array) =>
				withPauses(sortedRows(some, column, sorting.isDescending), this.pause);
			// Where many are shown all are sorted once: a toggle then only leaves rows out or puts them back.
			const isForAll = this.allSorted !== null || rows.length > this.table.rows / 8;
			const sorted =
				this.allSorted ?? (await sort(isForAll ? new Uint32Array(mask.length).map((_, row) => row) : rows));
			if (sorting !== this.sorting) continue;
			if (isForAll) this.allSorted = sorted;
			else if (mask !== this.mask) continue;
			return (this.sorted = isForAll ? sorted.filter((row) => this.mask[row]) : sorted);
		}
	}
}
