/** The files opened by GDAL, which knows nothing of us. Debian and Ubuntu have it as `gdal-bin`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFiles, type DataFileName } from '../../../../src/lib/export/registry';
import { exportGeometry } from '../../../../src/lib/export/geometry';
import { writeFile } from '../../../../src/lib/export/onServer';
import { context, real } from '../data';

const installed = spawnSync('ogrinfo', ['--version']).status === 0;
const title = installed
	? 'the files of /data, opened by GDAL'
	: 'skipped, since ogrinfo is not installed (Debian: gdal-bin)';

describe.skipIf(!installed)(title, () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'attested-export-'));
		for (const [name, { write }] of Object.entries(dataFiles))
			if (write || name === 'reports.csvt')
				writeFileSync(join(folder, name), writeFile(name as DataFileName, real, context));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	/** What ogrinfo says of each layer. */
	const layers = (file: DataFileName) => {
		const text = execFileSync('ogrinfo', ['-ro', '-al', '-so', join(folder, file)], { encoding: 'utf8' });
		return text
			.split(/^Layer name: /m)
			.slice(1)
			.map((layer) => ({
				name: layer.split('\n')[0]!,
				features: Number(/Feature Count: (\d+)/.exec(layer)![1])
			}));
	};
	/** The features of a layer, as ogr2ogr writes them in GeoJSON. */
	const features = (file: DataFileName, layer: string[] = [], options: string[] = []) =>
		JSON.parse(
			execFileSync('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', join(folder, file), ...layer, ...options], {
				encoding: 'utf8',
				maxBuffer: 2 ** 26
			})
		).features as {
			properties: Record<string, unknown>;
			geometry: { type: string; coordinates: number[] } | null;
		}[];

	it.each([
		['reports.csv', real.reports.length],
		['reports.geojson', real.reports.length],
		['sites.geojson', real.sites.length],
		['sites.lpf.json', real.sites.length]
	] as const)('%s has %i features', (file, count) => {
		expect(layers(file).map((layer) => layer.features)).toEqual([count]);
	});

	it('the types beside the CSV make geometries, numbers and days of its columns', () => {
		const text = execFileSync('ogrinfo', ['-ro', '-al', '-so', join(folder, 'reports.csv')], {
			encoding: 'utf8'
		});
		for (const column of ['where_prec: Integer', 'radius_km: Real', 'date_earliest: Date', 'quotes: String'])
			expect(text).toContain(column);
		const drawn = new Map(real.sites.map((site) => [site.id, exportGeometry(site)]));
		expect(features('reports.csv').map(({ geometry }) => geometry)).toEqual(
			real.reports.map(({ place }) => drawn.get(place?.id ?? '') ?? null)
		);
	});

	it('reads the KML as a layer for each actor', () => {
		const expected = real.actors
			.map(({ id, name }) => ({
				name: name.en,
				features: real.sites.filter((site) => site.actors.some((actor) => actor.id === id)).length
			}))
			.filter((layer) => layer.features > 0);
		expect(layers('sites.kml')).toEqual(expected);
		const iran = features('sites.kml', ['Iran']);
		expect(iran.map(({ properties }) => properties.Name ?? properties.name)).toEqual(
			real.sites.filter((site) => site.actors.some(({ id }) => id === 'iran')).map(({ name }) => name.en)
		);
	});

	it('reads the GPX as waypoints with their names', () => {
		expect(layers('sites.gpx').find(({ name }) => name === 'waypoints')!.features).toBe(real.sites.length);
		for (const [index, { properties, geometry }] of features('sites.gpx', ['waypoints']).entries()) {
			const site = real.sites[index]!;
			expect(properties.name).toContain(site.name.en);
			expect(properties.desc).toContain(site.precision.reason);
			expect(geometry!.type).toBe('Point');
		}
	});

	it('reads the names, words and geometries of the GeoJSON', () => {
		const read = features('reports.geojson');
		expect(read.map(({ properties }) => [properties.report, properties.quote, properties.name_ar])).toEqual(
			real.reports.map(({ id, quotes, place }) => [id, quotes[0]!.exact, place?.name.ar ?? null])
		);
		expect(features('sites.geojson').map(({ geometry }) => geometry!.type === 'Point')).toEqual(
			real.sites.map(({ drawn }) => drawn === 'point')
		);
	});

	it('reads the names and words of the CSV', () => {
		expect(features('reports.csv').map(({ properties }) => [properties.report, properties.name_ar])).toEqual(
			real.reports.map(({ id, place }) => [id, place?.name.ar ?? ''])
		);
	});
});
