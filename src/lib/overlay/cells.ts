/** The cells of a table as text: how rows are read again, shown and exported. */
import { isoOfDay, noDay } from '../base/days';
import { firstDay, lastDay, type Column, type DateColumn, type NumberColumn, type Table } from './table';

const decoder = new TextDecoder();

/** What stands in a row of a column; '' where there is nothing. Dates that the file writes otherwise come as written. */
export function cellText(column: Column, row: number): string {
	switch (column.kind) {
		case 'coded':
			return column.values[column.codes[row]!] ?? '';
		case 'text': {
			const start = row === 0 ? 0 : column.ends[row - 1]!;
			const end = column.ends[row]!;
			return start === end ? '' : decoder.decode(column.bytes.subarray(start, end));
		}
		case 'number':
			return numberText(column, row);
		case 'date':
			return column.written ? cellText(column.written, row) : daysText(column, row);
	}
}

/** A number as the file writes it. */
function numberText({ values, decimals, written }: NumberColumn, row: number): string {
	const value = values[row]!;
	if (Number.isNaN(value)) return '';
	if (decimals !== undefined) return value.toFixed(decimals);
	const at = written ? indexIn(written.rows, row) : -1;
	return at < 0 ? String(value) : cellText(written!.texts, at);
}

/** Where a number is in numbers that grow; -1 where it is not. */
function indexIn(numbers: Uint32Array, wanted: number): number {
	let [low, high] = [0, numbers.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = numbers[middle]!;
		if (found === wanted) return middle;
		if (found < wanted) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

/** The days of a row in EDTF: 2015-09-24, 2015-09-01/2015-09-30, ../2015-09-24. */
export function daysText({ from, to }: DateColumn, row: number): string {
	const [first, last] = [from[row]!, to[row]!];
	if (first === noDay) return '';
	if (first === last) return isoOfDay(first);
	return `${first === firstDay ? '..' : isoOfDay(first)}/${last === lastDay ? '..' : isoOfDay(last)}`;
}

/** Rows that stand nowhere on the map, as row numbers in order. */
export function unplacedRows(table: Table): Uint32Array {
	const rows = new Uint32Array(table.rows);
	let count = 0;
	for (let row = 0; row < table.rows; row++) if (Number.isNaN(table.longitude[row])) rows[count++] = row;
	return rows.slice(0, count);
}

/** All buffers of a table, each once: what is handed over when it goes to another thread. */
export function buffersOf(table: Table): ArrayBuffer[] {
	const { longitude, latitude, radius, origin, shapes } = table;
	const arrays: ArrayBufferView[] = [longitude, latitude, origin, ...Object.values(shapes)];
	if (radius) arrays.push(radius);
	const add = (column: Column) => {
		if (column.kind === 'coded') arrays.push(column.codes);
		else if (column.kind === 'text') arrays.push(column.bytes, column.ends);
		else if (column.kind === 'number') {
			arrays.push(column.values);
			if (column.written) {
				arrays.push(column.written.rows);
				add(column.written.texts);
			}
		} else {
			arrays.push(column.from, column.to);
			if (column.written) add(column.written);
		}
	};
	table.columns.forEach(add);
	return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
