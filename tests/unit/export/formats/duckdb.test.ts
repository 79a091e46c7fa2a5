/** The GeoParquet file that `npm run export` writes, as DuckDB reads it, which knows nothing of us. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Geometry, Position } from 'geojson';
import { FileSource, PMTiles } from 'pmtiles';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { reportColumns } from '../../../../src/lib/export/formats/csv';
import { reportFeatures } from '../../../../src/lib/export/formats/geojson';
import type { ArchiveDescription } from '../../../../src/lib/overlay/archive/archive';
import { main } from '../../../../src/tools/export';
import { context, real } from '../data';

let folder: string;
let file: string;
let duck: DuckDBConnection;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attested-export-'));
	file = join(folder, 'reports.parquet');
	vi.spyOn(console, 'log').mockReturnValue();
	const environment = { VITE_SITE_ORIGIN: `${context.origin}/` };
	expect(await main(['all', '-o', folder], environment)).toBe(0);
	duck = await (await DuckDBInstance.create()).connect();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
	duck.closeSync();
	rmSync(folder, { recursive: true });
});

const rows = async (query: string) =>
	(await duck.runAndReadAll(query.replaceAll('REPORTS', `'${file}'`))).getRowObjectsJson();

const features = reportFeatures(real, context).features;

/** A geometry as DuckDB writes it in WKT. */
function wkt({ type, ...rest }: Geometry): string {
	const inner = (value: unknown): string => {
		const list = value as unknown[];
		return typeof list[0] === 'number'
			? (list as Position).join(' ')
			: list
					.map((each) => (Array.isArray((each as unknown[])[0]) ? `(${inner(each)})` : inner(each)))
					.join(', ');
	};
	return `${type.toUpperCase()} (${inner((rest as { coordinates: unknown }).coordinates)})`;
}

describe('the GeoParquet file in DuckDB', () => {
	it('has every report with every column, of its type', async () => {
		const types = {
			string: 'VARCHAR',
			date: 'VARCHAR',
			number: 'DOUBLE',
			integer: 'INTEGER',
			boolean: 'BOOLEAN'
		};
		const described = await rows('DESCRIBE SELECT * FROM REPORTS');
		expect(described.map(({ column_name, column_type }) => [column_name, column_type])).toEqual([
			...reportColumns(context.about).map(({ name, type }) => [name, types[type]]),
			['geometry', expect.stringMatching(/^GEOMETRY/)]
		]);
		const sites = new Map(real.sites.map((site) => [site.id, site]));
		const read = await rows(`SELECT * EXCLUDE geometry FROM REPORTS`);
		expect(read).toEqual(
			real.reports.map((report) => {
				const site = sites.get(report.place?.id ?? '');
				return Object.fromEntries(
					reportColumns(context.about).map(({ name, value }) => [name, value(report, site, context)])
				);
			})
		);
	});

	it('has the geometries as a spatial type, with every coordinate', async () => {
		const read = await rows('SELECT report, ST_AsText(geometry) AS text FROM REPORTS');
		expect(read).toEqual(
			features.map(({ properties, geometry }) => ({
				report: properties.report,
				text: geometry && wkt(geometry)
			}))
		);
		expect(read.filter(({ text }) => text === null).length).toBeLessThan(read.length / 2);
	});

	it('answers which reports are in a box', async () => {
		// The coast from Tartus to Latakia.
		const box = `ST_GeomFromWKB(ST_AsWKB('POLYGON ((35.7 34.8, 36 34.8, 36 35.6, 35.7 35.6, 35.7 34.8))'::GEOMETRY))`;
		const inBox = await rows(
			`SELECT DISTINCT site FROM REPORTS WHERE drawn = 'point' AND ST_Intersects_Extent(geometry, ${box}) ORDER BY site`
		);
		const expected = real.sites.filter(({ drawn, geometry }) => {
			if (drawn !== 'point' || geometry.type !== 'Point') return false;
			const [x, y] = geometry.coordinates as [number, number];
			return x >= 35.7 && x <= 36 && y >= 34.8 && y <= 35.6;
		});
		expect(expected.length).toBeGreaterThan(0);
		expect(inBox.map(({ site }) => site)).toEqual(expected.map(({ id }) => id).sort());
	});

	it('answers the question that the README asks', async () => {
		const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
		const query = /```sql\n([\s\S]*?)```/.exec(readme)![1]!;
		const answers = await rows(query.replace(`'reports.parquet'`, 'REPORTS'));
		const expected = real.reports.filter((report) => {
			const site = real.sites.find(({ id }) => id === report.place?.id);
			return site && site.precision.where_prec <= 2 && report.actors.some(({ actor }) => actor.id === 'iran');
		});
		expect(expected.length).toBeGreaterThan(5);
		expect(answers.reduce((sum, { reports }) => sum + Number(reports), 0)).toBe(expected.length);
	});

	it('documents its columns in the README as they are', async () => {
		const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
		const [, table] = /\| column .*\n(?:\|[ -|]*\n)((?:\|.*\n)+)/.exec(readme)!;
		const named = [...table!.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) =>
			[...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name!)
		);
		const there = (await rows('DESCRIBE SELECT * FROM REPORTS')).map(({ column_name }) => column_name);
		expect(named.length).toBeGreaterThan(15);
		expect(there).toEqual(expect.arrayContaining(named));
	});

	it('says in its metadata what GeoParquet asks for', async () => {
		const [geo] = await rows(
			`SELECT decode(value) AS text FROM parquet_kv_metadata(REPORTS) WHERE key = 'geo'`
		);
		const types = [...new Set(features.flatMap(({ geometry }) => geometry?.type ?? []))].sort();
		expect(JSON.parse(geo!.text as string)).toEqual({
			version: '1.1.0',
			primary_column: 'geometry',
			columns: { geometry: { encoding: 'WKB', geometry_types: types } }
		});
	});

	it('is measured by the spatial extension, where it is there or can be fetched', async ({ skip }) => {
		try {
			await duck.run('LOAD spatial').catch(async () => {
				// DuckDB itself waits for minutes where nobody answers.
				await fetch('http://extensions.duckdb.org', { signal: AbortSignal.timeout(5000) });
				await duck.run('INSTALL spatial; LOAD spatial');
			});
		} catch (error) {
			skip(`DuckDB's spatial extension can't be had here: ${(error as Error).message.split('\n')[0]}`);
		}
		const read = await rows('SELECT ST_GeometryType(geometry)::VARCHAR AS type FROM REPORTS');
		expect(read.map(({ type }) => type)).toEqual(
			features.map(({ geometry }) => geometry && geometry.type.toUpperCase())
		);
		const [near] = await rows(
			`SELECT min(ST_Distance(geometry, ST_Point(35.87, 34.9))) AS degrees FROM REPORTS WHERE site LIKE 'tartus%'`
		);
		expect(near!.degrees).toBeLessThan(0.1);
	}, 120_000);
});

