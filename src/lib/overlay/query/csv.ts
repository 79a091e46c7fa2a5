/** Rows of a table as CSV again. */
import { writeCsv, type Cell } from '../../export/formats/csvText';
import { wktOf } from '../../export/formats/wkt';
import { cellText, daysText } from '../cells';
import { added } from '../read/ours';
import { geometriesOf } from '../shapes';
import type { Table } from '../table';

const rowsAtOnce = 5000;

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark, by which Excel knows it) as a stream that is written as it is
 * read. All fields of the file, and what they were read as: the degrees at which a row is drawn, its line or area, how
 * far from there it may be, and its days, each where a row has one. Read again they mean the same, whatever was
 * corrected. No cell is run as a formula.
 * @param citation whose data it is: a column of its own, so that it stays with the rows
 */
export function csvStream(
	table: Table,
	rows: Uint32Array,
	citation = ''
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	const own: string[] = Object.values(added);
	// What an earlier export added is written anew.
	const columns = table.columns.filter(({ name }) => !own.includes(name));
	const meanings = meaningsOf(table);
	if (citation !== '') meanings.push({ name: added.citation, cell: () => citation });
	const names = [...columns.map(({ name }) => name), ...meanings.map(({ name }) => name)];
	let at = 0;
	return new ReadableStream(
		{
			start(controller) {
				controller.enqueue(encoder.encode(`\ufeff${writeCsv([names])}`));
			},
			pull(controller) {
				const lines = Array.from(rows.subarray(at, at + rowsAtOnce), (row) => [
					...columns.map((column) => cellText(column, row)),
					...meanings.map(({ cell }) => cell(row))
				]);
				at += rowsAtOnce;
				if (lines.length > 0) controller.enqueue(encoder.encode(writeCsv(lines)));
				if (at >= rows.length) controller.close();
			}
		},
		{ highWaterMark: 1 }
	);
}

/** The columns of what a row was read as. */
function meaningsOf(table: Table): { name: string; cell: (row: number) => Cell }[] {
	const { longitude, latitude, radius, shapes, columns, roles } = table;
	const filled = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
	const found: { name: string; cell: (row: number) => Cell }[] = [
		{ name: added.longitude, cell: (row) => filled(longitude[row]) },
		{ name: added.latitude, cell: (row) => filled(latitude[row]) }
	];
	if (shapes.rows.length > 0) {
		const geometries = new Map(geometriesOf(shapes));
		const cell = (row: number) => {
			const [x, y] = [longitude[row]!, latitude[row]!];
			const point = { type: 'Point' as const, coordinates: [x, y] };
			return Number.isNaN(x) ? null : wktOf(geometries.get(row) ?? point);
		};
		found.push({ name: added.geometry, cell });
	}
	// A float of 32 bits has no more digits than these.
	const metres = (value: number | null) => (value === null ? null : Number(value.toPrecision(7)));
	if (radius?.some((value) => value > 0))
		found.push({ name: added.radius, cell: (row) => metres(filled(radius[row])) });
	const dates = roles.date === null ? undefined : columns[roles.date];
	if (dates?.kind === 'date' && (dates.written || dates.name === added.date))
		found.push({ name: added.date, cell: (row) => daysText(dates, row) });
	return found;
}
