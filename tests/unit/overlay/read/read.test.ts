/** Reading any file: encodings, refusals, broken archives, stopping. */
import { describe, expect, it } from 'vitest';
import { buffersOf } from '../../../../src/lib/overlay/cells';
import { read } from '../../../../src/lib/overlay/read/read';
import { Work, workFor } from '../../../../src/lib/overlay/read/work';
import {
	cellsOf,
	gzip,
	inEncoding,
	placesOf,
	problemsOf,
	refusalOf,
	tableOf,
	utf16,
	wholeOf,
	zip
} from '../made';
import { point, collection, simple, simplePlaces } from './samples';

describe('an encoding', () => {
	const text = 'الاسم,lat,lon\nحلب,36.2,37.1\nحماة,35.1,36.7\n';
	it.each([
		['UTF-8', new TextEncoder().encode(text), 'utf-8', []],
		['UTF-16 LE', utf16(text, false), 'utf-16le', []],
		['UTF-16 BE', utf16(text, true), 'utf-16be', []],
		[
			'UTF-16 LE without a mark',
			utf16('name,lat,lon\nA,36.2,37.1\nB,35.1,36.7\n', false, false),
			'utf-16le',
			[]
		],
		['Windows-1256', inEncoding(text, 'windows-1256'), 'windows-1256', ['encoding 1']]
	])('%s is found', async (_, bytes, encoding, problems) => {
		const { table, guesses } = await wholeOf(bytes);
		expect(guesses.encoding).toBe(encoding);
		expect(placesOf(table)).toEqual(simplePlaces);
		if (!encoding.startsWith('utf-16le')) expect(cellsOf(table)[0]![0]).toBe('حلب');
		expect(await problemsOf(bytes)).toEqual(problems);
	});

	it('that shows only far into the file is found', async () => {
		const late = `name,lat,lon\n${'A,36.2,37.1\n'.repeat(50_000)}حلب,36.2,37.1\n`;
		const { table, guesses, problems } = await wholeOf(inEncoding(late, 'windows-1256'));
		expect(guesses.encoding).toBe('windows-1256');
		expect(table.rows).toBe(50_001);
		expect(cellsOf(table).at(-1)![0]).toBe('حلب');
		expect(problems).toMatchObject([{ kind: 'encoding', count: 1 }]);
	});

	it('can be said', async () => {
		const table = await tableOf(inEncoding('name,lat,lon\nПетя,36.2,37.1\n', 'windows-1251'), {
			encoding: 'windows-1251'
		});
		expect(cellsOf(table)[0]![0]).toBe('Петя');
	});

	it('UTF-8 with broken bytes stays UTF-8, and that is said', async () => {
		const bytes = new TextEncoder().encode(
			`name,lat,lon\n${'حلب,36.2,37.1\n'.repeat(20_000)}bad#,36.2,37.1\n`
		);
		bytes[bytes.lastIndexOf('#'.charCodeAt(0))] = 0xff;
		const { table, guesses, problems } = await wholeOf(bytes);
		expect(guesses.encoding).toBe('utf-8');
		expect(cellsOf(table).at(-1)![0]).toBe('bad\ufffd');
		expect(problems).toMatchObject([{ kind: 'bad-bytes', count: 1 }]);
	});
});

