/** Parquet and GeoParquet: written by DuckDB and hyparquet-writer, read with the same rows, values and places. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	cellsOf,
	placesOf,
	problemsOf,
	readText,
	refusalOf,
	rolesOf,
	rowFields,
	shapeOf,
	tableOf,
	wholeOf
} from '../made';

let folder: string;
let duck: DuckDBConnection;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attested-parquet-'));
	duck = await (await DuckDBInstance.create()).connect();
});
afterAll(() => {
	duck.closeSync();
	rmSync(folder, { recursive: true });
});

let written = 0;
async function byDuck(query: string, options = ''): Promise<Uint8Array> {
	const path = join(folder, `${++written}.parquet`);
	await duck.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
	return new Uint8Array(readFileSync(path));
}

const fieldsOf = async (file: Uint8Array, row = 0) =>
	Object.fromEntries(rowFields(await tableOf(file), row).map(({ name, text }) => [name, text]));

/** Bytes of a point in WKB. */
function point(x: number, y: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(21));
	view.setUint8(0, 1);
	view.setUint32(1, 1, true);
	view.setFloat64(5, x, true);
	view.setFloat64(13, y, true);
	return new Uint8Array(view.buffer);
}

function geoParquet(points: (Uint8Array | null)[], column: object, more: object = {}): Uint8Array {
	const buffer = parquetWriteBuffer({
		columnData: [
			{ name: 'name', type: 'STRING', data: points.map((_, index) => `N${index}`) },
			{ name: 'geometry', type: 'BYTE_ARRAY', data: points }
		],
		kvMetadata: [
			{
				key: 'geo',
				value: JSON.stringify({
					version: '1.1.0',
					primary_column: 'geometry',
					columns: { geometry: { encoding: 'WKB', geometry_types: [], ...column } },
					...more
				})
			}
		]
	});
	return new Uint8Array(buffer);
}

describe('values', () => {
	it('are as exact as the file has them, and read well', async () => {
		const file = await byDuck(`SELECT
			'قاعدة "A"' AS text, 9007199254740993::BIGINT AS long, 18446744073709551615::UBIGINT AS ulong,
			170.10::DECIMAL(9,2) AS price, -0.05::DECIMAL(4,2) AS small, 12345678901234567890.123456789::DECIMAL(38,9) AS wide,
			0.1::DOUBLE AS real, 37.1::FLOAT AS single, true AS flag, NULL::INTEGER AS nothing,
			DATE '2015-09-24' AS day, TIMESTAMP '2015-09-24 10:00:00.5' AS moment, TIMESTAMPTZ '2015-09-24 10:00:00+00' AS instant,
			TIMESTAMP_NS '2015-09-24 10:00:00.000000001' AS nano, TIME '10:30:00' AS clock,
			uuid '7f2c0000-0000-4000-8000-000000000001' AS uuid, '\\xAB\\xCD'::BLOB AS bytes, DATE '0900-01-01' AS old`);
		expect(await fieldsOf(file)).toEqual({
			text: 'قاعدة "A"',
			long: '9007199254740993',
			ulong: '18446744073709551615',
			price: '170.10',
			small: '-0.05',
			wide: '12345678901234567890.123456789',
			real: '0.1',
			single: '37.1',
			flag: 'true',
			day: '2015-09-24',
			moment: '2015-09-24T10:00:00.5',
			instant: '2015-09-24T10:00:00Z',
			nano: '2015-09-24T10:00:00.000000001',
			clock: '10:30:00',
			uuid: '7f2c0000-0000-4000-8000-000000000001',
			bytes: 'abcd',
			old: '0900-01-01'
		});
	});

	it('that are lists, structures and maps are readable', async () => {
		const file =
			await byDuck(`SELECT ['a','b'] AS words, [1,2,3,4]::BIGINT[] AS numbers, {'a': 1, 'b': {'c': DATE '2015-09-24'}} AS thing,
			MAP {'k': 'v'} AS map, [{'a': 1}] AS things, []::VARCHAR[] AS none`);
		expect(await fieldsOf(file)).toMatchObject({
			words: 'a; b',
			numbers: '1; 2; 3; 4',
			thing: '{"a":1,"b":{"c":"2015-09-24"}}',
			map: '{"k":"v"}',
			things: '[{"a":1}]'
		});
	});

	it('that are no numbers are empty and told', async () => {
		const file = await byDuck("SELECT 'nan'::DOUBLE AS a, 'inf'::DOUBLE AS b, 1.5::DOUBLE AS c");
		expect(
			cellsOf(await tableOf(file))
				.flat()
				.filter(Boolean)
		).toEqual(['1.5']);
		expect(await problemsOf(file)).toContain('not-a-number 2');
	});
});

