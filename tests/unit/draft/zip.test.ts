import { zipSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip, zipOf } from '../../../src/lib/draft/zip';

const files = [
	{ path: 'places/a-b.geojson', text: '{"حلب": "🚀\\u00a0"}\n' },
	{ path: 'articles/made-up-2020.json', text: '{}\r\n' },
	{ path: 'actors.json', text: '' }
];
const codes = (bytes: Uint8Array) => readZip(bytes).faults.map(({ code, path }) => [code, path]);
const archive = (entries: Record<string, string>) =>
	zipSync(Object.fromEntries(Object.entries(entries).map(([path, text]) => [path, strToU8(text)])));

describe('an archive', () => {
	it('has what was put into it, sorted, with a read-me', () => {
		const { files: read, faults } = readZip(zipOf(files, 'Do this.'));
		expect(faults).toEqual([]);
		expect(read).toEqual(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
	});

	it('has the same bytes whatever the order and the time', () => {
		const one = zipOf(files, 'Do this.');
		expect(zipOf(files.toReversed(), 'Do this.')).toEqual(one);
		// DOS time and date of the first entry: midnight on 1 January 1980.
		expect([...one.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
	});

	it('may have been packed again by a file manager', () => {
		const bytes = archive({
			'actors.json': '{}',
			'__MACOSX/._actors.json': '?',
			'places/.DS_Store': '?',
			'places/': ''
		});
		expect(readZip(bytes).files).toEqual([{ path: 'actors.json', text: '{}' }]);
	});
});

describe('a hostile archive', () => {
	it.each([
		'../actors.json',
		'places/../../x.geojson',
		'/etc/passwd',
		'C:\\actors.json',
		'places\\a.geojson',
		'places/a.geojson/b.geojson',
		'articles/A.json',
		'articles/a\u202e.json',
		'translations/English.json',
		'package.json',
		'.git/config'
	])('is refused for a file %j', (path) => {
		expect(readZip(archive({ 'actors.json': '{}', [path]: '{}' }))).toEqual({
			files: [],
			faults: [{ code: 'name', path }]
		});
	});

	/** With another unpacked size in the directory at its end, in bytes. */
	function claiming(bytes: Uint8Array, size: number): Uint8Array {
		const directory = Buffer.from(bytes).lastIndexOf('PK\x01\x02', undefined, 'latin1');
		new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, size, true);
		return bytes;
	}

	it('is refused for what is too large when unpacked, before it is', () => {
		const bomb = claiming(archive({ 'actors.json': '{}' }), 8 * 2 ** 20 + 1);
		expect(codes(bomb)).toEqual([['large', 'actors.json']]);
		expect(codes(new Uint8Array(16 * 2 ** 20 + 1))).toEqual([['large', null]]);
	});

	it('is never unpacked beyond the size that it says', () => {
		const { files: read } = readZip(claiming(archive({ 'actors.json': '0'.repeat(100_000) }), 10));
		expect(read.every(({ text }) => text.length <= 10)).toBe(true);
	});

	it('is refused for too many files, none, a text that is none, and a name that stands twice', () => {
		const empty = new Uint8Array();
		const many = Object.fromEntries(
			Array.from({ length: 2001 }, (_, index) => [`places/p${index}.geojson`, empty])
		);
		expect(codes(zipSync(many, { level: 0 }))).toEqual([['many', null]]);
		expect(codes(archive({ 'README.txt': 'Hello' }))).toEqual([['empty', null]]);
		expect(codes(zipSync({ 'actors.json': new Uint8Array([0xff, 0xfe]) }))).toEqual([
			['text', 'actors.json']
		]);
		const twice = Buffer.from(archive({ 'places/a.geojson': '1', 'places/b.geojson': '2' }));
		const named = Buffer.from(twice.toString('latin1').replaceAll('places/b.', 'places/a.'), 'latin1');
		expect(codes(named)).toEqual([['twice', 'places/a.geojson']]);
	});

	it('never throws, whatever the bytes are', () => {
		const whole = zipOf(files, 'Do this.');
		const torn = fc
			.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
			.map(([at, byte, length]) => {
				const bytes = whole.slice(0, length || undefined);
				if (at < bytes.length) bytes[at] = byte;
				return bytes;
			});
		fc.assert(
			fc.property(fc.oneof(torn, fc.uint8Array({ maxLength: 200 })), (bytes) => {
				const { files: read, faults } = readZip(bytes);
				expect(faults.length > 0).toBe(read.length === 0);
			}),
			{ numRuns: 100 }
		);
	});
});
