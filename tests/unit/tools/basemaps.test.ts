/** The backgrounds that a data set names: the ready ones in order, what becomes of each, and whom it asks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { basemapsFileSchema } from '../../../src/lib/geodata/basemapSchema';
import ready from '../../../src/lib/geodata/readyBasemaps.json';
import { basemapsIn, hostsOf } from '../../../src/tools/basemaps.js';

/** A data set with this file of backgrounds. */
function withFile(text: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'attested-basemaps-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'basemaps.json'), text);
	return folder;
}
const named = (...basemaps: object[]) => basemapsIn(withFile(JSON.stringify({ basemaps })));
const ids = Object.keys(ready);

describe('the ready backgrounds', () => {
	it.each(ids)('%s is whole: address, licence, attribution and what its host asks', (id) => {
		const [entry] = named({ type: 'ready', id });
		expect(basemapsFileSchema.safeParse({ basemaps: [entry] })).toMatchObject({ success: true });
		expect(entry!.terms).toBeDefined();
		expect(Object.keys(entry!.name)).toEqual(['en', 'ar', 'fr']);
	});

	it('ask one host each, and that of Protomaps none', () => {
		const hosts = ids.map((id) => hostsOf(named({ type: 'ready', id })[0]!));
		expect(hosts).toEqual([
			['https://tile.openstreetmap.org'],
			['https://tiles.openfreemap.org'],
			[],
			['https://tiles.maps.eox.at'],
			['https://gibs.earthdata.nasa.gov'],
			['https://services.arcgisonline.com']
		]);
	});

	it('are off until they are named', () => {
		expect(named()).toEqual([]);
		expect(named({ type: 'ready', id: 'nasa-gibs' }).map(({ id }) => id)).toEqual(['nasa-gibs']);
	});

	it('may have another address, and then another host; the dark style of the ready one goes with its own', () => {
		const [own] = named({ type: 'ready', id: 'openfreemap', url: 'https://maps.example/mine.json' });
		expect(own).toMatchObject({ type: 'style', url: 'https://maps.example/mine.json', look: 'map' });
		expect(own).not.toHaveProperty('dark');
		expect(hostsOf(own!)).toEqual(['https://maps.example']);
	});

	it('keep what stands in their address', () => {
		const check = (url: string) =>
			basemapsFileSchema.safeParse({ basemaps: [{ type: 'ready', id: 'esri-world-imagery', url }] }).success;
		expect(check('https://tiles.example/{z}/{y}/{x}?token=1')).toBe(true);
		expect(check('https://tiles.example/style.json')).toBe(false);
	});
});

it('a file that is no JSON, or of another shape, gives no background: the check says what is wrong', () => {
	for (const text of [
		'{',
		'[]',
		'null',
		'{"basemaps": 1}',
		'{"basemaps": [null]}',
		'{"basemaps": [{"type":"ready","id":"x"}]}'
	])
		expect(basemapsIn(withFile(text))).toEqual([]);
	expect(basemapsIn('/nowhere')).toEqual([]);
});

const one = {
	type: 'raster',
	id: 'aerial',
	name: { en: 'Aerial' },
	url: 'https://tiles.example/{z}/{x}/{y}{ratio}.png',
	look: 'imagery',
	attribution: [{ text: 'Nobody', url: 'https://example.org' }],
	licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
};
const isTaken = (changed: object) =>
	basemapsFileSchema.safeParse({ basemaps: [{ ...one, ...changed }] }).success;

it.each([
	[true, {}],
	[true, { url: '/tiles/{z}/{x}/{-y}.webp' }],
	[true, { url: 'http://127.0.0.1:8080/{z}/{x}/{y}.png' }],
	[true, { url: 'https://{s}.tiles.example/{z}/{x}/{y}.png', subdomains: ['a'] }],
	[true, { url: 'https://tiles.example/{date}/{z}/{x}/{y}.png', days: { from: '2020-01-01' } }],
	[false, { url: '//tiles.example/{z}/{x}/{y}.png' }],
	[false, { url: 'https://reader:secret@tiles.example/{z}/{x}/{y}.png' }],
	[false, { url: 'https://tiles.example; script-src *;/{z}/{x}/{y}.png' }],
	[false, { url: 'javascript:alert(1)/{z}/{x}/{y}' }],
	[false, { url: 'https://{s}.tiles.example/{z}/{x}/{y}.png' }],
	[false, { url: 'https://tiles.example/{date}/{z}/{x}/{y}.png' }],
	[false, { url: 'https://tiles.example/{quadkey}.png' }],
	[false, { id: 'offline' }],
	[false, { hosts: ['https://*.example'] }],
	[false, { hosts: ['https://a.example/path'] }],
	[false, { type: 'style' }],
	[true, { type: 'style', url: 'https://tiles.example/style.json' }],
	[true, { type: 'wmts', url: 'https://tiles.example/wmts', layer: 'a', matrixSet: 'g' }],
	[false, { type: 'wmts', url: 'https://tiles.example/wmts', layer: 'a' }],
	[false, { type: 'wmts', url: 'https://tiles.example/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}' }]
])('an entry of one’s own is taken: %s (%j)', (taken, changed) => {
	expect(isTaken(changed)).toBe(taken);
});
