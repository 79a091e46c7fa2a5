/**
 * To schema 2: what a data set is about, and the version of its schema, stand in `dataset.json`. Before it the code knew
 * both, so that a folder without it gets what its places show: the countries and the box that they lie in.
 */
import { slug } from '../../base/slug';
import type { Boundaries } from '../boundaries';
import { fieldsOf, isFields } from '../loose';
import { countryName } from '../names';
import type { Position } from '../schema';
import type { Files, Mended } from './fix';

type Box = [west: number, south: number, east: number, north: number];

/** Those of all records of before. @param country whose names of months the Arabic has */
const languagesFor = (country: unknown) => [
	{ tag: 'en', region: 'GB' },
	{ tag: 'ar', ...(typeof country === 'string' && { region: country }), calendar: 'gregory', digits: 'arab' }
];

/** How far beyond the places the map reaches, and how far its first view does, in parts of their width and height. */
const margin = { box: 0.5, view: 0.1 } as const;

export function toSchema2(files: Files, boundaries: Boundaries): Mended | null {
	const there = files.get('dataset.json');
	if (isFields(there)) {
		const { $schema, ...rest } = there;
		delete rest.schemaVersion;
		const { countries } = fieldsOf(rest.region);
		const languages = languagesFor(Array.isArray(countries) ? countries[0] : undefined);
		const dataset = { ...($schema !== undefined && { $schema }), schemaVersion: 2, languages, ...rest };
		return {
			files: new Map([['dataset.json', dataset]]),
			done: ['dataset.json says that the records are of schema 2.']
		};
	}
	const places = there === undefined ? placesIn(files) : [];
	if (places.length === 0) return null;
	const dataset = datasetAround(places, boundaries, fieldsOf(files.get('actors.json')).$schema);
	const done =
		'dataset.json is new, with the countries and the box that the places lie in. Look it over: title, introduction, disclaimer, publisher and region are yours to say.';
	return { files: new Map([['dataset.json', dataset]]), done: [done] };
}

/** @param schema the address of the schema of the actors, beside which that of the data set is */
function datasetAround(places: Position[][], boundaries: Boundaries, schema: unknown): object {
	const countries = countriesOf(places, boundaries);
	const where = `in ${new Intl.ListFormat('en').format(countries.map(countryName))}`;
	const main = countryName(countries[0] ?? 'ZZ');
	const bounds = boundsOf(places.flat());
	return {
		...(typeof schema === 'string' && { $schema: schema.replace('actors', 'dataset') }),
		schemaVersion: 2,
		id: `attested-${slug(main) || 'records'}`,
		title: `reported military sites ${where}`,
		introduction: `What news articles report about military sites ${where}.`,
		disclaimer:
			'Every record rests on a quote; a place is drawn no finer than its article gives it, and a record is a report, not a finding.',
		keywords: [...countries.map(countryName), 'military sites', 'news reports', 'provenance'],
		license: 'CC-BY-4.0',
		languages: languagesFor(countries[0]),
		publisher: { name: 'Attested' },
		region: { where, countries, box: around(bounds, margin.box), view: around(bounds, margin.view) }
	};
}

/** The positions of each place that was in the region of the map. */
function placesIn(files: Files): Position[][] {
	const places = [...files]
		.filter(([path]) => path.startsWith('places/'))
		.map(([, value]) => fieldsOf(value));
	return places
		.filter(({ properties }) => fieldsOf(properties).foreign !== true)
		.map(({ geometry }) => positionsIn(fieldsOf(geometry).coordinates))
		.filter((positions) => positions.length > 0);
}

function positionsIn(value: unknown): Position[] {
	if (!Array.isArray(value)) return [];
	const [longitude, latitude] = value as unknown[];
	if (typeof longitude !== 'number') return value.flatMap(positionsIn);
	return typeof latitude === 'number' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
		? [[longitude, latitude]]
		: [];
}

/** The fewest countries that all places on land reach into, that of most places first. */
function countriesOf(places: Position[][], boundaries: Boundaries): string[] {
	let left = places
		.map((positions) => new Set(positions.flatMap((position) => boundaries.countriesAt(position, 0))))
		.filter(({ size }) => size > 0);
	const countries: string[] = [];
	while (left.length > 0) {
		const counts = new Map<string, number>();
		for (const codes of left) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
		const [most] = [...counts].sort(([, a], [, b]) => b - a)[0]!;
		countries.push(most);
		left = left.filter((codes) => !codes.has(most));
	}
	return countries;
}

function boundsOf(positions: Position[]): Box {
	const [longitudes, latitudes] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
	const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
	return [west, Math.min(...latitudes), east, Math.max(...latitudes)];
}

/** A box and something around it, at least a degree, to tenths of a degree. */
function around([west, south, east, north]: Box, part: number): Box {
	const wide = Math.max(1, (east - west) * part);
	const high = Math.max(1, (north - south) * part);
	const tenths = (value: number, most: number) =>
		Math.min(most, Math.max(-most, Math.round(value * 10) / 10));
	return [
		tenths(west - wide, 180),
		tenths(south - high, 85),
		tenths(east + wide, 180),
		tenths(north + high, 85)
	];
}
