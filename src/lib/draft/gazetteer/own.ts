/** The data set's own places, before all that the gazetteer knows. */
import { ownName } from '../../geodata/names';
import type { Geometry, PlaceRecord, Position } from '../../geodata/schema';
import type { Candidate, Gazetteer, GazetteerPlace } from './gazetteer';
import { gazetteerKey, otherArticle } from './key';

export interface OwnPlace {
	id: string;
	/** What it is shown as. */
	name: string;
	/** All names, in any language and script. */
	names: readonly string[];
	/** Degrees: longitude and latitude of a place about its middle; null where nothing can be said. */
	position: Position | null;
	/** ISO 3166-1 alpha-2. */
	country?: string;
}

/** Own rows are counted from here: a packed gazetteer has fewer. */
const firstOwnRow = 2 ** 24;
const longestCountedKey = 7;

/** “DAM”, “OS58”, “M2”: means the place as it is written, and not as a word in small letters. */
const isCode = (name: string) => /^[A-Z\d-]{2,5}$/.test(name);

/**
 * A gazetteer that knows places of its own as well. They come before all other candidates, with weight 1. One without a
 * position gets that of the place that the gazetteer knows under the same name, the one with the most people; else that of
 * the last word of its name (“central and western Syria”); where there is none, it is left out.
 */
export function withOwnPlaces(gazetteer: Gazetteer, places: readonly OwnPlace[]): Gazetteer {
	const rows: GazetteerPlace[] = [];
	const keys = new Map<string, Candidate[]>();
	const codes = new Map<string, number>();
	let longestKey = gazetteer.longestKey;

	for (const own of places) {
		const namesakes = own.names.flatMap((name) => gazetteer.candidates(gazetteerKey(name)) ?? []);
		const where = own.position
			? fromPosition(own.position)
			: (mostPeople(namesakes.map(({ place }) => gazetteer.place(place))) ??
				mostPeople(
					(gazetteer.candidates(gazetteerKey(own.name).split(' ').at(-1)!) ?? []).map(({ place }) =>
						gazetteer.place(place)
					)
				));
		if (!where) continue;
		const row = firstOwnRow + rows.length;
		const { latitude, longitude, country, division } = where;
		rows.push({
			name: own.name,
			latitude,
			longitude,
			country: own.country ?? country,
			division,
			kind: 'own',
			population: 0,
			ownId: own.id
		});
		for (const name of own.names) if (isCode(name)) codes.set(name, row);
		for (const key of keysOf(own.names.filter((name) => !isCode(name)))) {
			keys.set(key, [...(keys.get(key) ?? []), { place: row, weight: 1 }]);
			longestKey = Math.max(longestKey, Math.min(longestCountedKey, key.split(' ').length));
		}
	}

	return {
		longestKey,
		place(row) {
			if (row < firstOwnRow) return gazetteer.place(row);
			const place = rows[row - firstOwnRow];
			if (!place) throw new RangeError(`no row ${row}`);
			return place;
		},
		candidates(key) {
			const own = keys.get(key);
			const others = gazetteer.candidates(key);
			return own ? [...own, ...(others ?? [])] : others;
		},
		demonym: (key) => gazetteer.demonym(key),
		abbreviation: (word) => codes.get(word) ?? gazetteer.abbreviation(word)
	};
}

/** The places of a data set. */
export function ownPlacesOf(records: readonly PlaceRecord[]): OwnPlace[] {
	return records.map(({ id, geometry, properties: { name, aliases } }) => ({
		id,
		name: ownName(name),
		names: [...Object.values(name), ...aliases],
		position: geometry && middleOf(geometry)
	}));
}

type Where = Pick<GazetteerPlace, 'latitude' | 'longitude' | 'country' | 'division'>;

function fromPosition([longitude, latitude]: Position): Where {
	return { latitude, longitude, country: '', division: '' };
}

function mostPeople(places: GazetteerPlace[]): Where | undefined {
	return places.reduce<GazetteerPlace | undefined>(
		(most, place) => (most && most.population >= place.population ? most : place),
		undefined
	);
}

/** The middle of the box round a geometry. */
function middleOf(geometry: Geometry): Position {
	const flat = geometry.coordinates.flat(3) as number[];
	const between = (numbers: number[]) => (Math.min(...numbers) + Math.max(...numbers)) / 2;
	return [
		between(flat.filter((_, index) => index % 2 === 0)),
		between(flat.filter((_, index) => index % 2 === 1))
	];
}

/** The keys of names: with what stands in brackets and in its place, and with and without the article. */
function keysOf(names: readonly string[]): Set<string> {
	const keys = names.flatMap(withoutBrackets).map(gazetteerKey);
	const others = keys.flatMap((key) => {
		if (/^\p{Script=Arabic}+$/u.test(key)) return otherArticle(key);
		return key.replace(/^(al|el|ad|an|ar|as|ash|at|az) (?=\p{Script=Latin})/u, '');
	});
	return new Set([...keys, ...others].filter((key) => key.length > 2));
}

/** “Hmeimim (Khmeimim) Air Base” is “Hmeimim Air Base” and “Khmeimim Air Base” too. */
function withoutBrackets(name: string): string[] {
	const parts = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(name);
	if (!parts) return [name];
	const [, before, inside, after] = parts;
	return [name, `${before} ${after}`, `${inside} ${after}`];
}
