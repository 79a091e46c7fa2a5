/** GeoPackages and other databases of SQLite: their layers, what is in their rows, and what a broken one says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../../../src/lib/overlay/read/read';
import { columnsOf } from '../../../../src/lib/overlay/read/sqlite';
import { cellsOf, placesOf, readText, refusalOf, shapeOf, tableOf, wholeOf } from '../made';

const folder = fileURLToPath(new URL('../../../fixtures/own/', import.meta.url));
const packed = new Uint8Array(readFileSync(join(folder, 'gdal/layers.gpkg.gz')));
const layers = gunzipSync(packed);
const expected = await tableOf(new Uint8Array(readFileSync(join(folder, 'places.csv'))));
const columnOf = (table: typeof expected, name: string) =>
	cellsOf(table).map((cells) => cells[table.columns.findIndex((column) => column.name === name)]);

describe('a GeoPackage', () => {
	it('has layers to choose from, those with shapes first', async () => {
		const { guesses, table, problems } = await wholeOf(layers);
		expect(guesses).toMatchObject({
			format: 'geopackage',
			part: 'places',
			encoding: null,
			projection: 'degrees'
		});
		expect(guesses.parts).toEqual([
			{ name: 'places', kind: 'layer', rows: 10 },
			{ name: 'utm', kind: 'layer', rows: 3 },
			{ name: 'areas', kind: 'layer', rows: 2 },
			{ name: 'notes', kind: 'layer', rows: 10 }
		]);
		expect(placesOf(table)).toEqual(placesOf(expected));
		for (const name of ['name', 'actor', 'date', 'quote'])
			expect(columnOf(table, name).map((text) => text!.replace(/\s+/g, ' '))).toEqual(
				columnOf(expected, name).map((text) => text!.replace(/\s+/g, ' '))
			);
		expect(problems).toEqual([]);
	});

	it('is converted by what it says of its coordinate system, and its long texts are whole', async () => {
		const { guesses, table } = await wholeOf(packed, { part: 'utm' });
		expect(guesses).toMatchObject({ projection: 'EPSG:32637', projectionReason: 'file' });
		expect(placesOf(table)[0]![0]).toBeCloseTo(37.5834, 4);
		expect(columnOf(table, 'name')).toEqual(['Kuweires', 'حميميم', 'Tiyas']);
		expect(columnOf(table, 'fid')).toEqual(['1', '2', '3']);
		expect(columnOf(table, 'seen')).toEqual(['2015-09-24', '2016-01-02', '']);
		// A column that was added when rows were there already.
		const [first, , last] = columnOf(table, 'added');
		expect([first, last!.length, last!.slice(-4)]).toEqual(["it's later", 9000, 'xend']);
	});

	it('may have areas, and tables without shapes', async () => {
		expect(shapeOf(await tableOf(layers, { part: 'areas' }), 0)).toMatchObject({
			type: 'MultiPolygon',
			coordinates: [[{ length: 5 }, { length: 5 }]]
		});
		const notes = await wholeOf(layers, { part: 'notes' });
		expect(notes.guesses.place).toMatchObject({ by: 'pair' });
		expect(placesOf(notes.table)).toEqual(placesOf(expected));
	});

	it.each([0.02, 0.4, 0.7, 0.97])(
		'cut off after %d of it is read as far as it goes, or says why not',
		async (share) => {
			for (const part of ['places', 'utm', 'notes']) {
				const result = await readText(layers.slice(0, Math.floor(layers.length * share)), { part });
				if (result.refusal) expect(result.refusal).toEqual({ reason: 'damaged', detail: 'SQLite' });
				else expect(result.table.rows).toBeGreaterThan(0);
			}
		}
	);

	it('whose pages lead in a circle ends', async () => {
		const size = new DataView(layers.buffer, layers.byteOffset).getUint16(16);
		for (let page = 1; page * size < layers.length; page++) {
			const bytes = layers.slice();
			const at = page * size;
			// An inner page whose last child is itself.
			bytes.set([5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, page + 1], at);
			const result = await readText(bytes);
			expect(result.refusal?.reason ?? 'read').toMatch(/^(?:damaged|read|no-rows)$/);
		}
	});

	it('can be stopped', async () => {
		const stop = new AbortController();
		const reason = new Error('stopped');
		const reading = read(
			new Blob([layers.slice()]),
			{},
			{ signal: stop.signal, onprogress: () => stop.abort(reason) }
		);
		await expect(reading).rejects.toBe(reason);
	});

	it('that is no database says so', async () => {
		expect(await refusalOf('SQLite format 3\0')).toBe('damaged SQLite');
		expect(
			await refusalOf(Uint8Array.from([...layers.slice(0, 100), ...new Array<number>(8000).fill(7)]))
		).toBe('damaged SQLite');
	});
});

describe('what CREATE TABLE names', () => {
	it.each([
		['CREATE TABLE a (b, c)', ['b', 'c'], -1],
		[
			'CREATE TABLE "a b" ("b c" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, `c``d` TEXT, [e f] REAL)',
			['b c', 'c`d', 'e f'],
			0
		],
		["CREATE TABLE a (b TEXT CHECK (b IN ('x, y', 'z')), c DECIMAL(10, 2), PRIMARY KEY (b))", ['b', 'c'], -1],
		['CREATE TABLE a (\n-- a, comment\nb TEXT, /* c, */ d INT)', ['b', 'd'], -1],
		['CREATE TABLE a (b TEXT, "primary" TEXT, CONSTRAINT x UNIQUE (b))', ['b', 'primary'], -1]
	])('%s', (sql, columns, key) => {
		expect(columnsOf(sql)).toMatchObject({ columns, key });
	});

	it('with what older rows have', () => {
		expect(
			columnsOf("CREATE TABLE a (b TEXT DEFAULT 'x', c INT DEFAULT -1, d DEFAULT (1 + 1), e, f DEFAULT 1.5)")
				.defaults
		).toEqual(['x', -1, null, null, 1.5]);
	});
});

