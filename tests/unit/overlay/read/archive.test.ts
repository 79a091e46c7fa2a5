/** Archives: which of their files are read, whatever these are called, and which can be chosen. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gzip, placesOf, problemsOf, refusalOf, tableOf, wholeOf, zip } from '../made';
import { collection, point, simple, simplePlaces } from './samples';

const fixture = (name: string) =>
	new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../fixtures/own/gdal/${name}`, import.meta.url))));
const nowhere = 'key,value\na,1\nb,2\n';
const features = collection(point(37.1, 36.2));

describe('an archive with one file with data', () => {
	it.each([
		['of any name', { data: simple }],
		['of an ending that is not known', { 'export.dat': features }],
		['of text', { 'sites.txt': simple }],
		[
			'beside what accompanies it',
			{ 'README.txt': 'a,b\n1,2\n', LICENSE: 'x', 'logo.png': 'x', 'export.0': simple }
		],
		['in a folder of another system', { '__MACOSX/._a.csv': 'x', '.DS_Store': 'x', 'in/a.csv': simple }],
		['in an archive', { 'a.zip': zip({ 'b.csv': simple }) }],
		['packed', { 'a.csv.gz': gzip(simple) }]
	] as [string, Record<string, string | Uint8Array>][])('%s is read', async (_, files) => {
		const { table, guesses } = await wholeOf(zip(files));
		expect(placesOf(table)[0]).toEqual(simplePlaces[0]);
		expect([guesses.part, guesses.parts]).toEqual([null, []]);
	});

	it('that is a database or a file of a library is read', async () => {
		const { guesses, table } = await wholeOf(zip({ 'a.bin': fixture('places.fgb') }));
		expect([guesses.format, table.rows]).toEqual(['flatgeobuf', 10]);
		expect((await wholeOf(zip({ 'in/data.gpkg.gz': fixture('layers.gpkg.gz') }))).guesses).toMatchObject({
			format: 'geopackage',
			part: 'places'
		});
	});
});

describe('an archive with several files with data', () => {
	const files = { 'codes.csv': nowhere, 'a.csv': simple, 'b.geojson': features, 'in/c.kml': '<kml/>' };

	it('shows the first with places, and any can be chosen', async () => {
		const bytes = zip(files);
		const { guesses, table } = await wholeOf(bytes);
		expect(guesses).toMatchObject({ part: 'a.csv', format: 'csv' });
		expect(guesses.parts).toEqual([
			{ name: 'codes.csv', kind: 'file', rows: null },
			{ name: 'a.csv', kind: 'file', rows: table.rows },
			{ name: 'b.geojson', kind: 'file', rows: null },
			{ name: 'in/c.kml', kind: 'file', rows: null }
		]);
		expect(await problemsOf(bytes)).toEqual(['other-file 2']);
		const other = await wholeOf(bytes, { part: 'b.geojson' });
		expect([other.guesses.format, other.guesses.part, other.problems]).toEqual(['json', 'b.geojson', []]);
		expect((await wholeOf(bytes, { part: 'codes.csv' })).guesses.place).toBeNull();
	});

	it('shows the first with rows where none has places', async () => {
		const { guesses } = await wholeOf(zip({ 'a.csv': nowhere, 'b.csv': 'x\ny\n' }));
		expect([guesses.part, guesses.place]).toEqual(['a.csv', null]);
	});

	it('passes over one that can not be read', async () => {
		const { guesses } = await wholeOf(zip({ 'a.csv': '%PDF-1.7 ', 'b.xlsx': 'x', 'c.csv': simple }));
		expect(guesses.part).toBe('c.csv');
	});

	it('names parts of parts by both', async () => {
		const bytes = zip({ 'a.csv': nowhere, 'b.gpkg.gz': fixture('layers.gpkg.gz') });
		const { guesses } = await wholeOf(bytes);
		expect(guesses.part).toBe('b.gpkg.gz / places');
		expect((await tableOf(bytes, { part: 'b.gpkg.gz / areas' })).rows).toBe(2);
		// The file as a whole stands for what would be shown of it.
		expect((await wholeOf(bytes, { part: 'b.gpkg.gz' })).guesses.part).toBe('b.gpkg.gz / places');
	});
});

describe('an archive', () => {
	it.each([
		[
			'a folder of ArcGIS',
			{ 'a.gdb/a00000001.gdbtable': 'x', 'a.gdb/gdb': 'x' },
			'other-type File Geodatabase'
		],
		['a Word document', { '[Content_Types].xml': 'x', 'word/document.xml': 'x' }, 'other-type document'],
		[
			'a text of OpenDocument',
			{ mimetype: 'application/vnd.oasis.opendocument.text' },
			'other-type document'
		],
		['programs alone', { 'a.js': 'var a = 1;', 'b.css': 'a{}' }, 'archive-without-data a.js'],
		[
			'noise alone',
			{ 'a.bin': Uint8Array.from({ length: 99 }, (_, at) => at % 7) },
			'archive-without-data a.bin'
		]
	] as [string, Record<string, string | Uint8Array>, string][])(
		'with %s says so',
		async (_, files, reason) => {
			expect(await refusalOf(zip(files))).toBe(reason);
		}
	);

	it.each([
		['7z', '7z\xbc\xaf\x27\x1c\0\x04', 'other-archive 7z'],
		['RAR', 'Rar!\x1a\x07\x01\0', 'other-archive RAR'],
		['a drawing', '  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n', 'other-type DXF'],
		['MapInfo', '!table\n!version 300\n!charset WindowsLatin1\n\nDefinition Table\n', 'other-type MapInfo'],
		['MapInfo, to exchange', 'Version 300\nCharset "WindowsLatin1"\nDelimiter ","\n', 'other-type MapInfo']
	])('or a file of %s is named', async (_, text, reason) => {
		expect(await refusalOf(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBe(reason);
	});

	it('that asks for a password says so', async () => {
		const bytes = zip({ 'a.csv': simple });
		const view = new DataView(bytes.buffer, bytes.byteOffset);
		const directory = view.getUint32(bytes.length - 6, true);
		for (const at of [6, directory + 8]) view.setUint16(at, view.getUint16(at, true) | 1, true);
		expect(await refusalOf(bytes)).toBe('damaged-archive');
	});

	it('may have something before it and a comment behind it', async () => {
		const bytes = zip({ 'a.csv': simple });
		const commented = Uint8Array.from([...bytes, ...new TextEncoder().encode('by hand')]);
		new DataView(commented.buffer).setUint16(bytes.length - 2, 7, true);
		expect((await tableOf(commented)).rows).toBe(2);
		// One that unpacks itself begins as a program does; a part of one that was cut before may begin anyhow.
		const before = Uint8Array.from([0x50, 0x4b, 3, 4, ...new Array<number>(60).fill(0), ...bytes]);
		expect((await tableOf(before)).rows).toBe(2);
	});

	it('written as a stream, with sizes behind its files, is read, cut off or not', async () => {
		const long = `name,lat,lon\n${Array.from({ length: 3000 }, (_, row) => `N${row * 7919},36.${row},37.${row}\n`).join('')}`;
		const plain = zip({ 'a.csv': long, 'b.csv': simple });
		const streamed = plain.slice();
		const view = new DataView(streamed.buffer);
		// Nothing is said before the first file.
		view.setUint16(6, view.getUint16(6, true) | 8, true);
		view.setUint32(18, 0, true);
		expect((await tableOf(streamed)).rows).toBe(3000);
		const { table, problems } = await wholeOf(streamed.slice(0, streamed.length - 30));
		expect([table.rows, problems.map(({ kind }) => kind)]).toEqual([
			3000,
			expect.arrayContaining(['truncated'])
		]);
	});
});
