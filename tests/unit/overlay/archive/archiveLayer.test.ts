/** How what the site publishes is shown, from one visit to the next. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Archives, type ArchiveLayer } from '../../../../src/lib/overlay/archive/archiveLayer.svelte';
import { remember } from '../../../../src/lib/overlay/archive/archiveState';
import { makeTiles } from '../../../../src/tools/tiles';

let folder: string;
let address: string;

/** Serves the archive as it stands at that moment. */
const host = createServer((request, response) => {
	const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range!)!;
	const bytes = readFileSync(join(folder, 'rows.pmtiles'));
	response.writeHead(206).end(bytes.subarray(Number(from), Number(to) + 1));
});

/** Writes an archive of a row for each of these actors, on one day after another. */
async function publish(...actors: string[]): Promise<void> {
	const rows = actors.map((actor, row) => `${33 + row},36,${actor},2020-01-0${1 + row}`);
	writeFileSync(join(folder, 'rows.csv'), ['lat,lon,actor,date', ...rows].join('\n'));
	await makeTiles(join(folder, 'rows.csv'), { output: join(folder, 'rows.pmtiles'), name: 'Rows' });
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attested-kept-'));
	await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
	address = `http://127.0.0.1:${(host.address() as AddressInfo).port}/rows.pmtiles`;
	await publish('Russia', 'Iran', 'Israel');
});
afterAll(() => {
	host.closeAllConnections();
	host.close();
	rmSync(folder, { recursive: true });
});

let kept: Map<string, string>;
beforeEach(() => {
	kept = new Map();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	});
});
afterEach(() => void vi.unstubAllGlobals());

/** A page that is opened anew. */
async function visit(): Promise<ArchiveLayer> {
	const layers = new Archives([address]);
	await layers.open();
	return layers.all[0]!;
}

/** The page is left. What watches the layer meanwhile runs in browsers alone. */
const leave = (layer: ArchiveLayer) => remember(address, layer.state);

const codeOf = ({ archive }: ArchiveLayer, wanted: string) =>
	archive.colour!.values.find(({ value }) => value === wanted)!.code;
const offIn = ({ archive, off }: ArchiveLayer) =>
	archive.colour!.values.filter(({ code }) => off.has(code)).map(({ value }) => value);

/** Puts another text in the place of the one thing that is kept. */
async function spoil(text: string): Promise<void> {
	leave(await visit());
	const [key] = kept.keys();
	kept.set(key!, text);
}

it('is as it was left at the last visit', async () => {
	const layer = await visit();
	layer.toggle(codeOf(layer, 'Iran'));
	layer.setWindow({ from: 18263, to: 18264 });
	layer.visible = false;
	leave(layer);
	const again = await visit();
	expect(again).toMatchObject({ visible: false, window: { from: 18263, to: 18264 } });
	expect(offIn(again)).toEqual(['Iran']);
	again.only();
	again.setWindow(null);
	again.visible = true;
	leave(again);
	expect(await visit()).toMatchObject({ visible: true, window: null, off: new Set() });
});

it('is not left in the page’s own time', async () => {
	const layer = await visit();
	layer.setPageWindow({ from: 18263, to: 18264 });
	leave(layer);
	expect((await visit()).mapLayer).toMatchObject({ window: null });
});

it('knows what is turned off by its name, where an archive is made anew', async () => {
	const layer = await visit();
	const code = codeOf(layer, 'Iran');
	layer.toggle(code);
	leave(layer);
	await publish('Iran', 'Turkey', 'Russia');
	const again = await visit();
	expect(codeOf(again, 'Iran')).not.toBe(code);
	expect(offIn(again)).toEqual(['Iran']);
	await publish('Russia', 'Iran', 'Israel');
});

it.each([
	'',
	'{',
	'null',
	'[]',
	'"off"',
	'{"visible":false}',
	'{"visible":"no","off":[],"window":null}',
	'{"visible":false,"off":"Iran","window":null}',
	'{"visible":false,"off":[null],"window":null}',
	'{"visible":false,"off":[]}',
	'{"visible":false,"off":[],"window":{"from":1}}',
	'{"visible":false,"off":[],"window":{"from":"1","to":2}}',
	'{"visible":false,"off":[],"window":{"from":1.5,"to":2}}',
	'{"visible":false,"off":[],"window":{"from":2,"to":1}}'
])('is whole where what was kept is broken: %s', async (text) => {
	await spoil(text);
	expect(await visit()).toMatchObject({ visible: true, window: null, off: new Set() });
});

