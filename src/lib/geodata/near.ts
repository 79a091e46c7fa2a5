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
import { wholeGeometry } from '../base/antimeridian';
import { haversine_km } from '../base/haversine';
import type { SiteView } from './views';
import { unknownRadius_km } from './precision';
import type { Geometry, Position } from './schema';

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
const winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

export type Compass = (typeof winds)[number];

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
 * The sites nearest to one, without itself, nearest first: by the least distance, then the most, then the id. All of
 * them where no count is given.
 */
export function nearest<S extends ListedSite>(
	site: ListedSite,
	sites: readonly S[],
	count = sites.length
): Neighbour<S>[] {
	if (count >= sites.length) return neighboursOf(site, sites);
	// Of many only those are measured that may be among the nearest: by the circles around both, which costs little.
	const from = extentOf(site);
	const bounds_km = extentsOf(sites).map(
		(to) => haversine_km(from.centre, to.centre) - from.reach_km - to.reach_km
	);
	for (let reach_km = 50; ; reach_km *= 2) {
		const isAll = reach_km > halfWay_km;
		const reached = sites.filter((_, index) => bounds_km[index]! <= reach_km);
		const found = neighboursOf(site, reached).filter(({ distance }) => isAll || distance.least_km < reach_km);
		if (isAll || found.length >= count) return found.slice(0, Math.max(0, count));
	}
}

/** No two places are farther from each other. */
const halfWay_km = 20_100;

const known = new WeakMap<readonly Placed[], Extent[]>();

function extentsOf(places: readonly Placed[]): Extent[] {
	const extents = known.get(places) ?? places.map(extentOf);
	known.set(places, extents);
	return extents;
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

/** A position that the reader chose, to measure from it: it has no uncertainty. */
export function exactly(position: Position): Placed {
	return {
		geometry: { type: 'Point', coordinates: position },
		precision: { where_prec: 1, radius_km: 0, reason: '' }
	};
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
	const centre = center(wholeGeometry(geometry)).geometry.coordinates as Position;
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