describe('places', () => {
	it('are those of columns where the file has no geometry', async () => {
		const file = await byDuck(
			"SELECT * FROM (VALUES ('A', 36.2, 37.1, 'x', DATE '2015-09-24'), ('B', 35.1, 36.7, 'x', DATE '2015-09-25')) AS t(name, lat, lon, actor, date)"
		);
		const { table, guesses } = await wholeOf(file);
		expect(guesses.format).toBe('parquet');
		expect(placesOf(table)).toEqual([
			[37.1, 36.2],
			[36.7, 35.1]
		]);
		expect(rolesOf(table)).toMatchObject({ name: 'name', actor: 'actor', date: 'date' });
	});

	it('are WKB in a column that nothing says to be geometries', async () => {
		const file = new Uint8Array(
			parquetWriteBuffer({ columnData: [{ name: 'shape', type: 'BYTE_ARRAY', data: [point(37.1, 36.2)] }] })
		);
		expect(placesOf(await tableOf(file))).toEqual([[37.1, 36.2]]);
	});

	const projJson = (authority: string, code: number | string, name = 'x') => ({
		type: 'ProjectedCRS',
		name,
		id: { authority, code }
	});
	it.each([
		['nothing is said', {}, [37.1, 36.2], 'degrees'],
		['degrees', { crs: projJson('OGC', 'CRS84') }, [37.1, 36.2], 'degrees'],
		[
			'degrees of EPSG, longitude first all the same',
			{ crs: projJson('EPSG', 4326) },
			[37.1, 36.2],
			'degrees'
		],
		['zone 37', { crs: projJson('EPSG', 32637) }, [330000, 4010000], 'EPSG:32637'],
		[
			'zone 37 by its name',
			{ crs: { type: 'ProjectedCRS', name: 'WGS 84 / UTM zone 37N' } },
			[330000, 4010000],
			'EPSG:32637'
		],
		['web Mercator', { crs: projJson('EPSG', 3857) }, [4129953, 4330133], 'web-mercator']
	])('of GeoParquet where the system is: %s', async (_, column, [x, y], projection) => {
		const { table, guesses } = await wholeOf(geoParquet([point(x!, y!), null], column));
		expect([guesses.place, guesses.projection]).toEqual([{ by: 'geometry' }, projection]);
		const [at, none] = placesOf(table);
		expect(at![0]).toBeCloseTo(37.1, 1);
		expect(at![1]).toBeCloseTo(36.2, 1);
		expect(none).toBeNull();
	});

	it('of which one is broken cost that row only', async () => {
		const file = geoParquet([point(37.1, 36.2), Uint8Array.of(1, 2, 3), point(36.7, 35.1)], {});
		expect(placesOf(await tableOf(file))).toEqual([[37.1, 36.2], null, [36.7, 35.1]]);
		expect(await problemsOf(file)).toContain('bad-geometry 1');
	});

	it.each([
		['point', "{'x': 37.1, 'y': 36.2}", null],
		['linestring', "[{'x': 36.0, 'y': 35.0}, {'x': 37.0, 'y': 35.0}]", 'LineString'],
		[
			'polygon',
			"[[{'x': 36.0, 'y': 35.0}, {'x': 37.0, 'y': 35.0}, {'x': 37.0, 'y': 36.0}, {'x': 36.0, 'y': 35.0}]]",
			'Polygon'
		],
		['multipoint', "[{'x': 36.0, 'y': 35.0}, {'x': 37.0, 'y': 35.0}]", 'MultiPoint']
	])('are those of GeoArrow: %s', async (encoding, value, type) => {
		const geo = JSON.stringify({
			version: '1.1.0',
			primary_column: 'g',
			columns: { g: { encoding, geometry_types: [] } }
		});
		const file = await byDuck(`SELECT 'A' AS name, ${value} AS g`, `, KV_METADATA {geo: '${geo}'}`);
		const table = await tableOf(file);
		expect(placesOf(table)).not.toContain(null);
		expect(shapeOf(table, 0)?.type ?? null).toBe(type);
	});

	it('have no column for the boxes that they are searched by', async () => {
		const geo = JSON.stringify({
			version: '1.1.0',
			primary_column: 'g',
			columns: {
				g: {
					encoding: 'point',
					geometry_types: [],
					covering: {
						bbox: {
							xmin: ['bbox', 'xmin'],
							ymin: ['bbox', 'ymin'],
							xmax: ['bbox', 'xmax'],
							ymax: ['bbox', 'ymax']
						}
					}
				}
			}
		});
		const file = await byDuck(
			"SELECT 'A' AS name, {'x': 37.1, 'y': 36.2} AS g, {'xmin': 37.1, 'ymin': 36.2, 'xmax': 37.1, 'ymax': 36.2} AS bbox",
			`, KV_METADATA {geo: '${geo}'}`
		);
		expect((await tableOf(file)).columns.map(({ name }) => name)).toEqual(['name']);
	});
});

