/**
 * Rows that only name their place, put where the name was found when the reader asked for it: each is a guess, drawn as
 * wide as the name allows, and says so in columns of its own.
 */
import type { Geometry, Position } from 'geojson';
import { cellText } from '../cells';
import type { Column, NumberColumn } from '../table';
import type { Problems } from './problem';

/** Where a name was found. */
export interface LookedUpPlace {
	/** What the place is called there. */
	name: string;
	/** ISO 3166-1 alpha-2, or ''. */
	country: string;
	/** Degrees, WGS 84: about its middle. */
	longitude: number;
	latitude: number;
	/** How far from there the row may be, in km. */
	radius_km: number;
}

export interface LookedUp {
	/** The column with the names, by its number. */
	column: number;
	/** By what stands in a cell. */
	places: Record<string, LookedUpPlace>;
}

interface Placed {
	longitude: Float64Array;
	latitude: Float64Array;
	shapes: Map<number, Geometry>;
	/** How far from its position a row may be, in metres; NaN where it says nothing. */
	radius: Float32Array | null;
}

/** Columns that say what was found; they stand behind those of the file. */
const columnNames = { place: 'looked_up_place', radius: 'looked_up_radius_km' };

/**
 * Places the rows that have no place and whose name was found. Gives the arrays with them, and columns that say so; what
 * it was given stays as it is.
 */
export function placeByNames(
	before: Placed,
	columns: readonly Column[],
	origin: Uint32Array,
	{ column: index, places }: LookedUp,
	problems: Problems
): Placed & { columns: Column[] } {
	const longitude = before.longitude.slice();
	const latitude = before.latitude.slice();
	const shapes = new Map(before.shapes);
	const radius = before.radius?.slice() ?? new Float32Array(origin.length).fill(NaN);
	const radii: NumberColumn = {
		kind: 'number',
		name: columnNames.radius,
		values: new Float64Array(origin.length).fill(NaN)
	};
	const codes = new Uint32Array(origin.length);
	const values = [''];
	const known = new Map<string, number>();
	const found = new Set<number>();
	const column = columns[index]!;
	for (let row = 0; row < origin.length; row++) {
		if (!Number.isNaN(longitude[row])) continue;
		const text = cellText(column, row);
		const place = Object.hasOwn(places, text) ? places[text]! : null;
		if (!place) continue;
		const words = place.country === '' ? place.name : `${place.name} (${place.country})`;
		const within = `${words}, ±${Number(place.radius_km.toFixed(1))} km`;
		problems.add('looked-up', { origin: origin[row]!, found: text, instead: within });
		[longitude[row], latitude[row]] = [place.longitude, place.latitude];
		shapes.set(row, ringAbout(place));
		radius[row] = place.radius_km * 1000;
		radii.values[row] = place.radius_km;
		found.add(origin[row]!);
		let code = known.get(words);
		if (code === undefined) known.set(words, (code = values.push(words) - 1));
		codes[row] = code;
	}
	if (found.size === 0) return { ...before, columns: [] };
	problems.withdraw('no-place', found);
	const name: Column = { kind: 'coded', name: columnNames.place, codes, values };
	return { longitude, latitude, shapes, radius, columns: [name, radii] };
}

const corners = 48;
const kmPerDegree = 111.195;

/** A ring about a place, which is as wide as the place may be. */
function ringAbout({ longitude, latitude, radius_km }: LookedUpPlace): Geometry {
	const north = radius_km / kmPerDegree;
	const east = north / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
	const ring = Array.from({ length: corners }, (_, corner): Position => {
		const angle = (2 * Math.PI * corner) / corners;
		return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
	});
	return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}
