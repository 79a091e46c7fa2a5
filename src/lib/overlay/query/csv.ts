/** Rows of a table as CSV again. */
import { writeCsv } from '../../export/formats/csv';
import { cellText } from '../cells';
import type { Table } from '../table';

const rowsAtOnce = 5000;

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark, by which Excel knows it) as a stream that is written as it is
 * read. All fields of the file, and the degrees at which a row is drawn. No cell is run as a formula.
 */
export function csvStream(table: Table, rows: Uint32Array): ReadableStream<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	const names = table.columns.map(({ name }) => name);
	let at = 0;
	return new ReadableStream(
		{
			start(controller) {
				controller.enqueue(
					encoder.encode(`\ufeff${writeCsv([[...names, 'WGS84_longitude', 'WGS84_latitude']])}`)
				);
			},
			pull(controller) {
				const lines = Array.from(rows.subarray(at, at + rowsAtOnce), (row) => {
					const [longitude, latitude] = [table.longitude[row]!, table.latitude[row]!];
					const isPlaced = !Number.isNaN(longitude);
					const cells = table.columns.map((column) => cellText(column, row));
					return [...cells, isPlaced ? longitude : null, isPlaced ? latitude : null];
				});
				at += rowsAtOnce;
				if (lines.length > 0) controller.enqueue(encoder.encode(writeCsv(lines)));
				if (at >= rows.length) controller.close();
			}
		},
		{ highWaterMark: 1 }
	);
}