describe('npm run export', () => {
	it.each([
		[[], 'Say which format'],
		[['shapefile'], 'Say which format'],
		[['geoparquet', '-o', '/no/where/x.parquet'], 'no such file or directory'],
		[['geoparquet', '--data', '/no/where'], '/no/where'],
		[['geoparquet', '--fast'], "Unknown option '--fast'"]
	])('refuses %j in words', async (options, words) => {
		const said = vi.spyOn(console, 'error').mockReturnValue();
		expect(await main(options, {})).toBe(1);
		expect(said.mock.calls.flat().join()).toContain(words);
	});

	it('writes the same reports as tiles, and as what a database takes', async () => {
		const geojson = JSON.parse(readFileSync(join(folder, 'reports.geojson'), 'utf8'));
		expect(geojson).toEqual(JSON.parse(JSON.stringify(reportFeatures(real, context))));
		const archive = new PMTiles(
			new FileSource(new File([readFileSync(join(folder, 'reports.pmtiles'))], 'x'))
		);
		const metadata = (await archive.getMetadata()) as { attested: ArchiveDescription };
		expect(metadata.attested.rows).toBe(real.reports.length);
		expect(metadata.attested.placed).toBeGreaterThan(real.sites.length);
		expect(metadata.attested.colour?.values.map(({ value }) => value)).toContain('Russia');
	});

	it('writes relative permalinks where the address of the site is not known', async () => {
		vi.spyOn(console, 'log').mockReturnValue();
		const path = join(folder, 'relative.parquet');
		expect(await main(['geoparquet', '-o', path], {})).toBe(0);
		expect(readFileSync(path).subarray(0, 4).toString()).toBe('PAR1');
		const [first] = await rows(`SELECT permalink FROM '${path}' LIMIT 1`);
		expect(first!.permalink).toBe(`/reports/${real.reports[0]!.id}`);
	});
});
