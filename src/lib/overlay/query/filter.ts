/** Masks of the rows of a table, their order in a column, and counts of values and days. */
import { noDay } from '../../base/days';
import { firstDay, lastDay, type CodedColumn, type Column, type NumberColumn, type Table } from '../table';
import { cellText } from '../cells';
import { foldText } from '../../base/foldText';
import { lastKey, sortedIndexes, sortedIndexesOfNumbers, ranksOf } from './sort';
import type { Steps } from '../../base/steps';

export interface MaskFilter {
	/** Codes that are turned off, in a coded column. */
	off?: { column: CodedColumn; codes: Iterable<number> }[];
	/** Days since 1970-01-01, both included. A row without a date is in no window. */
	window?: { from: number; to: number } | null;
	/** Rows that a search found. */
	found?: Uint8Array | null;
}

/** A mask of one byte for each row: 1 where it passes all that the filter asks. */
export function maskOf(table: Table, { off = [], window = null, found = null }: MaskFilter): Uint8Array {
	const mask = found ? found.slice() : new Uint8Array(table.rows).fill(1);
	for (const { column, codes } of off) {
		const hidden = new Uint8Array(column.values.length);
		for (const code of codes) hidden[code] = 1;
		for (let row = 0; row < table.rows; row++) if (hidden[column.codes[row]!]) mask[row] = 0;
	}
	const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
	if (window && dates?.kind === 'date') {
		const { from, to } = dates;
		for (let row = 0; row < table.rows; row++) {
			if (from[row] === noDay || from[row]! > window.to || to[row]! < window.from) mask[row] = 0;
		}
	}
	return mask;
}

/**
 * The rows of a mask that are outside a window, in two: those that end before it and those that begin after it. Rows
 * without a date are in neither.
 */
export function outsideOf(table: Table, window: { from: number; to: number }, found: Uint8Array | null) {
	const [before, after] = [new Uint8Array(table.rows), new Uint8Array(table.rows)];
	const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
	if (dates?.kind === 'date') {
		const { from, to } = dates;
		for (let row = 0; row < table.rows; row++) {
			if (from[row] === noDay || (found && !found[row])) continue;
			if (to[row]! < window.from) before[row] = 1;
			else if (from[row]! > window.to) after[row] = 1;
		}
	}
	return [before, after];
}

/** How many rows a mask has. */
export function countOf(mask: Uint8Array): number {
	let count = 0;
	for (const shown of mask) count += shown;
	return count;
}

/** The numbers of the rows of a mask, in order. */
export function rowsOf(mask: Uint8Array): Uint32Array<ArrayBuffer> {
	const rows = new Uint32Array(countOf(mask));
	let at = 0;
	for (let row = 0; row < mask.length; row++) if (mask[row]) rows[at++] = row;
	return rows;
}

/** Key of a row that has no value. */
const none = lastKey;
/** Texts that are folded between two pauses. */
const stride = 1 << 12;

/**
 * Rows sorted by a column; those without a value come last either way, and equals stay in the order of the table.
 * Texts are compared folded, by UTF-16 code units. Yields now and then, so that something else may be done meanwhile.
 */
export function* sortedRows(
	rows: Uint32Array,
	column: Column,
	isDescending = false
): Steps<Uint32Array<ArrayBuffer>> {
	const order = yield* indexesSortedBy(column, rows, isDescending);
	return order.map((index) => rows[index]!);
}

function* indexesSortedBy(
	column: Column,
	rows: Uint32Array,
	isDescending: boolean
): Steps<Uint32Array<ArrayBuffer>> {
	if (column.kind === 'number') {
		const sign = isDescending ? -1 : 1;
		return yield* sortedIndexesOfNumbers(Float64Array.from(rows).map((row) => sign * column.values[row]!));
	}
	const keys = yield* keysOf(column, rows);
	return sortedIndexes(isDescending ? keys.map((key) => (key === none ? none : none - 1 - key)) : keys);
}

/** A whole number for each row by which it is sorted. */
function* keysOf(column: Exclude<Column, NumberColumn>, rows: Uint32Array): Steps<Uint32Array> {
	switch (column.kind) {
		case 'date':
			return rows.map((row) => {
				const day = column.from[row]!;
				return day === noDay ? none : day - firstDay;
			});
		case 'coded': {
			const keys = yield* keysOfTexts(column.values.length, (code) => column.values[code]!);
			return rows.map((row) => keys[column.codes[row]!]!);
		}
		case 'text':
			return yield* keysOfTexts(rows.length, (index) => cellText(column, rows[index]!));
	}
}

