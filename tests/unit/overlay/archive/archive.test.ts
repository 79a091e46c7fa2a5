/** Archives as `npm run tiles` writes them, read back by the package that every PMTiles map uses. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { PMTiles, tileIdToZxy, type RangeResponse, type Source } from 'pmtiles';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { random } from '../../../../src/tools/bench/made-up';
import { main, makeTiles, type TilesChoices } from '../../../../src/tools/tiles';
import { ArchiveWriter } from '../../../../src/tools/tiles/writer';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'attested-tiles-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** An archive on this disk for the package's reader. */
function opened(path: string): PMTiles {
	const bytes = readFileSync(path);
	const source: Source = {
		getKey: () => path,
		getBytes: (offset, length): Promise<RangeResponse> =>
			Promise.resolve({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer })
	};
	return new PMTiles(source);
}

type Feature = { id: number; x: number; y: number; properties: Record<string, number> };

/** The features of a layer of a tile. */
async function featuresOf(archive: PMTiles, zoom: number, column: number, row: number, name = 'points') {
	const tile = await archive.getZxy(zoom, column, row);
	const layer = tile && new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[name];
	return Array.from({ length: layer?.length ?? 0 }, (_, index): Feature => {
		const feature = layer!.feature(index);
		const { x, y } = feature.loadGeometry()[0]![0]!;
		return { id: feature.id!, x, y, properties: feature.properties as Record<string, number> };
	});
}

/** The features of all tiles of a zoom, whichever there may be. */
async function featuresAt(archive: PMTiles, zoom: number) {
	const found: (Feature & { column: number; row: number })[] = [];
	for (let column = 0; column < 2 ** zoom; column++)
		for (let row = 0; row < 2 ** zoom; row++)
			for (const feature of await featuresOf(archive, zoom, column, row))
				found.push({ ...feature, column, row });
	return found;
}

interface Given {
	longitude: number;
	latitude: number;
	actor: string;
	date: string;
}

const csvOf = (rows: Given[]) =>
	['longitude,latitude,actor,date']
		.concat(rows.map(({ longitude, latitude, actor, date }) => [longitude, latitude, actor, date].join(',')))
		.join('\n');

async function made(content: string, choices: Partial<TilesChoices> = {}, name = 'in.csv') {
	const [file, output] = [join(folder, name), join(folder, 'out.pmtiles')];
	writeFileSync(file, content);
	const result = await makeTiles(file, { output, name: 'Data', ...choices });
	return { ...result, output, archive: opened(output) };
}

const degrees = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const given = fc.array(
	fc.record({
		longitude: fc.oneof(degrees(-180, 180), degrees(36, 36.2), fc.constantFrom(-180, 180, 36)),
		latitude: fc.oneof(degrees(-90, 90), degrees(33, 33.2), fc.constantFrom(-90, 90, 33)),
		actor: fc.constantFrom('Russia', 'Iran', 'إيران'),
		date: fc.constantFrom('2015-09-30', '2022-08-31', '')
	}),
	{ minLength: 1, maxLength: 40 }
);

describe('an archive of any points', () => {
	it('has each of them in exactly one tile of each zoom, where it is', async () => {
		await fc.assert(
			fc.asyncProperty(given, fc.integer({ min: 0, max: 4 }), async (rows, maxzoom) => {
				const { archive, table } = await made(csvOf(rows), { maxzoom });
				expect(table.rows).toBe(rows.length);
				for (let zoom = 0; zoom <= maxzoom; zoom++) {
					const features = await featuresAt(archive, zoom);
					expect(features.map(({ id }) => id).sort((a, b) => a - b)).toEqual([...rows.keys()]);
					for (const { id, column, x } of features) {
						const longitude = ((column + x / 4096) / 2 ** zoom) * 360 - 180;
						const unit = 360 / 2 ** zoom / 4096;
						const off = rows[id]!.longitude - longitude;
						expect(off > -1e-9 && off <= unit + 1e-9).toBe(true);
					}
				}
			}),
			{ numRuns: 40 }
		);
	});
});

