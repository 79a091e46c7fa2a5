/** What is dense looks dense: made-up clusters in an archive, as the map would draw them, at every zoom. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mercatorX, mercatorY } from '../../../../src/lib/base/mercator';
import { clusters, madeUpClusters, type ClusterPoint } from '../../../../src/tools/bench/made-up-clusters';
import { makeTiles } from '../../../../src/tools/tiles';

const rows = 20_000;
const zooms = [5, 6, 7, 8, 9];
let folder: string;
let archive: PMTiles;
let points: ClusterPoint[];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attested-clusters-'));
	points = madeUpClusters(rows);
	const csv = points.map(({ value, latitude, longitude }) => `${value},${latitude},${longitude}\n`);
	writeFileSync(join(folder, 'points.csv'), `value,lat,lon\n${csv.join('')}`);
	const output = join(folder, 'points.pmtiles');
	await makeTiles(join(folder, 'points.csv'), { output, name: 'Clusters', colour: 'value', maxzoom: 9 });
	const bytes = readFileSync(output);
	archive = new PMTiles({
		getKey: () => 'clusters',
		getBytes: (offset, length) =>
			Promise.resolve({
				data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length)
			})
	});
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The discs of a zoom, in pixels of the world. */
async function discs(zoom: number): Promise<{ x: number; y: number; radius: number; count: number }[]> {
	const scale = 2 ** zoom;
	const box = [34, 31, 43.5, 38.5] as const;
	const found = [];
	for (let column = Math.floor(mercatorX(box[0]) * scale); column <= mercatorX(box[2]) * scale; column++)
		for (let row = Math.floor(mercatorY(box[3]) * scale); row <= mercatorY(box[1]) * scale; row++) {
			const tile = await archive.getZxy(zoom, column, row);
			if (!tile) continue;
			const raw = new Uint8Array(tile.data);
			const data = raw[0] === 0x1f ? gunzipSync(raw) : raw;
			const layer = new VectorTile(new PbfReader(data)).layers.points;
			for (let at = 0; at < (layer?.length ?? 0); at++) {
				const feature = layer!.feature(at);
				const place = feature.loadGeometry()[0]![0]!;
				const { fixed, growing, count = 1 } = feature.properties as Record<string, number>;
				found.push({
					x: (column + place.x / layer!.extent) * 512,
					y: (row + place.y / layer!.extent) * 512,
					radius: fixed! + growing! * scale,
					count
				});
			}
		}
	return found;
}

/** How far a place is from the middle of a cluster, in spreads of it. */
const spreadsFrom = ({ longitude, latitude, spread }: (typeof clusters)[number], x: number, y: number) =>
	Math.hypot(
		(x - mercatorX(longitude)) * (360 / spread),
		((y - mercatorY(latitude)) * 360 * Math.cos((latitude * Math.PI) / 180)) / (0.8 * spread)
	);

/** Of each cluster the share of pixels that discs cover in its middle, at its rim, and far from all clusters. */
async function inkOf(zoom: number) {
	const side = 512 * 2 ** zoom;
	const all = await discs(zoom);
	/** The pixels that discs cover, by their column and row: looked up, since each is asked about many times. */
	const inked = new Set<number>();
	for (const { x, y, radius } of all)
		for (let column = Math.round(x - radius); column <= x + radius; column++)
			for (let row = Math.round(y - radius); row <= y + radius; row++)
				if (Math.hypot(column - x, row - y) <= radius) inked.add(column * side + row);
	const shareOf = (places: [number, number][]) =>
		places.filter(([x, y]) => inked.has(Math.round(x * side) * side + Math.round(y * side))).length /
		places.length;
	const ring = (cluster: (typeof clusters)[number], least: number, most: number) => {
		const steps = Array.from({ length: 41 }, (_, at) => -most + (at * most) / 20);
		const { longitude, latitude, spread } = cluster;
		return steps
			.flatMap((right) =>
				steps.map((down): [number, number] => [
					mercatorX(longitude) + (right * spread) / 360,
					mercatorY(latitude) + (down * 0.8 * spread) / (360 * Math.cos((latitude * Math.PI) / 180))
				])
			)
			.filter(([x, y]) => {
				const distance = spreadsFrom(cluster, x, y);
				return (
					distance >= least &&
					distance <= most &&
					clusters.every((other) => other === cluster || spreadsFrom(other, x, y) > 4)
				);
			});
	};
	return clusters
		.filter(({ spread }) => (spread / 360) * side >= leastPixels)
		.map((cluster) => ({
			pixels: (cluster.spread / 360) * side,
			middle: shareOf(ring(cluster, 0, 1)),
			rim: shareOf(ring(cluster, 1.8, 2.6)),
			beyond: shareOf(ring(cluster, 4.5, 6))
		}));
}

/** Clusters of a smaller spread are a mark or two. */
const leastPixels = 6;

it.each(zooms)(
	'a cluster is denser in the middle than at its rim, and empty beside it, at zoom %i',
	async (zoom) => {
		// No row is lost.
		expect((await discs(zoom)).reduce((sum, { count }) => sum + count, 0)).toBe(points.length);
		const ink = await inkOf(zoom);
		expect(ink.length).toBeGreaterThan(2);
		const mean = (of: 'middle' | 'rim') => ink.reduce((sum, each) => sum + each[of], 0) / ink.length;
		expect(mean('middle')).toBeGreaterThan(1.4 * mean('rim'));
		for (const { pixels, middle, rim, beyond } of ink) {
			if (pixels >= 16) expect(middle).toBeGreaterThan(1.2 * rim);
			expect(rim).toBeGreaterThan(beyond);
			expect(beyond).toBeLessThan(0.05);
		}
	}
);

it('marks don’t stand in rows and columns', async () => {
	const all = await discs(7);
	// In a grid of cells of 32 pixels all would stand at the same few places of a cell.
	const places = new Set(all.map(({ x }) => Math.round((x % 32) * 4)));
	expect(places.size).toBeGreaterThan(100);
});
