/**
 * `npm run export -- FORMAT [-o PATH] [--data DIR]`: writes the reports for programs, without building the site: as
 * GeoParquet, as PMTiles, or as both, with the GeoJSON that databases take. Exit code 1 where the records have problems.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ExportContext } from '../lib/export/about';
import { reportFeatures } from '../lib/export/formats/geojson';
import { serverWriters } from '../lib/export/onServer';
import { aboutOf } from '../lib/geodata/about';
import { compile } from '../lib/geodata/compile';
import { ownName } from '../lib/geodata/names';
import type { Dataset } from '../lib/geodata/views';
import { geodataDirectory, loadRecords } from '../lib/server/geodata';
import { kindNames } from '../lib/words/kindNames';
import { counted, isCommand } from './command';
import { homeOf } from './home.js';
import { writeOutput } from './output';
import { makeTiles } from './tiles';

const help = `npm run export -- FORMAT [-o PATH] [--data DIR]

Writes the reports for programs, as

  geoparquet         GeoParquet 1.1, for DuckDB, Apache Sedona, GeoPandas and QGIS: reports.parquet
  pmtiles            tiles of any number, for VITE_TILES and any map: reports.pmtiles
  all                both, and reports.geojson, which ogr2ogr takes into PostGIS, in a folder: reports

  -o, --output PATH  another file, or folder
      --data DIR     the records; without it geodata/

VITE_SITE_ORIGIN and BASE_PATH, as when building, make the permalinks absolute.
`;

interface Exported {
	data: Dataset;
	context: ExportContext;
	/** The folder of the records, which nothing is written over. */
	reads: readonly string[];
}

type Writer = (path: string, exported: Exported) => void | Promise<void>;

const geoparquet: Writer = (path, { data, context, reads }) => {
	writeOutput(path, serverWriters['reports.parquet'](data, context), { reads });
};

const geojson: Writer = (path, { data, context, reads }) => {
	writeOutput(path, new TextEncoder().encode(JSON.stringify(reportFeatures(data, context))), { reads });
};

/** Tiles are cut of a file, as those of any other data are; of each report they have where, who and when. */
const pmtiles: Writer = async (path, { data, context, reads }) => {
	const directory = mkdtempSync(join(tmpdir(), 'attested-export-'));
	try {
		const file = join(directory, 'reports.geojson');
		const { features, ...collection } = reportFeatures(data, context);
		const slim = features.map((feature, index) => {
			const { attributed, when } = data.reports[index]!;
			const actor = attributed.map(({ name }) => ownName(name)).join('; ');
			return { ...feature, properties: { actor, date: when.edtf } };
		});
		writeFileSync(file, JSON.stringify({ ...collection, features: slim }));
		const { title: name, creator: attribution } = context.about;
		await makeTiles(file, { output: path, name, attribution, colour: 'actor', reads });
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
};

const formats: Record<string, { path: string; files: (path: string) => [string, Writer][] }> = {
	geoparquet: { path: 'reports.parquet', files: (path) => [[path, geoparquet]] },
	pmtiles: { path: 'reports.pmtiles', files: (path) => [[path, pmtiles]] },
	all: {
		path: 'reports',
		files(path) {
			mkdirSync(path, { recursive: true });
			return [
				[join(path, 'reports.parquet'), geoparquet],
				[join(path, 'reports.geojson'), geojson],
				[join(path, 'reports.pmtiles'), pmtiles]
			];
		}
	}
};

/** The command: prints, and gives the exit code. */
export async function main(options: string[], environment = process.env): Promise<number> {
	try {
		const { values, positionals } = parseArgs({
			args: options,
			allowPositionals: true,
			options: {
				output: { type: 'string', short: 'o' },
				data: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
		if (values.help) {
			console.log(help);
			return 0;
		}
		const format = positionals.length === 1 ? formats[positionals[0]!] : undefined;
		if (!format) {
			console.error(`Say which format: ${Object.keys(formats).join(', ')}.\n\n${help}`);
			return 1;
		}
		const directory = values.data === undefined ? geodataDirectory() : resolve(values.data);
		const records = loadRecords(directory);
		const data = compile(records);
		const { origin, base } = homeOf(environment);
		const context = {
			origin: origin + base,
			version: records.version.version,
			about: aboutOf(records.dataset),
			kindNames: kindNames()
		};
		for (const [path, write] of format.files(values.output ?? format.path)) {
			await write(path, { data, context, reads: [directory] });
			const bytes = statSync(path).size.toLocaleString('en');
			console.log(`${path}: ${counted(data.reports.length, 'report')}, ${bytes} bytes.`);
		}
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
