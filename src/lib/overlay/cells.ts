/** The cells of a table as text: how rows are read again, shown and exported. */
import { isoOfDay } from '../base/days';
import { firstDay, lastDay, noDay, type Column, type DateColumn, type Table } from './table';

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
		case 'number': {
			const value = column.values[row]!;
			return Number.isNaN(value) ? '' : String(value);
		}
		case 'date':
			return column.written ? cellText(column.written, row) : daysText(column, row);
	}
}

/** The days of a row in EDTF: 2015-09-24, 2015-09-01/2015-09-30, ../2015-09-24. */
function daysText({ from, to }: DateColumn, row: number): string {
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
	const { longitude, latitude, origin, shapes } = table;
	const arrays: ArrayBufferView[] = [longitude, latitude, origin, ...Object.values(shapes)];
	const add = (column: Column) => {
		if (column.kind === 'coded') arrays.push(column.codes);
		else if (column.kind === 'text') arrays.push(column.bytes, column.ends);
		else if (column.kind === 'number') arrays.push(column.values);
		else {
			arrays.push(column.from, column.to);
			if (column.written) add(column.written);
		}
	};
	table.columns.forEach(add);
	return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
