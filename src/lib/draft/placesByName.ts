/** Where the names in a reader's file may be: the likeliest place of each, as finely as a name alone allows. */
import type { PlaceCandidate } from './article';
import type { Gazetteer } from './gazetteer/gazetteer';
import { searchPlaces } from './search';

export interface NamedPlace {
	/** What the place is called where it was found. */
	name: string;
	/** ISO 3166-1 alpha-2, or ''. */
	country: string;
	/** Degrees, WGS 84: about the middle of the place. */
	longitude: number;
	latitude: number;
	/** How far from there it may be, in km. */
	radius_km: number;
}

/** How far a place of some fineness (UCDP GED `where_prec`) reaches, in km; one that is wider is nowhere in particular. */
const reach_km: Partial<Record<number, number>> = { 1: 2, 2: 5, 3: 20, 4: 60 };

/**
 * The places of names, null where there is none, or where it is as wide as a country.
 * @param gazetteer with the places of the data set in it, which go before all others
 * @param home countries of the data set, whose places go before those of others
 * @param ownReach_km how far places of the data set reach, by id
 */
export function placesByName(
	names: readonly string[],
	gazetteer: Gazetteer,
	home: readonly string[],
	ownReach_km: ReadonlyMap<string, number | null> = new Map()
): (NamedPlace | null)[] {
	return names.map((name) => {
		for (const part of partsOf(name)) {
			const [first] = searchPlaces(part, gazetteer, home);
			if (first) return namedPlace(first, ownReach_km.get(first.id ?? '') ?? null);
		}
		return null;
	});
}

/** A name, then what stands before its first comma, bracket or stroke: “Tadmur (Palmyra), Homs”. */
function partsOf(name: string): string[] {
	const whole = name.trim().slice(0, 200);
	const [first = ''] = whole.split(/[,،;/()[\]]| - /);
	return [...new Set([whole, first.trim()])].filter((part) => part !== '');
}

function namedPlace(
	{ name, country, position, precision }: PlaceCandidate,
	own_km: number | null
): NamedPlace | null {
	const radius_km = own_km ?? precision.radius_km ?? reach_km[precision.where_prec];
	return position && radius_km !== undefined ? { name, country, ...position, radius_km } : null;
}
