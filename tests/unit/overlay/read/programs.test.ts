/**
 * Files that other programs wrote: of each either every row is read, with its place and its words, or it is refused.
 * They stand in tests/fixtures/own, with a README; GDAL's are also written anew where it is installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesOf, readText, rolesOf, rowFields, tableOf, wholeOf } from '../made';
import type { Table } from '../../../../src/lib/overlay/table';

const folder = fileURLToPath(new URL('../../../fixtures/own/', import.meta.url));
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

/** What every program was given. */
const expected = await tableOf(bytesOf(join(folder, 'places.csv')));

/** The column of a name, whatever prefix its format needs. */
function textsOf(table: Table, name: string): string[] {
	const index = table.columns.findIndex((column) => column.name.replace(/^ogr_/, '').toLowerCase() === name);
	expect([name, index]).not.toEqual([name, -1]);
	return Array.from({ length: table.rows }, (_, row) => rowFields(table, row)[index]!.text);
}

type Written = [file: string, format: string, encoding?: string | null, delimiter?: string | null];
const all = ['name', 'actor', 'date', 'quote'];
const gdal: Written[] = [
	['xy.csv', 'csv', 'utf-8', ','],
	['wkt.csv', 'csv', 'utf-8', ';'],
	['bom-tab.csv', 'csv', 'utf-8', '\t'],
	['rfc7946.geojson', 'json'],
	['2008.geojson', 'json'],
	['mercator.geojson', 'json'],
	['lines.geojsonl', 'json-lines'],
	['records.geojsons', 'json-lines'],
	['plain.kml', 'kml'],
	['libkml.kml', 'kml'],
	['packed.kmz', 'kml'],
	['extensions.gpx', 'gpx'],
	['places.gml', 'gml'],
	['places.fgb', 'flatgeobuf', null]
];
const others: Written[] = [
	['libreoffice/english.csv', 'csv', 'utf-8', ','],
	['libreoffice/german.csv', 'csv', 'utf-8', ';'],
	['libreoffice/arabic.csv', 'csv', 'utf-8', ';'],
	['libreoffice/windows-1256.csv', 'csv', 'windows-1256', ','],
	['libreoffice/unicode-text.txt', 'csv', 'utf-16le', '\t'],
	['libreoffice/places.xlsx', 'workbook', null],
	['libreoffice/places.xls', 'workbook', null],
	['libreoffice/places.ods', 'workbook', null],
	['sqlite/mode-csv.csv', 'csv', 'utf-8', ','],
	['sqlite/mode-json.json', 'json'],
	['python/excel-tab.tsv', 'csv', 'utf-16le', '\t'],
	['python/unix.csv', 'csv', 'utf-8', ',']
];

async function expectWhole(path: string, [, format, encoding = 'utf-8', delimiter = null]: Written) {
	const { table, guesses, problems } = await wholeOf(bytesOf(path));
	expect(table.rows).toBe(expected.rows);
	expect(guesses).toMatchObject({ format, encoding, delimiter });
	expect(placesOf(table)).toEqual(placesOf(expected));
	const told = problems.filter(({ kind }) => !['web-mercator', 'converted', 'encoding'].includes(kind));
	expect(told).toEqual([]);
	const lost = encoding === 'windows-1256' ? /[Ġēā]/g : /(?!)/g;
	for (const name of all) {
		const texts = textsOf(expected, name).map((text) => text.replace(lost, '?'));
		// Line ends within a cell are the program's own.
		const plain = (text: string) => text.replace(lost, '?').replace(/\s+/g, ' ');
		expect(textsOf(table, name).map(plain)).toEqual(texts.map(plain));
	}
	const roles = rolesOf(table);
	for (const [role, name] of Object.entries({ name: 'name', actor: 'actor', date: 'date', quote: 'quote' }))
		expect([role, roles[role]?.replace(/^ogr_/, '')]).toEqual([role, name]);
}

async function expectRefused(path: string, reason: string) {
	const { refusal } = await readText(bytesOf(path));
	expect([refusal?.reason, refusal?.detail].filter(Boolean).join(' ')).toBe(reason);
}

describe('files that GDAL wrote', () => {
	it.each(gdal)('%s', (file, ...rest) => expectWhole(join(folder, 'gdal', file), [file, ...rest]));
});

const version = spawnSync('ogr2ogr', ['--version'], { encoding: 'utf8' });
const title =
	version.status === 0
		? `files that the installed GDAL writes`
		: 'skipped, since ogr2ogr is not installed (Debian: gdal-bin)';
describe.skipIf(version.status !== 0)(title, () => {
	let written: string;
	beforeAll(() => {
		written = mkdtempSync(join(tmpdir(), 'attested-gdal-'));
		execFileSync('sh', [join(folder, 'gdal.sh'), written]);
	});
	afterAll(() => rmSync(written, { recursive: true }));
	it.each(gdal)('%s', (file, ...rest) => expectWhole(join(written, file), [file, ...rest]));
});

describe('files that LibreOffice, SQLite and Python wrote', () => {
	it.each(others)('%s', (file, ...rest) => expectWhole(join(folder, file), [file, ...rest]));
});

describe('files that GPSBabel wrote', () => {
	it.each([
		['places.gpx', 10],
		['places.kml', 10],
		['unicsv.csv', 10],
		// And the track through all of them.
		['track.gpx', 11]
	])('%s', async (file, rows) => {
		const { table, problems } = await wholeOf(bytesOf(join(folder, 'gpsbabel', file)));
		expect([table.rows, problems]).toEqual([rows, []]);
		expect(placesOf(table).slice(0, 10)).toEqual(placesOf(expected));
		expect(textsOf(table, 'name').slice(0, 10)).toEqual(textsOf(expected, 'name'));
	});
});

describe('the KML files of tokml’s tests', () => {
	const files = readdirSync(join(folder, 'tokml')).filter((file) => file.endsWith('.kml'));
	it('are there', () => expect(files.length).toBeGreaterThan(35));

	it.each(files)('%s', async (file) => {
		const text = readFileSync(join(folder, 'tokml', file), 'utf8');
		const placemarks = text.split('<Placemark').length - 1;
		if (placemarks === 0) return expectRefused(join(folder, 'tokml', file), 'no-rows');
		const { table, problems } = await wholeOf(text);
		expect(table.rows).toBe(placemarks);
		expect(placesOf(table)).not.toContain(null);
		expect(problems.filter(({ kind }) => kind !== 'null-island')).toEqual([]);
	});
});

describe('the sample data of Observable, which stands nowhere on a map', () => {
	const samples = dirname(
		createRequire(import.meta.url).resolve('@observablehq/sample-datasets/penguins.csv')
	);
	const files = readdirSync(samples).filter((file) => file.endsWith('.csv'));
	it('is there', () => expect(files.length).toBeGreaterThan(10));

	it.each(files)('%s', async (file) => {
		const text = readFileSync(join(samples, file), 'utf8');
		const { table, problems } = await wholeOf(text);
		const lines = text.trimEnd().split('\n').length;
		// None of the files has a line break within a cell.
		expect([basename(file), table.rows]).toEqual([file, lines - 1]);
		// The x and y of diamonds are lengths, which is for the reader to say.
		if (file === 'diamonds.csv') return;
		expect(problems.find(({ kind }) => kind === 'no-place')?.count).toBe(table.rows);
	});
});
