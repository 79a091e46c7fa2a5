/**
 * Longitudes of regions across the antimeridian. Files have them from -180 to 180 (RFC 7946); the map of such a region
 * counts on past 180, so that what lies together stays together. Pure; degrees.
 */

import type { Geometry, Position } from 'geojson';
import { isInRing, signedArea } from './rings';

/** [west, south, east, north]; west is the larger across the antimeridian, until it is unwrapped. */
export type DegreeBox = [west: number, south: number, east: number, north: number];

/** Whether a box lies across the antimeridian. */
export const isAcross = ([west, , east]: Readonly<DegreeBox>): boolean => west > east;

/** Degrees from the west of a box to its east. */
export const widthOf = ([west, , east]: Readonly<DegreeBox>): number =>
	west < east ? east - west : east + 360 - west;

/** Whether a position, its longitude from -180 to 180, lies in a box. */
export function isInBox([longitude, latitude]: readonly number[], box: Readonly<DegreeBox>): boolean {
	const [west, south, east, north] = box;
	const [isEastward, isWestward] = [longitude! >= west, longitude! <= east];
	const isBetween = isAcross(box) ? isEastward || isWestward : isEastward && isWestward;
	return isBetween && latitude! >= south && latitude! <= north;
}

/** The box with its east side past 180 where it lies across: 177 to -178 becomes 177 to 182. */
export function unwrapBox(box: Readonly<DegreeBox>): DegreeBox {
	const [west, south, east, north] = box;
	return [west, south, isAcross(box) ? east + 360 : east, north];
}

/**
 * What makes a longitude one of the map of a region. The cut is on the other side of the world, in the middle of what the
 * region leaves out; without an antimeridian in the region, nothing changes.
 */
export function unwrapper(region: Readonly<DegreeBox>): (longitude: number) => number {
	if (!isAcross(region)) return (longitude) => longitude;
	const cut = (region[0] + region[2]) / 2;
	return (longitude) => (longitude < cut ? longitude + 360 : longitude);
}

