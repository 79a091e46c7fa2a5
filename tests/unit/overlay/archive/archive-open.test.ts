/** Archives as the map opens them, over HTTP: by range requests, and why one can't be shown. */
import { createServer, type Server } from 'node:http';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesIn } from '../../../../src/lib/overlay/archive/addresses';
import { openArchive, type Archive } from '../../../../src/lib/overlay/archive/archive';
import { ArchiveLayer } from '../../../../src/lib/overlay/archive/archiveLayer.svelte';
import { serve, type Serving } from '../../../../src/tools/serve';
import { makeTiles } from '../../../../src/tools/tiles';
import { ArchiveWriter } from '../../../../src/tools/tiles/writer';

let folder: string;
let host: Serving;
let path: (name: string) => string;
let address: (name: string) => string;
const asked: string[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attested-opened-'));
	path = (name) => join(folder, name);
	const rows = Array.from(
		{ length: 50 },
		(_, row) => `${33 + row / 100},36,${row % 2 ? 'Iran' : 'Russia'},2020-01-0${1 + (row % 9)}`
	);
	writeFileSync(path('rows.csv'), ['lat,lon,actor,date', ...rows, ',,Iran,'].join('\n'));
	await makeTiles(path('rows.csv'), { output: path('rows.pmtiles'), name: 'Rows', attribution: 'Somebody' });
	const other = new ArchiveWriter(path('other.pmtiles'));
	other.add(0, 0, 0, new Uint8Array([1, 2, 3]));
	other.finish({ bounds: [0, 0, 1, 1], metadata: () => ({ name: 'Roads' }) });
	writeFileSync(path('text.pmtiles'), 'no archive at all, but long enough to be one '.repeat(500));
	const whole = readFileSync(path('rows.pmtiles'));
	writeFileSync(path('cut.pmtiles'), whole.subarray(0, 8000));
	host = await serve(folder, { port: 0, onrequest: (path) => asked.push(path) });
	address = (name) => host.address + name;
});
afterAll(async () => {
	await host.close();
	rmSync(folder, { recursive: true });
});

/** Why an archive can't be opened. */
const faultOf = (at: string) =>
	openArchive(at).then(
		() => 'opened',
		({ reason, detail }) => (reason === 'missing' ? `${reason} ${detail}` : reason)
	);

async function rowsIn(archive: Archive, zoom: number, column: number, row: number): Promise<number> {
	const tile = await archive.tile(zoom, column, row);
	return tile ? new VectorTile(new PbfReader(tile)).layers.points!.length : 0;
}

describe('an archive that is opened', () => {
	it('says what it has, and gives its tiles', async () => {
		const archive = await openArchive(address('rows.pmtiles'));
		expect(archive).toMatchObject({
			name: 'Rows',
			attribution: 'Somebody',
			bounds: [36, 33, 36, 33.49],
			maxzoom: 12,
			rows: 51,
			placed: 50,
			colour: { name: 'actor' },
			time: { first: 18262, last: 18270 }
		});
		expect(archive.colour!.values.map(({ value, count }) => [value, count])).toEqual([
			['Iran', 26],
			['Russia', 25]
		]);
		expect(await rowsIn(archive, 0, 0, 0)).toBe(50);
		expect(await archive.tile(3, 0, 0)).toBeNull();
	});

	it('is asked for its beginning and its metadata before a tile is wanted, whatever its size', async () => {
		asked.length = 0;
		await openArchive(address('rows.pmtiles'));
		expect(asked).toEqual(['/rows.pmtiles', '/rows.pmtiles']);
	});

	it('is read anew where the file was replaced meanwhile', async () => {
		copyFileSync(path('rows.pmtiles'), path('changing.pmtiles'));
		const changing = createServer((request, response) => {
			const bytes = readFileSync(path('changing.pmtiles'));
			const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range!)!;
			const part = bytes.subarray(Number(from), Number(to) + 1);
			response.writeHead(206, { ETag: `"${bytes.length}"` }).end(part);
		});
		await withServer(changing, async (at) => {
			const archive = await openArchive(`${at}changing.pmtiles`);
			expect(await rowsIn(archive, 0, 0, 0)).toBe(50);
			writeFileSync(path('few.csv'), 'lat,lon\n33,36\n');
			await makeTiles(path('few.csv'), { output: path('changing.pmtiles'), name: 'Few' });
			expect(await rowsIn(archive, 0, 0, 0)).toBe(1);
		});
	});
});