describe('a refusal', () => {
	const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
	const kmlWith = (prolog: string) =>
		`<?xml version="1.0"?>${prolog}<kml><Placemark><name>&a;</name></Placemark></kml>`;
	it.each([
		['nothing', '', 'empty'],
		['white space', ' \n\n ', 'empty'],
		['a PNG', ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'picture PNG'],
		['a JPEG', ascii('\xff\xd8\xff\xe0\0\x10JFIF'), 'picture JPEG'],
		['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'picture SVG'],
		['a PDF', '%PDF-1.7\n', 'pdf'],
		['a broken .xls', ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), 'damaged Excel'],
		[
			'a broken .xlsx',
			zip({ '[Content_Types].xml': '<x/>', '_rels/.rels': '<x/>', 'xl/workbook.xml': '<x/>' }),
			'damaged Excel'
		],
		[
			'a broken .ods',
			zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
			'damaged OpenDocument'
		],
		['a .docx', zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }), 'other-type document'],
		['a broken Shapefile', zip({ 'a.shp': 'x', 'a.dbf': 'x' }), 'damaged Shapefile'],
		['an archive of pictures', zip({ 'a.png': 'x' }), 'archive-without-data a.png'],
		['a web page', '<!DOCTYPE html><html><head></head></html>', 'web-page'],
		['a web page without a type', '<html><body>x</body></html>', 'web-page'],
		['other markup', '<note version="2.0"/>', 'other-markup note'],
		[
			'a document type',
			kmlWith('<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
			'entities'
		],
		['a document type elsewhere', kmlWith('<!DOCTYPE kml SYSTEM "file:///etc/passwd">'), 'entities'],
		['an entity inside', '<kml><Document><!ENTITY a "b"></Document></kml>', 'entities'],
		['no placemarks', '<kml><Document/></kml>', 'no-rows'],
		['a list of numbers', '[1, 2, 3]', 'json-without-rows'],
		['an object', '{"a": 1}', 'json-without-rows'],
		['an empty collection', collection(), 'no-rows'],
		['a header alone', 'name,lat,lon\n', 'no-rows'],
		['noise', Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 7919) % 256), 'unknown'],
		['broken gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5]), 'damaged-archive']
	])('of %s', async (_, content, reason) => {
		expect(await refusalOf(content)).toBe(reason);
	});

	it.each([
		[
			'a KMZ with a picture laid over the map alone',
			zip({
				'doc.kml':
					'<kml><Document><GroundOverlay><name>G</name></GroundOverlay><NetworkLink/></Document></kml>',
				'files/a.png': 'x'
			}),
			['network-link 1', 'overlay 1']
		],
		['the same, unpacked', '<kml><GroundOverlay/></kml>', ['overlay 1']],
		[
			'archives with several files without rows',
			zip({ 'a.kml': '<kml><Document><GroundOverlay/></Document></kml>', 'b.json': '[1,2]' }),
			['not-a-row 2', 'overlay 1']
		],
		[
			'an archive of other files',
			zip(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.png`, 'x']))),
			['no-data-file 12']
		]
	])('of %s says why', async (_, content, problems) => {
		expect(await refusalOf(content)).toMatch(/no-rows|archive-without-data/);
		expect(await problemsOf(content)).toEqual(problems);
	});

	it('of what is too large, packed or not', async () => {
		const limits = { file: 1000, unpacked: 100_000, rows: 10 };
		expect(await refusalOf('x'.repeat(1001), limits)).toBe('too-large 1000');
		const bomb = `name,lat,lon\n${'A,36.2,37.1\n'.repeat(20_000)}`;
		const large = { ...limits, file: 1e9 };
		expect(await refusalOf(gzip(bomb), large)).toBe('unpacks-too-large 100000');
		expect(await refusalOf(zip({ 'a.csv': bomb }), large)).toBe('unpacks-too-large 100000');
		expect(await refusalOf(gzip(gzip(gzip(gzip(simple)))))).toBe('archive-without-data');
	});

	it('of what makes far more work than its size allows, until it is allowed more', async () => {
		const bomb = new Blob([gzip(`name,lat,lon\n${'A,36.2,37.1\n'.repeat(100_000)}`).slice()]);
		const work = workFor(bomb.size);
		const small = { file: 1e9, unpacked: 1e9, rows: 1e6 };
		const few = new Work(work.most / 256);
		const result = await read(bomb, {}, { limits: small, work: few });
		expect(result.refusal?.reason).toBe('too-much-work');
		expect((await read(bomb, {}, { work })).refusal).toBeUndefined();
		expect(workFor(bomb.size * 2).most).toBeGreaterThan(work.most);
		expect(workFor(bomb.size, 16).most).toBe(work.most * 16);
	});

	it('that has files without rows before one with rows in an archive is none', async () => {
		const files = {
			'a.csv': '',
			'b.csv': 'name,lat,lon\n',
			'c.json': '{"a":1}',
			'd.csv': simple,
			'e.csv': simple
		};
		const { table, problems } = await wholeOf(zip(files));
		expect(placesOf(table)).toEqual(simplePlaces);
		expect(problems).toMatchObject([{ kind: 'other-file', count: 1, examples: [{ found: 'e.csv' }] }]);
	});

	it('of a bomb of a gigabyte comes before it is unpacked', async () => {
		const zeros = new Uint8Array(1 << 26).fill(32);
		zeros.set(new TextEncoder().encode('name,lat,lon\nA,36,37\nB'));
		const limits = { file: 1e9, unpacked: 1 << 24, rows: 10 };
		expect(await refusalOf(zip({ 'doc.csv': zeros }), limits)).toBe('unpacks-too-large 16777216');
	});
});

describe('an archive that is cut off', () => {
	const long = `name,lat,lon\n${Array.from({ length: 50_000 }, (_, index) => `N${index * 7919},36.${index},37.${index}\n`).join('')}`;
	it.each([
		['gzip', gzip(long)],
		['zip', zip({ 'a.csv': long })]
	])('%s is read as far as it goes', async (_, packed) => {
		const { table, problems } = await wholeOf(packed.slice(0, packed.length / 2));
		expect(table.rows).toBeGreaterThan(10_000);
		expect(table.rows).toBeLessThan(50_000);
		expect(problems.map(({ kind }) => kind)).toContain('truncated');
	});
});

describe('reading', () => {
	it('says how far it is', async () => {
		const steps: [number, number][] = [];
		const file = new Blob([`name,lat,lon\n${'A,36.2,37.1\n'.repeat(100_000)}`]);
		await read(file, {}, { onprogress: (done, total) => steps.push([done, total]) });
		expect(steps.length).toBeGreaterThan(2);
		expect(steps.at(-1)).toEqual([file.size, file.size]);
		expect(steps.every(([done], index) => index === 0 || done > steps[index - 1]![0])).toBe(true);
	});

	it.each([
		['csv', `name,lat,lon\n${'A,36.2,37.1\n'.repeat(100_000)}`],
		[
			'gzip',
			gzip(Array.from({ length: 200_000 }, (_, index) => `${(index * 7919) % 10_007},36,37\n`).join(''))
		],
		['json', collection(...Array.from({ length: 20_000 }, () => point(37, 36)))]
	])('of %s can be stopped', async (_, content) => {
		const stop = new AbortController();
		const reason = new Error('stopped');
		const reading = read(
			new Blob([content.slice()]),
			{},
			{ signal: stop.signal, onprogress: () => stop.abort(reason) }
		);
		await expect(reading).rejects.toBe(reason);
	});

	it('keeps as many rows as it may, and counts the others', async () => {
		const result = await read(
			new Blob([simple.repeat(3)]),
			{},
			{ limits: { file: 1e9, unpacked: 1e9, rows: 2 } }
		);
		expect(result.refusal).toBeUndefined();
		expect(result.problems).toContainEqual(expect.objectContaining({ kind: 'too-many-rows', count: 6 }));
	});

	it('gives a table that can be handed over', async () => {
		const { table } = await wholeOf(`${simple}C,x,y\n`);
		const copy = structuredClone(table, { transfer: buffersOf(table) });
		expect(placesOf(copy)).toEqual([...simplePlaces, null]);
		expect(table.longitude.byteLength).toBe(0);
	});
});