describe('files', () => {
	const many =
		"SELECT 'N' || range AS name, 36 + range / 10000 AS lat, 37 + range / 10000 AS lon FROM range(5000)";

	it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4', 'lz4_raw'])(
		'compressed by %s have every row',
		async (codec) => {
			const { table, problems } = await wholeOf(
				await byDuck(many, `, CODEC '${codec}', ROW_GROUP_SIZE 2048`)
			);
			expect([table.rows, problems]).toEqual([5000, []]);
			expect([rowFields(table, 4999)[0]!.text, placesOf(table)[4999]]).toEqual(['N4999', [37.4999, 36.4999]]);
		}
	);

	it('tell how far they are read, and stop when they are told to', async () => {
		const { read } = await import('../../../../src/lib/overlay/read/read');
		const long = 'SELECT md5(range::VARCHAR) AS name, 36.2 AS lat, 37.1 AS lon FROM range(20000)';
		const file = new Blob([(await byDuck(long, ', ROW_GROUP_SIZE 2048')) as BlobPart]);
		const seen: number[] = [];
		await read(file, {}, { onprogress: (done) => seen.push(done) });
		expect(seen.length).toBeGreaterThan(2);
		expect(seen.at(-1)).toBe(file.size);
		const controller = new AbortController();
		const stopped = read(file, {}, { signal: controller.signal, onprogress: () => controller.abort() });
		await expect(stopped).rejects.toThrow('abort');
	});

	it('have no more rows than are read, and say so', async () => {
		const limits = { file: 1e9, unpacked: 1e9, rows: 3000 };
		const { table, problems } = (await readText(
			await byDuck(many, ', ROW_GROUP_SIZE 2048'),
			{},
			limits
		)) as Awaited<ReturnType<typeof wholeOf>>;
		expect(table.rows).toBe(3000);
		expect(problems).toMatchObject([{ kind: 'too-many-rows', count: 2000 }]);
		expect(await refusalOf(await byDuck(many), { ...limits, unpacked: 1000 })).toMatch('unpacks-too-large');
	});

	it.each([0.1, 0.5, 0.99])('cut off after %f of them are told', async (share) => {
		const file = await byDuck(many);
		expect(await refusalOf(file.slice(0, Math.floor(file.length * share)))).toBe('damaged Parquet');
	});

	it('with bytes changed are read as far as they go, or refused', async () => {
		const file = await byDuck(many, ', ROW_GROUP_SIZE 2048');
		for (let at = 5; at < file.length; at += Math.floor(file.length / 60)) {
			const changed = file.slice();
			changed[at] = changed[at]! ^ 0xff;
			const { refusal } = await readText(changed);
			if (refusal)
				expect([
					'damaged',
					'too-large',
					'too-much-work',
					'unpacks-too-large',
					'no-rows',
					'other-type'
				]).toContain(refusal.reason);
		}
	});

	it('without rows say so', async () => {
		expect(await refusalOf(await byDuck('SELECT 1 AS a WHERE false'))).toBe('no-rows');
	});
});