async function withServer(server: Server, work: (address: string) => Promise<void>): Promise<void> {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	try {
		await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

describe('an archive that can’t be shown', () => {
	it('is told apart by why', async () => {
		expect(await faultOf(address('rows.pmtiles'))).toBe('opened');
		expect(await faultOf(address('nothing.pmtiles'))).toBe('missing 404');
		expect(await faultOf(address('text.pmtiles'))).toBe('damaged');
		expect(await faultOf(address('cut.pmtiles'))).toBe('damaged');
		expect(await faultOf(address('other.pmtiles'))).toBe('other');
	});

	it('on a host that sends the whole file is not fetched to its end', async () => {
		let sent = 0;
		const whole = createServer((_, response) => {
			response.writeHead(200, { 'Content-Length': 1e9 });
			const write = () => {
				while (!response.destroyed && sent < 1e9) {
					sent += 65_536;
					if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', write);
				}
			};
			write();
		});
		await withServer(whole, async (at) => {
			expect(await faultOf(`${at}rows.pmtiles`)).toBe('no-ranges');
		});
		expect(sent).toBeLessThan(1e8);
	});

	it('on a host that does not answer', async () => {
		const closed = createServer();
		let gone = '';
		await withServer(closed, (at) => Promise.resolve(void (gone = at)));
		expect(await faultOf(`${gone}rows.pmtiles`)).toBe('unreachable');
	});

	it('is damaged wherever it is cut off or a byte is another, or else shown: nothing else is thrown', async () => {
		const bytes = readFileSync(path('rows.pmtiles'));
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
				const broken = isCut ? bytes.subarray(0, at) : Buffer.from(bytes);
				if (!isCut) broken[at] = byte;
				writeFileSync(path('broken.pmtiles'), broken);
				const server = createServer((request, response) => {
					const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range!)!;
					response.writeHead(206).end(broken.subarray(Number(from), Number(to) + 1));
				});
				await withServer(server, async (at) => {
					expect(['opened', 'damaged', 'other', 'unreachable']).toContain(
						await faultOf(`${at}broken.pmtiles`)
					);
				});
			}),
			{ numRuns: 150 }
		);
	});
});

describe('what of an archive is shown', () => {
	it('follows its switches, its own time and the page’s', async () => {
		const layer = new ArchiveLayer('published0', await openArchive(address('rows.pmtiles')));
		const codeOf = (name: string) => layer.summary.colour!.values.find(({ value }) => value === name)!.code;
		expect(layer.mapLayer).toMatchObject({
			id: 'published0',
			maxzoom: 12,
			rows: 50,
			isPublished: true,
			window: null
		});
		expect(layer.mapLayer!.off.size).toBe(0);
		layer.only([codeOf('Iran')]);
		expect([...layer.mapLayer!.off]).toEqual([codeOf('Russia')]);
		layer.toggle(codeOf('Russia'));
		expect(layer.mapLayer!.off.size).toBe(0);
		layer.setWindow({ from: 18262, to: 18265 });
		layer.setPageWindow({ from: 18264, to: 20000 });
		expect(layer.mapLayer!.window).toEqual({ from: 18264, to: 18265 });
		layer.visible = false;
		expect(layer.mapLayer).toBeNull();
	});

	it('is gone to with room about it', async () => {
		const layer = new ArchiveLayer('published0', await openArchive(address('rows.pmtiles')));
		layer.zoomTo();
		const [west, south, east, north] = layer.wantedBounds!;
		expect([west, east]).toEqual([36, 36]);
		expect(south).toBeCloseTo(32.951, 6);
		expect(north).toBeCloseTo(33.539, 6);
	});

	it.each([
		[undefined, []],
		['', []],
		['/a.pmtiles', ['/a.pmtiles']],
		[
			' /a.pmtiles, https://tiles.example/b.pmtiles ,,/a.pmtiles',
			['/a.pmtiles', 'https://tiles.example/b.pmtiles']
		]
	])('the setting %j names %j', (setting, addresses) => {
		expect(addressesIn(setting)).toEqual(addresses);
	});
});
