/** Shapefiles: shapes, texts, encodings and systems, and what parts of one say by themselves. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../../../src/lib/overlay/read/read';
import { together } from '../../../../src/lib/overlay/together';
import {
	cellsOf,
	exampleOf,
	inEncoding,
	placesOf,
	problemsOf,
	readText,
	refusalOf,
	shapeOf,
	tableOf,
	wholeOf,
	zip
} from '../made';

const folder = fileURLToPath(new URL('../../../fixtures/own/gdal/', import.meta.url));
const fixture = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const utm = fixture('utm.shp.zip');

/** Sites in Syria, as tests/fixtures/own/gdal.sh has them. */
const sites = [
	['Kuweires', '170.10', '2015-09-24'],
	['حميميم', '3.00', '2016-01-02'],
	['Tiyas', '12.50', '']
];
const places = [
	[37.5834, 36.187],
	[35.9489, 35.4008],
	[37.6289, 34.5228]
];

describe('a zipped Shapefile in UTM', () => {
	it('is read with its names, its values as they are written, and its places', async () => {
		const { table, guesses, problems } = await wholeOf(utm);
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'height', 'seen']);
		expect(cellsOf(table)).toEqual(sites);
		placesOf(table).forEach((place, row) => {
			expect(place![0]).toBeCloseTo(places[row]![0]!, 4);
			expect(place![1]).toBeCloseTo(places[row]![1]!, 4);
		});
		expect(guesses).toMatchObject({
			format: 'shapefile',
			encoding: 'utf-8',
			part: null,
			projectionReason: 'file'
		});
		expect(guesses.projectionName).toContain('UTM zone 37N');
		expect(problems.map(({ kind }) => kind)).toEqual(['converted']);
	});

	it.each([0.1, 0.4, 0.8])(
		'cut off after %d of it is read as far as it goes, or says why not',
		async (share) => {
			const result = await readText(utm.slice(0, Math.floor(utm.length * share)));
			if (result.refusal) expect(result.refusal.reason).toMatch(/^(?:damaged|shapefile-part|archive)/);
			else expect(result.problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['truncated']));
		}
	);

	const parts = unzipSync(utm);
	const ending = (end: string) => Object.entries(parts).find(([name]) => name.endsWith(end))![1];
	it.each([0.3, 0.6, 0.95])('whose shapes and texts are cut off after %d of them says so', async (share) => {
		const cut = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length * share));
		const shapes = zip({ 'a.shp': cut(ending('.shp')), 'a.dbf': ending('.dbf') });
		const result = await readText(shapes);
		if (result.refusal) expect(result.refusal.reason).toBe('damaged');
		else expect(result.problems.map(({ kind }) => kind)).toContain('truncated');
		const texts = await readText(zip({ 'a.shp': ending('.shp'), 'a.dbf': cut(ending('.dbf')) }));
		if (texts.refusal) expect(texts.refusal.reason).toBe('damaged');
		else expect(texts.problems.map(({ kind }) => kind)).toContain('truncated');
	});

	it('asks which grid it is of where the .prj is missing, and says what is not there', async () => {
		const bytes = zip({ 'in/a.SHP': ending('.shp'), 'in/a.dbf': ending('.dbf') });
		const { guesses, problems } = await wholeOf(bytes);
		expect(guesses.projection).toBe('unknown');
		expect(problems.find(({ kind }) => kind === 'missing-part')!.examples).toEqual([{ found: '.prj' }]);
	});

	it('has its places without its table', async () => {
		const { table, problems } = await wholeOf(ending('.shp'));
		expect([table.rows, table.columns]).toEqual([3, []]);
		expect(problems.find(({ kind }) => kind === 'missing-part')!.count).toBe(2);
	});

	it('is one thing where its parts are dropped, whatever comes with them', async () => {
		const files = Object.entries(parts).map(([name, bytes]) => new File([bytes.slice()], name));
		const other = new File(['name,lat,lon\nA,36,37\n'], 'other.csv');
		const read = await together([files[0]!, other, ...files.slice(1)]);
		expect(read.map(({ name }) => name)).toEqual(['utm.shp.zip', 'other.csv']);
		const bytes = new Uint8Array(await read[0]!.file.arrayBuffer());
		expect(cellsOf(await tableOf(bytes))).toEqual(sites);
		expect(await together([files[1]!])).toEqual([{ file: files[1], name: files[1]!.name }]);
	});
});