describe('an archive', () => {
	const many = Array.from({ length: 9000 }, (_, index) => ({
		longitude: 36 + (index % 100) / 1000,
		latitude: 33 + Math.floor(index / 100) / 1000,
		actor: index % 3 === 0 ? 'Russia' : 'Iran',
		date: index % 2 === 0 ? '2015-09-30' : ''
	}));

	it('of many points is thinned where they are dense and complete where it is deep, with exact counts', async () => {
		const { archive, isComplete, maxzoom } = await made(csvOf(many));
		expect([isComplete, maxzoom]).toEqual([true, 13]);
		const top = await featuresOf(archive, 0, 0, 0);
		expect(top).toHaveLength(2);
		const sum = (key: string) => top.reduce((total, { properties }) => total + (properties[key] ?? 0), 0);
		expect([sum('count'), sum('undated')]).toEqual([9000, 4500]);
		expect(new Set(top.map(({ properties }) => properties.from))).toEqual(new Set([16708]));
		const header = await archive.getHeader();
		expect(header).toMatchObject({ minZoom: 0, maxZoom: 13, tileType: 1, clustered: true });
		expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([36, 33, 36.099, 33.089]);
	});

	it('goes deeper where a tile has too many points, and says where that is not enough', async () => {
		const near = many.map((row) => ({ ...row, longitude: 36 + (row.longitude - 36) / 100, latitude: 33 }));
		const { maxzoom, isComplete } = await made(csvOf(near));
		expect([maxzoom, isComplete]).toEqual([14, false]);
	});

	it('says what the map needs to know, and what every program reads', async () => {
		const rows = [...many.slice(0, 3), { longitude: 999, latitude: 0, actor: 'Iran', date: '' }];
		const { archive } = await made(csvOf(rows), { name: 'Ours', attribution: 'A <b>newsroom</b>' });
		expect(await archive.getMetadata()).toEqual({
			name: 'Ours',
			attribution: 'A <b>newsroom</b>',
			type: 'overlay',
			vector_layers: [
				{
					id: 'points',
					fields: Object.fromEntries(
						['actor', 'from', 'to', 'count', 'undated', 'across', 'fixed', 'growing'].map((name) => [
							name,
							'Number'
						])
					),
					minzoom: 0,
					maxzoom: 12
				}
			],
			attested: {
				version: 1,
				rows: 4,
				placed: 3,
				colour: {
					name: 'actor',
					values: [
						{ code: 2, value: 'Iran', count: 3 },
						{ code: 1, value: 'Russia', count: 1 }
					],
					written: [null, null, null]
				},
				time: { first: 16708, last: 16708, counts: expect.any(Array) }
			}
		});
	});

	it('tells rows apart by another column, and by none', async () => {
		const valuesOf = async (archive: PMTiles) =>
			(
				(await archive.getMetadata()) as { attested: { colour: { values: { value: string }[] } | null } }
			).attested.colour?.values.map(({ value }) => value);
		const other = await made('lat,lon,actor,arm\n33,36,Iran,air\n33,36,Iran,sea\n', { colour: 'arm' });
		expect(await valuesOf(other.archive)).toEqual(['air', 'sea']);
		expect(await valuesOf((await made('lat,lon\n33,36\n')).archive)).toBeUndefined();
		await expect(made('lat,lon\n33,36\n', { colour: 'arm' })).rejects.toThrow(
			'There is no column “arm”. There are: lat, lon.'
		);
	});

	it('has lines and areas in every tile that they pass through, the inside of an area written once', async () => {
		const ring = [
			[36, 33],
			[37, 33],
			[37, 34],
			[36, 34],
			[36, 33]
		];
		const feature = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
		const { archive, tiles } = await made(JSON.stringify(feature), {}, 'in.geojson');
		const header = await archive.getHeader();
		expect(tiles).toBe(header.numAddressedTiles);
		expect(header.numTileContents).toBeLessThan(tiles / 3);
		// Longitude 36.5, latitude 33.5 at zoom 12.
		expect(await featuresOf(archive, 12, 2463, 1646, 'shapes')).toHaveLength(1);
		expect(await featuresOf(archive, 12, 2400, 1646, 'shapes')).toHaveLength(0);
	});

	it('of a place that no tile of Web Mercator reaches has it at the edge', async () => {
		const { archive } = await made('lat,lon\n-90,180\n', { maxzoom: 2 });
		expect(await featuresOf(archive, 2, 3, 3)).toMatchObject([{ x: 4095, y: 4095 }]);
	});
});