function* keysOfTexts(count: number, text: (index: number) => string): Steps<Uint32Array> {
	const folded: string[] = [];
	for (let index = 0; index < count; index++) {
		folded.push(foldText(text(index)));
		if (index % stride === stride - 1) yield;
	}
	const ranks = yield* ranksOf(folded);
	return ranks.map((rank, index) => (folded[index] === '' ? none : rank));
}

export interface ValueCount {
	code: number;
	value: string;
	count: number;
}

/** The values of a coded column with the number of their rows, most first; those that no row has are left out. */
export function valueCounts(column: CodedColumn, mask: Uint8Array | null = null): ValueCount[] {
	const counts = new Uint32Array(column.values.length);
	for (let row = 0; row < column.codes.length; row++) if (!mask || mask[row]) counts[column.codes[row]!]!++;
	return column.values
		.map((value, code) => ({ code, value, count: counts[code]! }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || a.code - b.code);
}

/** Names of columns that hold colours; the last three are those of simplestyle-spec 1.1, the marker's first. */
const colourNames = ['colour', 'color', 'marker-color', 'fill', 'stroke'];

/** The column in which the file writes colours, by its name; null where it has none. */
export function colourColumnOf(columns: readonly { name: string }[]): number | null {
	const names = columns.map(({ name }) => name.trim().toLowerCase());
	const found = colourNames.map((name) => names.indexOf(name)).find((column) => column >= 0);
	return found ?? null;
}

/**
 * By code, the colour that all rows of a value agree on that have one, as the file writes it; null where they do not.
 */
export function writtenColours(table: Table, { codes, values }: CodedColumn): (string | null)[] {
	const colours = new Array<string | null>(values.length).fill(null);
	const number = colourColumnOf(table.columns);
	if (number === null) return colours;
	const column = table.columns[number]!;
	const isContested = new Uint8Array(values.length);
	for (let row = 0; row < table.rows; row++) {
		const code = codes[row]!;
		if (isContested[code]) continue;
		const text = cellText(column, row);
		if (text === '') continue;
		if (colours[code] === null) colours[code] = text;
		else if (colours[code] !== text) isContested[code] = 1;
	}
	return colours.map((text, code) => (isContested[code] ? null : text));
}

/**
 * Any column as codes, so that rows can be coloured and toggled by it; null where it has more than `most` distinct
 * values.
 */
export function codedBy(column: Column, rows: number, most = 1000): CodedColumn | null {
	if (column.kind === 'coded') return column.values.length - 1 <= most ? column : null;
	const values = [''];
	const lookup = new Map([['', 0]]);
	const codes = new Uint16Array(rows);
	for (let row = 0; row < rows; row++) {
		const text = cellText(column, row);
		let code = lookup.get(text);
		if (code === undefined) {
			if (values.length > most) return null;
			lookup.set(text, (code = values.push(text) - 1));
		}
		codes[row] = code;
	}
	return { kind: 'coded', name: column.name, codes, values };
}

/** First day of all rows and the last on which one is, and how many rows begin in each of so many equal parts of the time between; null
 * without dates. */
export function datesOverTime(table: Table, parts: number) {
	const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
	if (dates?.kind !== 'date') return null;
	const { from, to } = dates;
	let [first, last] = [Infinity, -Infinity];
	for (let row = 0; row < table.rows; row++) {
		const day = from[row]!;
		// Neither no day nor an open beginning.
		if (day <= noDay + 1) continue;
		if (day < first) first = day;
		// What goes on without an end begins at least.
		const end = to[row] === lastDay ? day : to[row]!;
		if (end > last) last = end;
	}
	if (first > last) return null;
	const counts = new Uint32Array(parts);
	const length = (last - first + 1) / parts;
	for (let row = 0; row < table.rows; row++) {
		const day = from[row]!;
		if (day >= first) counts[Math.floor((day - first) / length)]!++;
	}
	return { first, last, counts };
}

/** Degrees that hold all rows: west, south, east, north; null where none is placed. */
export function boundsOf(table: Table): [number, number, number, number] | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let row = 0; row < table.rows; row++) {
		const [x, y] = [table.longitude[row]!, table.latitude[row]!];
		if (x < west) west = x;
		if (x > east) east = x;
		if (y < south) south = y;
		if (y > north) north = y;
	}
	return west <= east ? [west, south, east, north] : null;
}