const has = spawnSync('ogr2ogr', ['--version']).status === 0;
describe.skipIf(!has)(
	has ? 'the installed GDAL' : 'skipped, since ogr2ogr is not installed (Debian: gdal-bin)',
	() => {
		let written: string;
		beforeAll(() => {
			written = mkdtempSync(join(tmpdir(), 'attested-base-'));
			const rows = Array.from(
				{ length: 5000 },
				// Some texts just fit into a page, and some just don't.
				(_, row) =>
					`${row < 200 ? 'x'.repeat(3900 + row) : `Place ${row}`},${row % 7 ? row * 1.5 : ''},${35 + row / 5000},${36 + (row % 100) / 100}`
			);
			writeFileSync(join(written, 'in.csv'), `name,value,x,y\n${rows.join('\n')}\n`);
		});
		afterAll(() => rmSync(written, { recursive: true }));

		it.each([
			['GPKG', 'out.gpkg', 'in'],
			['SQLite', 'out.sqlite', 'in']
		])('writes %s of many pages, and each row is read', async (format, file, part) => {
			const out = join(written, file);
			const from = join(written, 'in.csv');
			const options =
				format === 'GPKG'
					? ['-oo', 'X_POSSIBLE_NAMES=x', '-oo', 'Y_POSSIBLE_NAMES=y', '-oo', 'KEEP_GEOM_COLUMNS=YES']
					: [];
			execFileSync('ogr2ogr', ['-f', format, out, from, ...options, '-a_srs', 'EPSG:4326'], {
				stdio: 'pipe'
			});
			const choices = format === 'GPKG' ? {} : { part };
			const { table } = await wholeOf(new Uint8Array(readFileSync(out)), choices);
			const plain = await tableOf(new Uint8Array(readFileSync(from)));
			expect(table.rows).toBe(5000);
			expect(columnOf(table, 'name')).toEqual(columnOf(plain, 'name'));
			expect(columnOf(table, 'value')).toEqual(columnOf(plain, 'value'));
			expect(placesOf(table)).toEqual(placesOf(plain));
		});
	}
);