it('is shown whatever was kept', async () => {
	const day = fc.oneof(fc.integer(), fc.anything());
	const state = fc.record({
		visible: fc.oneof(fc.boolean(), fc.anything()),
		off: fc.oneof(fc.array(fc.string()), fc.anything()),
		window: fc.oneof(fc.constant(null), fc.record({ from: day, to: day }), fc.anything())
	});
	const text = fc.oneof(
		fc.string(),
		fc.json(),
		state.map((value) => JSON.stringify(value))
	);
	await fc.assert(
		fc.asyncProperty(text, async (text) => {
			await spoil(text);
			const { visible, off, window } = await visit();
			expect(typeof visible).toBe('boolean');
			expect(off.size).toBeLessThanOrEqual(3);
			if (window) expect(window.from).toBeLessThanOrEqual(window.to);
		}),
		{ numRuns: 50 }
	);
});

it('is shown, and can be changed, in a browser that keeps nothing', async () => {
	const refuse = () => {
		throw new DOMException('no', 'SecurityError');
	};
	vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
	const layer = await visit();
	layer.toggle(codeOf(layer, 'Iran'));
	leave(layer);
	expect(offIn(layer)).toEqual(['Iran']);
	expect(offIn(await visit())).toEqual([]);
});

it('opens a row with the texts that the archive keeps of it, from whatever zoom it was clicked at', async () => {
	const rows = Array.from({ length: 200 }, (_, row) => {
		const place = [33 + (row % 20) / 7, 36 + Math.floor(row / 20) / 9];
		return `${place.join(',')},Iran,2020-01-01,"Place ${row}, with a comma",https://example.org/${row},${row % 2 ? row : ''}`;
	});
	writeFileSync(join(folder, 'rows.csv'), ['lat,lon,actor,date,name,url,count', ...rows].join('\n'));
	const keep = ['name', 'date', 'url', 'count'];
	await makeTiles(join(folder, 'rows.csv'), { output: join(folder, 'rows.pmtiles'), name: 'Rows', keep });
	const layer = await visit();
	expect(layer.archive.kept).toEqual([
		{ name: 'name', property: 'name' },
		{ name: 'date', property: 'date' },
		{ name: 'url', property: 'url' },
		// A mark has a property of that name.
		{ name: 'count', property: 'count_' }
	]);
	const hit = { layer: layer.id, count: 1, code: 1, degrees: 0 };
	for (const row of [0, 7, 199]) {
		// A mark of zoom 3 stands up to 0.01 degrees beside its row.
		const [latitude, longitude] = [33 + (row % 20) / 7 - 0.005, 36 + Math.floor(row / 20) / 9 - 0.01];
		await layer.select({ ...hit, row, latitude, longitude });
		expect(layer.texts).toEqual({
			state: 'found',
			texts: [
				`Place ${row}, with a comma`,
				'2020-01-01',
				`https://example.org/${row}`,
				row % 2 ? String(row) : ''
			]
		});
	}
	await layer.select({ ...hit, row: 3, count: 12, latitude: 33, longitude: 36 });
	expect(layer.texts).toBeNull();
	await layer.select({ ...hit, row: 3, latitude: -33, longitude: -36 });
	expect(layer.texts).toBeNull();
	const answer = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError());
	await layer.select({ ...hit, row: 0, latitude: 33, longitude: 36 });
	expect(layer.texts).toEqual({ state: 'failed' });
	answer.mockRestore();
	await layer.select(null);
	expect([layer.selected, layer.texts]).toEqual([null, null]);
});

it('an archive without columns that are kept has no texts, nor any in its shallow tiles', async () => {
	await publish('Russia');
	const layer = await visit();
	expect(layer.archive.kept).toBeUndefined();
	await layer.select({ layer: layer.id, row: 0, count: 1, code: 1, degrees: 0, latitude: 33, longitude: 36 });
	expect(layer.texts).toBeNull();
});
