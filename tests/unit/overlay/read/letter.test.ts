/** Whatever texts stand in a table, they come out to the letter, each row at its place. */
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { csvStream } from '../../../../src/lib/overlay/query/csv';
import { rowsOf, tableOf } from '../made';

interface Row {
	texts: string[];
	longitude: number;
	latitude: number;
}

// Control characters alone make a file one that is no text, and halves of surrogate pairs are none in UTF-8.
const unit = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
	fc.constantFrom(
		...'=+-@\'";,|\t\n\r \u00a0.0123456789eE/:[]{}<>#&',
		'\r\n',
		'NaN',
		'1e5',
		'007',
		'1.50',
		'null'
	)
);
// Lines of a cell that each look like a row of the table are taken for rows (quotes.test.ts): these have no commas.
const text = fc
	.array(unit, { maxLength: 12 })
	.map((units) => units.join(''))
	.map((each) => (/[\r\n]/.test(each) ? each.replaceAll(',', '.') : each));
const degrees = (most: number) =>
	fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((whole) => whole / 1e5);
const tables = fc.integer({ min: 1, max: 4 }).chain((width) =>
	fc.array(
		fc.record({
			texts: fc.array(text, { minLength: width, maxLength: width }),
			longitude: degrees(179),
			latitude: degrees(89)
		}),
		{ minLength: 1, maxLength: 20 }
	)
);

const names = (rows: Row[]) => rows[0]!.texts.map((_, column) => `column ${'abcd'[column]}`);

const asCsv = (rows: Row[], newline: string) =>
	Papa.unparse(
		[
			[...names(rows), 'latitude', 'longitude'],
			...rows.map(({ texts, latitude, longitude }) => [...texts, latitude, longitude])
		],
		{ quotes: true, newline }
	);

const writers: Record<string, (rows: Row[]) => string | Uint8Array> = {
	CSV: (rows) => asCsv(rows, '\r\n'),
	'CSV whose lines end in \\n': (rows) => asCsv(rows, '\n'),
	GeoJSON: (rows) =>
		JSON.stringify({
			type: 'FeatureCollection',
			features: rows.map(({ texts, longitude, latitude }) => ({
				type: 'Feature',
				properties: Object.fromEntries(names(rows).map((name, column) => [name, texts[column]])),
				geometry: { type: 'Point', coordinates: [longitude, latitude] }
			}))
		}),
	XLSX: (rows) => {
		const cells = (each: Row) => [...each.texts, each.latitude, each.longitude];
		const sheet = utils.aoa_to_sheet([[...names(rows), 'latitude', 'longitude'], ...rows.map(cells)]);
		const book = utils.book_new();
		utils.book_append_sheet(book, sheet, 'Sheet');
		return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
	},
	GeoParquet: (rows) => {
		const columns = { geometry: { encoding: 'WKB', geometry_types: ['Point'] } };
		const geo = { version: '1.1.0', primary_column: 'geometry', columns };
		const points = rows.map(({ longitude, latitude }) => ({
			type: 'Point' as const,
			coordinates: [longitude, latitude]
		}));
		const texts = names(rows).map((name, column) => ({
			name,
			type: 'STRING' as const,
			data: rows.map((row) => row.texts[column]!)
		}));
		return new Uint8Array(
			parquetWriteBuffer({
				columnData: [...texts, { name: 'geometry', type: 'GEOMETRY' as const, data: points }],
				kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }]
			})
		);
	}
};

/** What a format itself keeps of a text: a workbook has one kind of line end, and a cell of blanks is an empty one there. */
const kept = (format: string, given: string) =>
	format !== 'XLSX' ? given : given.trim() === '' ? '' : given.replace(/[\r\n]+/g, '\n');

describe.each(Object.keys(writers))('a table of any texts as %s', (format) => {
	it('is read with the same rows, texts and positions, and written and read again', async () => {
		await fc.assert(
			fc.asyncProperty(tables, async (rows) => {
				const check = (table: Awaited<ReturnType<typeof tableOf>>) => {
					const read = rowsOf(table);
					expect(read.map(({ cells }) => names(rows).map((name) => kept(format, cells[name] ?? '')))).toEqual(
						rows.map(({ texts }) => texts.map((each) => kept(format, each)))
					);
					expect(read.map(({ geometry }) => geometry?.type === 'Point' && geometry.coordinates)).toEqual(
						rows.map(({ longitude, latitude }) => [longitude, latitude])
					);
				};
				const table = await tableOf(writers[format]!(rows));
				check(table);
				const all = Uint32Array.from({ length: table.rows }, (_, row) => row);
				check(await tableOf(new Uint8Array(await new Response(csvStream(table, all)).arrayBuffer())));
			}),
			{ numRuns: 100 }
		);
	});
});