describe('the writer', () => {
	it('writes directories of any size', async () => {
		const path = join(folder, 'deep.pmtiles');
		const writer = new ArchiveWriter(path);
		// Irregular ids and sizes, so that no directory compresses to nothing.
		const next = random(1);
		let last = 0;
		const sizes = new Map(
			Array.from({ length: 30_000 }, () => [
				(last += 2 + Math.floor(next() * 50)),
				1 + Math.floor(next() * 200)
			])
		);
		const ids = [...sizes.keys()];
		const bytesOf = (id: number) =>
			Uint8Array.from({ length: sizes.get(id)! }, (_, at) => (id * (at + 3)) % 251);
		for (const id of ids) writer.add(...tileIdToZxy(id), bytesOf(id));
		const { tiles } = writer.finish({ bounds: [-180, -85, 180, 85], metadata: () => ({}) });
		expect(tiles).toBe(30_000);
		const archive = opened(path);
		expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(16_384);
		for (const id of ids.filter((_, index) => index % 997 === 0)) {
			const tile = await archive.getZxy(...tileIdToZxy(id));
			expect(new Uint8Array(tile!.data)).toEqual(bytesOf(id));
		}
		expect(await archive.getZxy(...tileIdToZxy(ids[5000]! - 1))).toBeUndefined();
	});

	it('begins as the specification says, with the root directory in the first 16 KiB', async () => {
		const { output } = await made('lat,lon\n33,36\n');
		const bytes = readFileSync(output);
		expect(bytes.subarray(0, 8).toString('latin1')).toBe('PMTiles\x03');
		const root = Number(bytes.readBigUInt64LE(8)) + Number(bytes.readBigUInt64LE(16));
		expect(root).toBeLessThanOrEqual(16_384);
	});

	it('refuses tiles out of order, and leaves nothing behind when it gives up', () => {
		const path = join(folder, 'given-up.pmtiles');
		const writer = new ArchiveWriter(path);
		writer.add(1, 1, 1, new Uint8Array(1));
		expect(() => writer.add(0, 0, 0, new Uint8Array(1))).toThrow('tile 0/0/0 comes too late');
		writer.discard();
		expect(readdirSync(folder).filter((name) => name.startsWith('given-up'))).toEqual([]);
	});
});

describe('the command', () => {
	afterEach(() => vi.restoreAllMocks());

	async function run(...options: string[]) {
		const said: string[] = [];
		for (const way of ['log', 'error'] as const)
			vi.spyOn(console, way).mockImplementation((text) => said.push(text));
		return { code: await main(options), said: said.join('\n') };
	}
	const fileWith = (name: string, content: string) => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	};

	it('makes an archive, and says what of the file it could not place', async () => {
		const output = join(folder, 'said.pmtiles');
		const { code, said } = await run(fileWith('a.csv', 'lat,lon\n33,36\n33,\n133,36\n'), '-o', output);
		expect(code).toBe(0);
		expect(said).toContain('no place: 1, first in 3');
		expect(said).toContain('out of range: 1, first in 4');
		expect(said).toContain(`${output}: 1 of 3 rows in 13 tiles of zoom 0 to 12`);
		expect((await opened(output).getHeader()).numAddressedTiles).toBe(13);
	});

	it.each([
		[[], 'Say which file'],
		[['a.csv', 'b.csv'], 'one only'],
		[['nothing.csv'], 'nothing.csv can’t be read'],
		[[tmpdir()], 'is not a file'],
		[['--fast', 'a.csv'], "Unknown option '--fast'"],
		[['--maxzoom', '99', 'a.csv'], 'a whole number from 0 to 16']
	])('refuses %j in words', async (options, words) => {
		const { code, said } = await run(...options);
		expect(code).toBe(1);
		expect(said).toContain(words.replace('’', "'"));
	});

	it.each([
		['picture.csv', '\x89PNG\r\n\x1a\n', 'it is a picture'],
		['empty.csv', '', 'it is empty'],
		['nowhere.csv', 'name,date\na,2020\nb,2021\n', 'says of none of its 2 rows where it is']
	])('refuses %s and leaves no archive', async (name, content, words) => {
		writeFileSync(join(folder, name), content, 'latin1');
		const output = join(folder, 'none.pmtiles');
		const { code, said } = await run(join(folder, name), '-o', output);
		expect([code, said]).toEqual([1, expect.stringContaining(words)]);
		expect(readdirSync(folder).filter((each) => each.startsWith('none.'))).toEqual([]);
	});

	it('says where it can’t write', async () => {
		const { code, said } = await run(
			fileWith('b.csv', 'lat,lon\n33,36\n'),
			'-o',
			join(folder, 'no/where.pmtiles')
		);
		expect([code, said]).toEqual([1, expect.stringContaining("where.pmtiles can't be written")]);
	});

	it('helps', async () => {
		const { code, said } = await run('--help');
		expect([code, said]).toEqual([0, expect.stringContaining('npm run tiles -- FILE')]);
	});
});