describe('what is no layer by itself', () => {
	const parts = unzipSync(utm);
	const ending = (end: string) => Object.entries(parts).find(([name]) => name.endsWith(end))![1];
	it.each(['.dbf', '.shx', '.prj', '.cpg'])('a %s says what it is', async (end) => {
		expect(await refusalOf(ending(end))).toBe(`shapefile-part ${end}`);
	});

	it('some parts without the shapes, together', async () => {
		const bytes = zip({ 'a.dbf': ending('.dbf'), 'a.prj': ending('.prj'), 'a.cpg': 'UTF-8' });
		expect(await refusalOf(bytes)).toBe('shapefile-part .dbf, .prj');
	});

	it('a file that is called a script, whatever it begins with, but data', async () => {
		const reading = (text: string) => read(new File([text], 'a.js'));
		expect((await reading('a.b=1,2;c.lat=3,4;\nd.e=1,2;f.lon=3,4;\n')).refusal?.reason).toBe('script');
		expect((await reading('[{"lat":36,"lon":37}]')).refusal).toBeUndefined();
	});
});

describe('the shapes of a Shapefile', () => {
	it('are lines, areas with holes and lists of points', async () => {
		const { table, guesses } = await wholeOf(fixture('shapes.shp.zip'));
		expect(guesses.parts.map(({ name }) => name.split('/').at(-1))).toEqual(
			expect.arrayContaining(['areas.shp', 'lines.shp', 'points.shp'])
		);
		expect(table.rows).toBe(2);
		const of = async (name: string) => {
			const part = guesses.parts.find((each) => each.name.endsWith(`${name}.shp`))!.name;
			return tableOf(fixture('shapes.shp.zip'), { part });
		};
		const areas = await of('areas');
		expect(shapeOf(areas, 0)).toMatchObject({ type: 'Polygon', coordinates: [{ length: 5 }, { length: 5 }] });
		expect(shapeOf(areas, 1)).toMatchObject({ type: 'MultiPolygon', coordinates: { length: 2 } });
		const lines = await of('lines');
		expect(shapeOf(lines, 0)).toEqual({
			type: 'LineString',
			coordinates: [
				[37, 36],
				[38, 36.5],
				[39, 36]
			]
		});
		expect(shapeOf(lines, 1)?.type).toBe('MultiLineString');
		expect(shapeOf(await of('points'), 0)).toEqual({
			type: 'MultiPoint',
			coordinates: [
				[37, 36],
				[38, 35]
			]
		});
	});
});

/** A Shapefile of one row without a place, whose texts are in an encoding. */
function encoded(text: Uint8Array, { cpg, codePage = 0 }: { cpg?: string; codePage?: number }): Uint8Array {
	const dbf = new Uint8Array(66 + 41);
	const view = new DataView(dbf.buffer);
	dbf.set([3, 115, 9, 24]);
	view.setUint32(4, 1, true);
	view.setUint16(8, 65, true);
	view.setUint16(10, 41, true);
	dbf[29] = codePage;
	dbf.set(new TextEncoder().encode('name'), 32);
	dbf[43] = 'C'.charCodeAt(0);
	dbf[48] = 40;
	dbf[64] = 0x0d;
	dbf.fill(32, 65, 106);
	dbf.set(text, 66);
	const shp = new Uint8Array(128);
	const shape = new DataView(shp.buffer);
	shape.setInt32(0, 9994);
	shape.setInt32(24, 64);
	shape.setInt32(28, 1000, true);
	shape.setInt32(100, 1);
	shape.setInt32(104, 10);
	shape.setInt32(108, 1, true);
	shape.setFloat64(112, 37, true);
	shape.setFloat64(120, 36, true);
	return zip({ 'a.shp': shp, 'a.dbf': dbf.slice(0, 106), ...(cpg !== undefined && { 'a.cpg': cpg }) });
}

