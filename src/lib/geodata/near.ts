/**
 * How far it is from one site to another, with what is not known about either carried through. A point or a ring
 * is anywhere within its radius, a region or a line anywhere on it, so a distance is an interval. Distances are
 * great-circle distances in km on the sphere of Turf (radius 6371.0088 km), which differ from those on the
 * ellipsoid by at most half a percent; bearings are degrees clockwise from true north.
 */
import {
	bearing as initialBearing,
	booleanIntersects,
	booleanPointInPolygon,
	center,
	coordAll,
	distance as greatCircle,
	lineString,
	point,
	pointToLineDistance
} from '@turf/turf';
import type { LineString, MultiPolygon, Polygon } from 'geojson';
import type { PlaceLink, SiteView } from './views';
import type { Locale } from './dates';
import { digits } from './numbers';
import { unknownRadius_km } from './precision';
import type { Geometry, Position } from './schema';
import type { Name, RelationKind } from './vocabulary';

/** What is needed of a site to measure from it. */
export type Placed = Pick<SiteView, 'geometry' | 'precision'>;

/** The same, of a site that is listed. */
export type ListedSite = Placed & Pick<SiteView, 'id'>;

/** Which way, in degrees clockwise from north, and how many degrees either side it may be. */
export interface Bearing {
	degrees: number;
	spread: number;
	compass: Compass;
}

/** `between_km` is from centre to centre; the true distance lies from `least_km` to `most_km`. */
export interface Distance {
	least_km: number;
	between_km: number;
	most_km: number;
	/** From the first to the second; null where the uncertainty allows more than 45° either side. */
	bearing: Bearing | null;
}

export interface Neighbour<S> {
	site: S;
	distance: Distance;
}

/** The eight winds, clockwise from north, 45° each. */
export const compassPoints = {
	n: { en: 'north', ar: 'الشمال' },
	ne: { en: 'north-east', ar: 'الشمال الشرقي' },
	e: { en: 'east', ar: 'الشرق' },
	se: { en: 'south-east', ar: 'الجنوب الشرقي' },
	s: { en: 'south', ar: 'الجنوب' },
	sw: { en: 'south-west', ar: 'الجنوب الغربي' },
	w: { en: 'west', ar: 'الغرب' },
	nw: { en: 'north-west', ar: 'الشمال الغربي' }
} as const satisfies Record<string, Name>;

export type Compass = keyof typeof compassPoints;

const kilometres = { units: 'kilometers' } as const;

/** The distance from one place to another, and the bearing where it can be told. Never throws. */
export function distanceBetween(a: Placed, b: Placed): Distance {
	const [from, to] = [extentOf(a), extentOf(b)];
	const centres_km = greatCircle(from.centre, to.centre, kilometres);
	const least_km = Math.max(0, gap(from.geometry, to.geometry) - from.radius_km - to.radius_km);
	const most_km = farthest(from.geometry, to.geometry) + from.radius_km + to.radius_km;
	// The middle of a bent region may lie outside of it, and farther or nearer than any of its points.
	const between_km = Math.min(Math.max(centres_km, least_km), most_km);
	return { least_km, between_km, most_km, bearing: least_km > 0 ? bearingOf(from, to, centres_km) : null };
}

/**
 * The sites nearest to one, nearest first by what is certain: the least distance, then the most, then the id.
 * The site itself is not among them.
 */
export function nearest<S extends ListedSite>(
	site: ListedSite,
	sites: readonly S[],
	count: number
): Neighbour<S>[] {
	return neighboursOf(site, sites).slice(0, Math.max(0, count));
}

/**
 * The sites within a radius of a site or of a position, which counts as exact: `certainly` where no point of what
 * is known lies outside, `possibly` where some do. Both nearest first, without the site itself.
 */
export function within<S extends ListedSite>(
	centre: Position | ListedSite,
	radius_km: number,
	sites: readonly S[]
): { certainly: Neighbour<S>[]; possibly: Neighbour<S>[] } {
	const origin = 'geometry' in centre ? centre : exactly(centre);
	const reached = neighboursOf(origin, sites).filter(({ distance }) => distance.least_km <= radius_km);
	return {
		certainly: reached.filter(({ distance }) => distance.most_km <= radius_km),
		possibly: reached.filter(({ distance }) => distance.most_km > radius_km)
	};
}

