/** Towns of GeoNames by what they matter on a map of some countries, and their names. Pure. */
import type { Feature, Point, Position } from 'geojson';
import type { DegreeBox } from '../../lib/base/antimeridian';
import { inOrder, isIn, round } from './geometry';
import { nameIn } from './names';

/** A row of GeoNames' cities500. */
export interface Town {
	id: number;
	name: string;
	/** Without accents. */
	ascii: string;
	/** In any language and script. */
	aliases: string[];
	position: Position;
	/** GeoNames feature code: PPLC a capital, PPLA the seat of a first-level division, PPLX a part of a town. */
	code: string;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** 0 where it is not known. */
	population: number;
}

export interface TownRules {
	/** The countries that the map is about. */
	countries: readonly string[];
	/** What the map shows first, and as far as it reaches; unwrapped. */
	view: DegreeBox;
	box: DegreeBox;
	/** The first is that of `name`; the others have a `name_…` where one is known. */
	languages: readonly string[];
}

export type TownProperties = { name: string; rank: number; population?: number } & Record<string, unknown>;

/** How many towns of each rank: of the countries that the map is about, and of those around. */
const most = { home: [4, 40, 80, 140], around: [0, 24, 50, 60] } as const;
/** How near two towns of a rank may be, as a part of the first view's larger side: only one name has room. */
const apart = [1 / 14, 1 / 36, 1 / 70, 1 / 130];

/** Reads GeoNames' table. */
export function townsOf(table: string, toMap: (longitude: number) => number): Town[] {
	return table
		.split('\n')
		.map((line) => line.split('\t'))
		.filter((cells) => cells.length > 14)
		.map((cells) => ({
			id: Number(cells[0]),
			name: cells[1]!,
			ascii: cells[2]!,
			aliases: cells[3]!.split(',').filter(Boolean),
			position: [round(toMap(Number(cells[5]))), round(Number(cells[4]))],
			code: cells[7]!,
			country: cells[8]!,
			population: Number(cells[14])
		}));
}

/** The towns that the map names, with their rank from 1, the most important, to 4. */
export function rankedTowns(towns: readonly Town[], rules: TownRules): Feature<Point, TownProperties>[] {
	const { countries, view, box } = rules;
	const known = towns.filter(({ position, code }) => isIn(position, box) && code !== 'PPLX');
	const isHome = ({ country }: Town) => countries.includes(country);
	const byWeight = (a: Town, b: Town) => weight(b) - weight(a) || a.id - b.id;
	const home = known.filter(isHome).sort(byWeight);
	// Of the countries around, small towns are of use only where the map begins.
	const around = known.filter((town) => !isHome(town)).sort(byWeight);
	const side = Math.max(view[2] - view[0], view[3] - view[1]);
	const taken: { town: Town; rank: number }[] = [];
	const take = (from: readonly Town[], rank: number, count: number) => {
		for (const town of from) {
			if (count <= 0) return;
			const isFree = taken.every(
				(other) => other.town !== town && distance(other.town, town) > apart[rank - 1]! * side
			);
			if (!isFree) continue;
			taken.push({ town, rank });
			count--;
		}
	};
	const seats = (from: readonly Town[]) => from.filter(({ code }) => code === 'PPLC' || code === 'PPLA');
	take(
		home.filter(({ code }) => code === 'PPLC'),
		1,
		countries.length
	);
	take(home, 1, most.home[0] - taken.length);
	take(
		around.filter(({ code }) => code === 'PPLC'),
		2,
		most.around[1]
	);
	take(seats(home), 2, most.home[1]);
	take(home, 2, most.home[1] / 4);
	for (const rank of [2, 3, 4]) {
		if (rank > 2) take(home, rank, most.home[rank - 1]!);
		take(
			rank < 4 ? around : around.filter(({ position }) => isIn(position, view)),
			rank,
			most.around[rank - 1]! / 2
		);
	}
	return inOrder(
		taken.map(({ town, rank }) => ({
			properties: {
				...namesOf(town, rules.languages),
				rank,
				// The source writes 0 where it does not know the population.
				...(town.population > 0 && { population: town.population })
			},
			geometry: { type: 'Point' as const, coordinates: town.position }
		})),
		({ rank, name }) => `${rank}${name}`
	);
}

const weight = ({ code, population }: Town) => population * (code === 'PPLC' ? 4 : code === 'PPLA' ? 2 : 1);

function distance(a: Town, b: Town): number {
	const shrink = Math.cos((((a.position[1]! + b.position[1]!) / 2) * Math.PI) / 180);
	return Math.hypot((a.position[0]! - b.position[0]!) * shrink, a.position[1]! - b.position[1]!);
}

function namesOf(town: Town, languages: readonly string[]): { name: string } & Record<string, string> {
	const [first = 'en', ...others] = languages;
	const latin = latinName(town);
	const name = nameIn(first, town) ?? latin;
	const more = others.flatMap((language) => {
		const other = nameIn(language, town) ?? (isLatin(language) ? latin : null);
		return other !== null && other !== name ? [[`name_${language}`, other] as const] : [];
	});
	return { name, ...Object.fromEntries(more) };
}

const isLatin = (language: string) => new Intl.Locale(language).maximize().script === 'Latn';

/** The name in Latin letters: with its accents where the country writes so, without those of a transliteration elsewhere. */
function latinName({ name, ascii, country }: Town): string {
	return isLatin(`und-${country}`) ? name : ascii.replace(/[`'’]/g, '');
}
