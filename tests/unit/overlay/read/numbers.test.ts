/** Numbers are kept as the file writes them, in cells, filters and exports, and are numbers beside it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buffersOf } from '../../../../src/lib/overlay/cells';
import { csvStream } from '../../../../src/lib/overlay/query/csv';
import { codedBy } from '../../../../src/lib/overlay/query/filter';
import { TableIndex } from '../../../../src/lib/overlay/query/tableIndex';
import { RawColumn } from '../../../../src/lib/overlay/read/column';
import { isShortest } from '../../../../src/lib/overlay/read/numbers';
import { assertTable } from '../../../../src/lib/overlay/tableCheck';
import { cellsOf, placesOf, tableOf } from '../made';
import { cellText } from '../../../../src/lib/overlay/cells';

const written = [
	'170.10',
	'1e5',
	'3.1',
	'3.10',
	'-0',
	'-0.50',
	'0.0000001',
	'100000',
	'36.12345678901234567',
	'7'
];
const csv = `name,lat,lon,n\n${written.map((text, at) => `r${at},36.20,37.10,${text}\n`).join('')}`;

async function exported(text: string): Promise<string> {
	const table = await tableOf(text);
	return new Response(
		csvStream(
			table,
			Uint32Array.from({ length: table.rows }, (_, row) => row)
		)
	).text();
}

describe('numbers in cells', () => {
	it('are as the file writes them', async () => {
		const table = await tableOf(csv);
		expect(table.columns.map(({ kind }) => kind)).toEqual(['coded', 'number', 'number', 'number']);
		expect(cellsOf(table).map((cells) => cells[3])).toEqual(written);
		expect(cellsOf(table)[0]).toEqual(['r0', '36.20', '37.10', '170.10']);
		expect(placesOf(table)[0]).toEqual([37.1, 36.2]);
	});

	it('are so where there are many rows and many texts', async () => {
		const texts = Array.from({ length: 5000 }, (_, row) => (row / 8).toFixed(1 + (row % 3)));
		const even = texts.map((_, row) => (row / 7).toFixed(6));
		const table = await tableOf(
			`lat,lon,a,b\n${texts.map((text, row) => `36,37,${text},${even[row]}\n`).join('')}`
		);
		expect(table.columns.slice(2).map(({ kind }) => kind)).toEqual(['number', 'number']);
		expect(cellsOf(table).map((cells) => cells[2])).toEqual(texts);
		expect(cellsOf(table).map((cells) => cells[3])).toEqual(even);
		// As many decimals everywhere cost nothing.
		expect(table.columns[3]).toMatchObject({ decimals: 6 });
		expect(table.columns[3]).not.toHaveProperty('written');
		expect(table.columns[2]).toHaveProperty('written');
		expect(() => assertTable(structuredClone(table, { transfer: buffersOf(table) }))).not.toThrow();
	});

	it('differ in filters where their texts do', async () => {
		const table = await tableOf(csv);
		expect(codedBy(table.columns[3]!, table.rows)!.values.slice(1)).toEqual(written);
	});

	it('are found by their text, and sorted by their number', async () => {
		const index = new TableIndex(await tableOf(csv));
		const find = (query: string) => index.filter({ off: [], window: null, query }, () => Promise.resolve());
		expect((await find('170.10')).rows).toBe(1);
		expect((await find('1e5')).rows).toBe(1);
		await find('');
		index.sort(3, true);
		expect((await index.page(0, 3)).map(({ cells }) => cells[3])).toEqual(['1e5', '100000', '170.10']);
	});

	it('are exported so, and read back', async () => {
		const text = await exported(csv);
		for (const [at, number] of written.entries()) expect(text).toContain(`r${at},36.20,37.10,${number},`);
		const again = await tableOf(text);
		expect(cellsOf(again).map((cells) => cells.slice(0, 4))).toEqual(cellsOf(await tableOf(csv)));
	});

	it('are as JSON writes them', async () => {
		const rows = written.map((text, at) => `{"name":"r${at}","lat":36.20,"lon":37.10,"n":${text}}`);
		const list = await tableOf(`[${rows.join(',')}]`);
		expect(cellsOf(list).map((cells) => cells[3])).toEqual(written);
		expect(cellsOf(await tableOf(rows.join('\n'))).map((cells) => cells[3])).toEqual(written);
		const features = written.map(
			(text) =>
				`{"type":"Feature","id":12345678901234567890,"properties":{"n":${text},"all":[1.0,{"a":"\\"2.0"}]},` +
				`"geometry":{"type":"Point","coordinates":[37.10,36.20]}}`
		);
		const table = await tableOf(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
		expect(cellsOf(table)[0]).toEqual(['12345678901234567890', '170.10', '[1.0,{"a":"\\"2.0"}]']);
		expect(cellsOf(table).map((cells) => cells[1])).toEqual(written);
		expect(placesOf(table)[0]).toEqual([37.1, 36.2]);
	});

	it('are as TopoJSON writes them', async () => {
		const table = await tableOf(
			'{"type":"Topology","arcs":[[[36.10,35.0],[37.0,35.0]]],"objects":{"a":{"type":"GeometryCollection",' +
				'"geometries":[{"type":"LineString","arcs":[0],"properties":{"n":1.50}},' +
				'{"type":"Point","coordinates":[37.10,36.20],"properties":{"n":2.0}}]}}}'
		);
		expect(cellsOf(table)).toEqual([['1.50'], ['2.0']]);
		expect(placesOf(table)).toEqual([
			[36.55, 35],
			[37.1, 36.2]
		]);
	});
});

it('any texts of numbers come out as they went in', () => {
	const digits = fc.stringMatching(/^-?(?:0|[1-9]\d{0,6})(?:\.\d{1,9})?(?:e[+-]?\d)?$/);
	fc.assert(
		fc.property(fc.array(fc.oneof(digits, fc.constant('')), { minLength: 1, maxLength: 60 }), (texts) => {
			const column = new RawColumn('n');
			for (const text of texts) column.push(text);
			const finished = column.finish();
			expect(texts.map((_, row) => cellText(finished, row))).toEqual(texts);
		})
	);
	fc.assert(
		fc.property(digits, (text) => {
			expect(isShortest(text)).toBe(String(Number(text)) === text);
		})
	);
});