/** A position as something to measure from, with no uncertainty: one that the reader chose. */
export function exactly(position: Position): Placed {
	return {
		geometry: { type: 'Point', coordinates: position },
		precision: { where_prec: 1, radius_km: 0, reason: '' }
	};
}

/**
 * A distance in words: “between 0 and 26 km”, “about 20 km (18 to 22)”, “20 km”. The ends are rounded outwards, in
 * steps that grow with the interval, so that the words never promise more than is known.
 */
export function describeDistance({ least_km, between_km, most_km }: Distance, locale: Locale): string {
	const step = stepFor(most_km - least_km, most_km);
	// A whole number may come out of the trigonometry a hair too large, and must not be rounded up a whole step.
	const hair = 1e-6;
	const least = Math.floor(least_km / step + hair) * step;
	const most = Math.ceil(most_km / step - hair) * step;
	const middle = Math.min(Math.max(Math.round(between_km / step) * step, least), most);
	const [from, about, to] = [least, middle, most].map((km) => digits(km, locale, step < 1 ? 1 : 0)) as [
		string,
		string,
		string
	];
	const words = phrases[locale];
	if (most_km - least_km < hair) return words.plain(about);
	// A middle says something only where the interval is narrow beside it.
	const narrow = least > 0 && most_km - least_km <= between_km / 2;
	return narrow ? words.about(about, from, to) : words.between(from, to);
}

/** A bearing in words: “to the north-east, about 40°”, in steps that grow with the spread. */
export function describeBearing({ degrees, spread, compass }: Bearing, locale: Locale): string {
	const step = spread < 1 ? 1 : spread < 10 ? 5 : 10;
	const rounded = (Math.round(degrees / step) * step) % 360;
	return phrases[locale].towards(compassPoints[compass][locale], digits(rounded, locale), spread >= 1);
}

/** A site as the list of what is near shows it. Distances in km, `least_km` rounded down and `most_km` up. */
export interface NearRow {
	id: string;
	name: Name;
	least_km: number;
	most_km: number;
	/** “between 0 and 26 km” */
	distance: string;
	/** “to the south-east, about 130°”; null where the uncertainty allows no direction. */
	bearing: string | null;
	/** How the records tie the two together, if they do. */
	tie: RelationKind | null;
}

/** How far each other site may be from one, nearest first. */
export function describeNear(
	site: ListedSite & { related: { place: Pick<PlaceLink, 'id'>; relation: RelationKind }[] },
	sites: readonly (ListedSite & { name: Name })[],
	locale: Locale
): NearRow[] {
	return neighboursOf(site, sites).map(({ site: { id, name }, distance }) => ({
		id,
		name,
		least_km: Math.floor(distance.least_km * 10) / 10,
		most_km: Math.ceil(distance.most_km * 10) / 10,
		distance: describeDistance(distance, locale),
		bearing: distance.bearing && describeBearing(distance.bearing, locale),
		tie: site.related.find(({ place }) => place.id === id)?.relation ?? null
	}));
}

const phrases = {
	en: {
		plain: (km: string) => `${km} km`,
		about: (km: string, from: string, to: string) => `about ${km} km (${from} to ${to})`,
		between: (from: string, to: string) => `between ${from} and ${to} km`,
		towards: (compass: string, degrees: string, rough: boolean) =>
			`to the ${compass}, ${rough ? 'about ' : ''}${degrees}°`
	},
	ar: {
		plain: (km: string) => `${km} كم`,
		about: (km: string, from: string, to: string) => `نحو ${km} كم (من ${from} إلى ${to})`,
		between: (from: string, to: string) => `بين ${from} و${to} كم`,
		towards: (compass: string, degrees: string, rough: boolean) =>
			`باتجاه ${compass}، ${rough ? 'نحو ' : ''}${degrees}°`
	}
} as const;

