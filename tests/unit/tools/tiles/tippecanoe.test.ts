/** Lines and areas by tippecanoe: with a stand-in of a few lines in its place, and with itself where it is installed. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { project } from '../../../../src/tools/command';
import { makeTiles } from '../../../../src/tools/tiles';
import { hasTippecanoe } from '../../../../src/tools/tiles/tippecanoe';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'attested-shapes-'))));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** A program of that name, which cuts with the library that the map has. */
const standIn = `#!${process.execPath}
const { createRequire } = require('node:module');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { argv, exit } = process;
if (argv.includes('--version')) exit(0);
const value = (name) => argv[argv.indexOf(name) + 1];
writeFileSync(__dirname + '/asked.json', JSON.stringify(argv.slice(2)));
const text = readFileSync(argv.at(-1), 'utf8');
writeFileSync(__dirname + '/fed.geojsonl', text);
if (text.includes('"actor":2')) { console.error('no more room'); exit(3); }
(async () => {
	const load = (path) => import(${JSON.stringify(`${project}/node_modules/`)} + path);
	const { GeoJSONVT } = await load('@maplibre/geojson-vt/dist/geojson-vt.mjs');
	const { fromGeojsonVt } = await load('@maplibre/vt-pbf/dist/index.es.js');
	const features = text.trim().split('\\n').map((line) => JSON.parse(line));
	const cut = new GeoJSONVT({ type: 'FeatureCollection', features }, { extent: 4096, maxZoom: 14 });
	for (let z = 0; z <= Number(value('--maximum-zoom')); z++)
		for (let x = 0; x < 2 ** z; x++)
			for (let y = 0; y < 2 ** z; y++) {
				const tile = cut.getTile(z, x, y);
				if (!tile || tile.features.length === 0) continue;
				const at = value('--output-to-directory') + '/' + z + '/' + x;
				mkdirSync(at, { recursive: true });
				writeFileSync(at + '/' + y + '.pbf', fromGeojsonVt({ [value('--layer')]: tile }, { version: 2, extent: 4096 }));
			}
})();
`;

const shapes = (actor: string) =>
	JSON.stringify({
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				properties: { actor, date: '2020-01-02' },
				geometry: { type: 'Point', coordinates: [30, 50] }
			},
			{
				type: 'Feature',
				properties: { actor, date: '2020-01-02' },
				geometry: {
					type: 'LineString',
					coordinates: [
						[36, 33],
						[120, -20]
					]
				}
			}
		]
	}).replace('"actor":"Iran"', '"actor":"Russia"');

async function made(content: string) {
	const [file, output] = [join(folder, 'in.geojson'), join(folder, 'out.pmtiles')];
	writeFileSync(file, content);
	const made = await makeTiles(file, { output, name: 'Shapes', maxzoom: 5 });
	const bytes = readFileSync(output);
	const archive = new PMTiles({
		getKey: () => output,
		getBytes: (offset, length) =>
			Promise.resolve({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer })
	});
	return { ...made, archive };
}

/** The features of a layer in all tiles of a zoom. */
async function featuresAt(archive: PMTiles, zoom: number, name: string) {
	const found: { id: number; properties: object; place: string }[] = [];
	for (let column = 0; column < 2 ** zoom; column++)
		for (let row = 0; row < 2 ** zoom; row++) {
			const tile = await archive.getZxy(zoom, column, row);
			const layer = tile && new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[name];
			for (let index = 0; index < (layer?.length ?? 0); index++) {
				const { id, properties } = layer!.feature(index);
				found.push({ id: id!, properties, place: `${zoom}/${column}/${row}` });
			}
		}
	return found;
}

async function expectWhole(archive: PMTiles) {
	for (let zoom = 0; zoom <= 5; zoom++) {
		const points = await featuresAt(archive, zoom, 'points');
		expect(points.map(({ id }) => id).sort()).toEqual([0, 1]);
		const lines = await featuresAt(archive, zoom, 'shapes');
		expect(new Set(lines.map(({ id }) => id))).toEqual(new Set([1]));
		expect(new Set(lines.map(({ place }) => place)).size).toBe(lines.length);
		for (const { properties } of lines) expect(properties).toEqual({ actor: 1, from: 18263, to: 18263 });
	}
	// It goes through more than one tile of ours, and through some in which there is nothing else.
	expect((await featuresAt(archive, 5, 'shapes')).length).toBeGreaterThan(5);
	const header = await archive.getHeader();
	expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([30, -20, 120, 50]);
}

describe('a program that stands in for tippecanoe', () => {
	it('is fed the lines and areas, and its tiles are in the archive beside ours', async () => {
		const programs = installed();
		const { archive, isComplete } = await made(shapes('Russia'));
		expect(isComplete).toBe(true);
		const asked = JSON.parse(readFileSync(join(programs, 'asked.json'), 'utf8')) as string[];
		expect(asked).toEqual(expect.arrayContaining(['--layer', 'shapes', '--maximum-zoom', '5']));
		const fed = readFileSync(join(programs, 'fed.geojsonl'), 'utf8').trim().split('\n');
		expect(fed.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1]);
		await expectWhole(archive);
	});

	it('is not asked where there are none', async () => {
		const programs = installed();
		await made('{"type":"Point","coordinates":[36,33]}');
		expect(() => readFileSync(join(programs, 'asked.json'))).toThrow('no such file');
	});

	it('that fails ends the command with what it said', async () => {
		installed();
		await expect(made(shapes('Iran'))).rejects.toThrow('tippecanoe failed: no more room');
	});

	function installed(): string {
		const programs = mkdtempSync(join(folder, 'programs-'));
		mkdirSync(programs, { recursive: true });
		writeFileSync(join(programs, 'tippecanoe'), standIn);
		chmodSync(join(programs, 'tippecanoe'), 0o755);
		vi.stubEnv('PATH', `${programs}${delimiter}${process.env.PATH}`);
		return programs;
	}
});

it('without it our own cutter does the same', async () => {
	vi.stubEnv('PATH', '');
	expect(hasTippecanoe()).toBe(false);
	await expectWhole((await made(shapes('Russia'))).archive);
});

const title = hasTippecanoe()
	? 'tippecanoe itself does the same'
	: 'skipped, since tippecanoe is not installed';
it.skipIf(!hasTippecanoe())(title, async () => {
	await expectWhole((await made(shapes('Russia'))).archive);
});
