/**
 * `npm run export -- geoparquet [-o FILE] [--data DIR]`: writes the reports as GeoParquet, the file that the site has at
 * `/data/reports.parquet`, without building the site. Exit code 1 where the records have problems.
 */
import { aboutOf } from '../lib/geodata/about';
import { kindNames } from '../lib/words/kindNames';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serverWriters } from '../lib/export/onServer';
import type { ServerFileName } from '../lib/export/registry';
import { compile } from '../lib/geodata/compile';
import { geodataDirectory, loadRecords } from '../lib/server/geodata';
import { counted, isCommand } from './command';
import { homeOf } from './home.js';
import { writeOutput } from './output';

const file: ServerFileName = 'reports.parquet';

const help = `npm run export -- geoparquet [-o FILE] [--data DIR]

Writes the reports in a format for analysis. There is one: GeoParquet 1.1.

  -o, --output FILE  without it ${file}
      --data DIR      the records; without it geodata/

VITE_SITE_ORIGIN and BASE_PATH, as when building, make the permalinks absolute.
`;

/** The command: prints, and gives the exit code. */
export function main(options: string[], environment = process.env): number {
	try {
		const { values, positionals } = parseArgs({
			args: options,
			allowPositionals: true,
			options: {
				output: { type: 'string', short: 'o', default: file },
				data: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
		if (values.help) {
			console.log(help);
			return 0;
		}
		if (positionals.length !== 1 || positionals[0] !== 'geoparquet') {
			console.error(`Say which format: there is geoparquet.\n\n${help}`);
			return 1;
		}
		const directory = values.data === undefined ? geodataDirectory() : resolve(values.data);
		const records = loadRecords(directory);
		const data = compile(records);
		const { origin, base } = homeOf(environment);
		const bytes = serverWriters[file](data, {
			origin: origin + base,
			version: records.version.version,
			about: aboutOf(records.dataset),
			kindNames: kindNames()
		});
		writeOutput(values.output, bytes, { reads: [directory] });
		console.log(
			`${values.output}: ${counted(data.reports.length, 'report')}, ${bytes.length.toLocaleString('en')} bytes.`
		);
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = main(process.argv.slice(2));