/** In km, for an interval of a width and an upper end in km. */
function stepFor(width_km: number, most_km: number): number {
	if (width_km < 1 && most_km < 10) return 0.1;
	if (width_km < 50) return 1;
	return width_km < 200 ? 5 : 10;
}

/** Where a place may be: on its geometry, or within the radius of its point. `reach_km` is how far from its centre. */
interface Extent {
	geometry: Geometry;
	radius_km: number;
	centre: Position;
	reach_km: number;
}

function extentOf({ geometry, precision }: Placed): Extent {
	if (geometry.type === 'Point') {
		const radius_km = precision.radius_km ?? unknownRadius_km;
		return { geometry, radius_km, centre: geometry.coordinates, reach_km: radius_km };
	}
	const centre = center(geometry).geometry.coordinates as Position;
	const reach_km = Math.max(
		...positionsOf(geometry).map((position) => greatCircle(centre, position, kilometres))
	);
	return { geometry, radius_km: 0, centre, reach_km };
}

/**
 * The direction from centre to centre, and how far the two circles around the places let it turn: the tangent
 * that crosses between them does so at the arc sine of the sum of the radii over the distance.
 */
function bearingOf(from: Extent, to: Extent, centres_km: number): Bearing | null {
	const ratio = (from.reach_km + to.reach_km) / centres_km;
	const spread = ratio < 1 ? (Math.asin(ratio) * 180) / Math.PI : 180;
	if (spread >= 45) return null;
	const degrees = (initialBearing(from.centre, to.centre) + 360) % 360;
	const winds = Object.keys(compassPoints) as Compass[];
	return { degrees, spread, compass: winds[Math.round(degrees / 45) % winds.length]! };
}

function neighboursOf<S extends ListedSite>(
	origin: Placed & { id?: string },
	sites: readonly S[]
): Neighbour<S>[] {
	return sites
		.filter(({ id }) => id !== origin.id)
		.map((site) => ({ site, distance: distanceBetween(origin, site) }))
		.sort(
			(a, b) =>
				a.distance.least_km - b.distance.least_km ||
				a.distance.most_km - b.distance.most_km ||
				(a.site.id < b.site.id ? -1 : 1)
		);
}

/** The least distance between two geometries in km, 0 where they touch or overlap. */
function gap(a: Geometry, b: Geometry): number {
	if (a.type === 'Point' && b.type === 'Point') return greatCircle(a.coordinates, b.coordinates, kilometres);
	if (booleanIntersects(a, b)) return 0;
	// Between two that don't cross, the nearest pair always has a corner of one of them.
	return Math.min(cornersTo(a, b), cornersTo(b, a));
}

function cornersTo(from: Geometry, to: Geometry): number {
	return Math.min(...positionsOf(from).map((position) => positionTo(position, to)));
}

function positionTo(position: Position, geometry: Geometry): number {
	if (geometry.type === 'Point') return greatCircle(position, geometry.coordinates, kilometres);
	if (isArea(geometry) && booleanPointInPolygon(position, geometry)) return 0;
	return Math.min(...linesOf(geometry).map((line) => pointToLineDistance(point(position), line, kilometres)));
}

/** The greatest distance between two geometries in km: between two of their corners, as long as they are small. */
function farthest(a: Geometry, b: Geometry): number {
	const others = positionsOf(b);
	return Math.max(
		...positionsOf(a).map((position) =>
			Math.max(...others.map((other) => greatCircle(position, other, kilometres)))
		)
	);
}

function positionsOf(geometry: Geometry): Position[] {
	return coordAll(geometry) as Position[];
}

function linesOf(geometry: Exclude<Geometry, { type: 'Point' }>): LineString[] {
	const lines =
		geometry.type === 'LineString'
			? [geometry.coordinates]
			: geometry.type === 'MultiPolygon'
				? geometry.coordinates.flat()
				: geometry.coordinates;
	return lines.map((line) => lineString(line).geometry);
}

function isArea(geometry: Geometry): geometry is Extract<Geometry, Polygon | MultiPolygon> {
	return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}