describe('the texts of a Shapefile', () => {
	it.each([
		['حلب', 'windows-1256', { cpg: 'windows-1256' }],
		['حلب', 'windows-1256', { cpg: '1256' }],
		['Алеппо', 'windows-1251', { cpg: 'ANSI 1251' }],
		['Алеппо', 'windows-1251', { codePage: 0xc9 }],
		['Алеппо', 'iso-8859-5', { cpg: 'ISO 88595' }],
		['Žatec', 'windows-1250', { codePage: 0xc8 }]
	])('%s in %s are read', async (text, encoding, said) => {
		const { table, guesses } = await wholeOf(encoded(inEncoding(text, encoding), said));
		expect(cellsOf(table)).toEqual([[text]]);
		expect(guesses.encoding).toBe(encoding);
		expect(placesOf(table)).toEqual([[37, 36]]);
	});

	it('are UTF-8 where they are, whatever else is said, and the reader may say otherwise', async () => {
		const bytes = encoded(new TextEncoder().encode('حلب'), { codePage: 0x57 });
		expect(cellsOf(await tableOf(bytes))).toEqual([['حلب']]);
		const other = encoded(inEncoding('حلب', 'windows-1256'), { cpg: '1252' });
		expect(cellsOf(await tableOf(other, { encoding: 'windows-1256' }))).toEqual([['حلب']]);
		const found = encoded(inEncoding('قاعدة حميميم الجوية', 'windows-1256'), {});
		expect(cellsOf(await tableOf(found))).toEqual([['قاعدة حميميم الجوية']]);
		expect((await exampleOf(found, 'encoding'))?.instead).toBe('windows-1256');
		expect(await problemsOf(bytes)).toEqual(['missing-part 1']);
	});
});

const has = spawnSync('ogr2ogr', ['--version']).status === 0;
describe.skipIf(!has)(
	has ? 'the installed GDAL' : 'skipped, since ogr2ogr is not installed (Debian: gdal-bin)',
	() => {
		let written: string;
		beforeAll(() => (written = mkdtempSync(join(tmpdir(), 'attested-shapes-'))));
		afterAll(() => rmSync(written, { recursive: true }));

		it.each(['EPSG:32637', 'EPSG:22770', 'EPSG:3395', 'EPSG:4326', 'ESRI:102025'])(
			'writes %s in its .prj, and rows come to their places',
			async (system) => {
				const csv = join(written, 'in.csv');
				writeFileSync(
					csv,
					`name,x,y\n${places.map(([x, y], row) => `${sites[row]![0]},${x},${y}`).join('\n')}\n`
				);
				const out = join(written, `${system.replace(':', '')}.shp.zip`);
				execFileSync('ogr2ogr', [
					...['-f', 'ESRI Shapefile', out, csv, '-oo', 'X_POSSIBLE_NAMES=x', '-oo', 'Y_POSSIBLE_NAMES=y'],
					...['-s_srs', 'EPSG:4326', '-t_srs', system, '-lco', 'ENCODING=UTF-8', '-skipfailures']
				]);
				const { table } = await wholeOf(new Uint8Array(readFileSync(out)));
				expect(table.rows).toBe(3);
				placesOf(table).forEach((place, row) => {
					// Some datums are shifted by parameters of which there are several.
					expect(place![0]).toBeCloseTo(places[row]![0]!, 3);
					expect(place![1]).toBeCloseTo(places[row]![1]!, 3);
				});
			}
		);
	}
);