/** A longitude of any turn of the world as files have it, from -180 to 180. */
export function wrapLongitude(longitude: number): number {
	if (longitude >= -180 && longitude <= 180) return longitude;
	return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/**
 * A geometry with the longitudes of a map. Areas that RFC 7946 has cut at the antimeridian (3.1.9) are put together again.
 * @param toMap as of `unwrapper`
 */
export function unwrapGeometry<G extends Geometry>(geometry: G, toMap: (longitude: number) => number): G {
	if (geometry.type === 'GeometryCollection')
		return { ...geometry, geometries: geometry.geometries.map((part) => unwrapGeometry(part, toMap)) };
	const moved = { ...geometry, coordinates: movedBy(geometry.coordinates, toMap) } as G;
	return moved.type === 'MultiPolygon' ? { ...moved, coordinates: sewn(moved.coordinates) } : moved;
}

/** A geometry that is cut at the antimeridian in one piece, from 0 to 360; any other as it is. */
export function wholeGeometry<G extends Geometry>(geometry: G): G {
	const longitudes = 'coordinates' in geometry ? longitudesOf(geometry.coordinates) : [];
	if (!longitudes.includes(180) || !longitudes.includes(-180)) return geometry;
	return unwrapGeometry(geometry, (longitude) => (longitude < 0 ? longitude + 360 : longitude));
}

function longitudesOf(coordinates: unknown): number[] {
	if (!Array.isArray(coordinates)) return [];
	return typeof coordinates[0] === 'number' ? [coordinates[0]] : coordinates.flatMap(longitudesOf);
}

function movedBy(coordinates: unknown, toMap: (longitude: number) => number): unknown {
	if (!Array.isArray(coordinates)) return coordinates;
	if (typeof coordinates[0] !== 'number') return coordinates.map((inner) => movedBy(inner, toMap));
	return [toMap(coordinates[0]), ...(coordinates.slice(1) as number[])];
}

/** Where areas are cut. */
const seam = 180;
const isOnSeam = ([x]: Position) => x === seam;

/** Areas whose edges along the antimeridian fall together are one: without those edges, what is left of them is a ring again. */
function sewn(polygons: Position[][][]): Position[][][] {
	const cut = polygons.filter(([outer]) => outer && chainsOf(outer).length !== 0);
	if (cut.length < 2) return polygons;
	const kept = polygons.filter((polygon) => !cut.includes(polygon));
	const holes = cut.flatMap((polygon) => polygon.slice(1));
	const chains = cut.flatMap(([outer]) => chainsOf(outer!));
	const rings: Position[][] = [];
	while (chains.length > 0) {
		const ring = chains.pop()!;
		while (String(ring[0]) !== String(ring.at(-1))) {
			const next = chains.findIndex(([start]) => String(start) === String(ring.at(-1)));
			// Cut at other latitudes on either side: they stay as they are.
			if (next < 0) return polygons;
			ring.push(...chains.splice(next, 1)[0]!.slice(1));
		}
		rings.push(ring);
	}
	const outers = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
	const inners = [...holes, ...rings.filter((ring) => signedArea(ring) <= 0)];
	for (const hole of inners) (outers.find(([outer]) => isInRing(hole[0]!, outer!)) ?? outers[0])?.push(hole);
	return [...outers, ...kept];
}

/** What is left of a ring without its edges on the seam, in its order; none where it has no such edge. */
function chainsOf(ring: readonly Position[]): Position[][] {
	const corners = ring.slice(0, -1);
	const isEdgeOnSeam = (index: number) =>
		isOnSeam(corners[index]!) && isOnSeam(corners[(index + 1) % corners.length]!);
	const first = corners.findIndex((_, index) => isEdgeOnSeam(index));
	if (first < 0) return [];
	const chains: Position[][] = [[]];
	for (let step = 1; step <= corners.length; step++) {
		const index = (first + step) % corners.length;
		chains.at(-1)!.push(corners[index]!);
		if (isEdgeOnSeam(index)) chains.push([]);
	}
	return chains.filter((chain) => chain.length > 1);
}

/** Positions in a row by the short way: each next one less than half a turn from the one before, beyond ±180 if need be. */
export function continuous<P extends readonly number[]>(positions: readonly P[]): P[] {
	let before: number | undefined;
	return positions.map(([longitude, ...rest]) => {
		const next =
			before === undefined ? longitude! : before + ((((longitude! - before + 180) % 360) + 360) % 360) - 180;
		before = Math.abs(next - longitude!) < 1e-9 ? longitude! : Number(next.toFixed(9));
		return [before, ...rest] as unknown as P;
	});
}

/** Whether positions of one turn of the world go beyond ±180. */
export const goesBeyond = (positions: readonly (readonly number[])[]): boolean =>
	positions.some(([longitude]) => longitude! < -180 || longitude! > 180);

/** A ring that goes beyond ±180 as rings that meet there (RFC 7946, 3.1.9); any other alone. */
export function cutRing(ring: readonly Position[]): Position[][] {
	if (!goesBeyond(ring)) return [[...ring]];
	return [-360, 0, 360].flatMap((turn) => {
		const part = clipped(clipped(ring, turn - 180, 1), turn + 180, -1);
		return part.length < 4 ? [] : [part.map(([x, y]) => [rounded(x! - turn), y!])];
	});
}

/** A line that goes beyond ±180 as lines that meet there; any other alone. */
export function cutLine(line: readonly Position[]): Position[][] {
	const pieces: Position[][] = [[]];
	for (const [index, at] of line.entries()) {
		const before = line[index - 1];
		const turns = before ? [turnOf(before[0]!), turnOf(at[0]!)] : [];
		if (before && turns[0] !== turns[1]) {
			const edge = Math.max(turns[0]!, turns[1]!) * 360 - 180;
			const crossing = [edge, latitudeOn(before, at, edge)];
			pieces.at(-1)!.push(crossing);
			pieces.push([crossing]);
		}
		pieces.at(-1)!.push(at);
	}
	return pieces.map((piece) => {
		// Its ends may lie on the edge of two turns; its middle does not.
		const turn = turnOf((piece[0]![0]! + piece.at(-1)![0]!) / 2) * 360;
		return piece.map(([x, y]) => [rounded(x! - turn), y!]);
	});
}

const turnOf = (longitude: number) => Math.floor((longitude + 180) / 360);
const rounded = (degrees: number) => Number(degrees.toFixed(5));

function latitudeOn(a: Position, b: Position, longitude: number): number {
	return rounded(a[1]! + ((b[1]! - a[1]!) * (longitude - a[0]!)) / (b[0]! - a[0]!));
}

/** The part of a closed ring on one side of a meridian (Sutherland and Hodgman): 1 its east, -1 its west. */
function clipped(ring: readonly Position[], meridian: number, side: 1 | -1): Position[] {
	const isInside = ([x]: Position) => (x! - meridian) * side >= 0;
	const out: Position[] = [];
	for (let i = 0; i + 1 < ring.length; i++) {
		const [a, b] = [ring[i]!, ring[i + 1]!];
		if (isInside(a)) out.push([...a]);
		if (isInside(a) !== isInside(b)) out.push([meridian, latitudeOn(a, b, meridian)]);
	}
	const distinct = out.filter((at, index) => String(at) !== String(out[index - 1]));
	return distinct.length === 0
		? []
		: String(distinct[0]) === String(distinct.at(-1))
			? distinct
			: [...distinct, distinct[0]!];
}
