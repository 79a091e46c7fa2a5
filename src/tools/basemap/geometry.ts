/** Small helpers for shapes in degrees. Pure. */
import type {
	Feature,
	Geometry,
	LineString,
	MultiLineString,
	MultiPolygon,
	Polygon,
	Position
} from 'geojson';
import type { DegreeBox } from '../../lib/base/antimeridian';
import { isInRing } from '../../lib/base/rings';

export type Area = Polygon | MultiPolygon;
export type Line = LineString | MultiLineString;

const metresPerDegree = 111_320;
const radians = Math.PI / 180;

export function feature<G extends Geometry, P>(properties: P, geometry: G): Feature<G, P> {
	return { type: 'Feature', properties, geometry };
}

export function polygonsOf(geometry: Geometry | null): Position[][][] {
	if (geometry?.type === 'Polygon') return [geometry.coordinates];
	if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
	return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}

export function linesOf(geometry: Geometry | null): Position[][] {
	if (geometry?.type === 'LineString') return [geometry.coordinates];
	if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(linesOf);
	return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}

export function isIn([x, y]: Position, [west, south, east, north]: Readonly<DegreeBox>): boolean {
	return x! >= west && x! <= east && y! >= south && y! <= north;
}

/** The smallest box about positions. */
export function boxAbout(positions: readonly Position[]): DegreeBox {
	const box: DegreeBox = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of positions) {
		box[0] = Math.min(box[0], x!);
		box[1] = Math.min(box[1], y!);
		box[2] = Math.max(box[2], x!);
		box[3] = Math.max(box[3], y!);
	}
	return box;
}

export function meet(a: Readonly<DegreeBox>, b: Readonly<DegreeBox>): boolean {
	return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

/** Area of a ring in square kilometres, positive where it runs counter-clockwise. */
export function ringArea(ring: readonly Position[]): number {
	let sum = 0;
	for (let i = 0; i < ring.length - 1; i++)
		sum += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
	const middle =
		ring.length > 0 ? (Math.min(...ring.map(([, y]) => y!)) + Math.max(...ring.map(([, y]) => y!))) / 2 : 0;
	return ((sum / 2) * metresPerDegree ** 2 * Math.cos(middle * radians)) / 1e6;
}

/** Area of a triangle in square metres, by which points are weighed when simplifying. */
export function triangleArea([a, b, c]: readonly Position[]): number {
	const twice = Math.abs((a![0]! - c![0]!) * (b![1]! - a![1]!) - (a![0]! - b![0]!) * (c![1]! - a![1]!));
	return (twice / 2) * metresPerDegree ** 2 * Math.cos(b![1]! * radians);
}

/** Distance in metres, for places near to each other. */
function metres(a: Position, b: Position): number {
	const shrink = Math.cos(((a[1]! + b[1]!) / 2) * radians);
	return Math.hypot((a[0]! - b[0]!) * shrink, a[1]! - b[1]!) * metresPerDegree;
}

export function isInArea(position: Position, geometry: Geometry | null): boolean {
	return polygonsOf(geometry).some(
		([outer, ...holes]) => isInRing(position, outer!) && !holes.some((hole) => isInRing(position, hole))
	);
}

/** A position inside a ring: in the middle of its widest stretch, halfway between its south and its north. */
export function innerPoint(ring: readonly Position[]): Position {
	const [, south, , north] = boxAbout(ring);
	// A hair off the middle, where no corner is likely to lie.
	const y = (south + north) / 2 + 1e-7;
	const crossings = ring
		.slice(1)
		.flatMap((b, index) => {
			const a = ring[index]!;
			return a[1]! > y === b[1]! > y ? [] : [a[0]! + ((b[0]! - a[0]!) * (y - a[1]!)) / (b[1]! - a[1]!)];
		})
		.sort((a, b) => a - b);
	let best: [number, number] = [ring[0]![0]!, ring[0]![0]!];
	for (let i = 0; i + 1 < crossings.length; i += 2)
		if (crossings[i + 1]! - crossings[i]! > best[1] - best[0]) best = [crossings[i]!, crossings[i + 1]!];
	return [(best[0] + best[1]) / 2, y];
}

/** The nearest point of some lines, with its distance in metres; null where there is none within so many metres. */
export function nearestOn(
	position: Position,
	lines: readonly Position[][],
	within: number
): { point: Position; distance: number } | null {
	const shrink = Math.cos(position[1]! * radians);
	let best: { point: Position; distance: number } | null = null;
	for (const line of lines) {
		for (let i = 0; i + 1 < line.length; i++) {
			const [a, b] = [line[i]!, line[i + 1]!];
			const [dx, dy] = [(b[0]! - a[0]!) * shrink, b[1]! - a[1]!];
			const along =
				((position[0]! - a[0]!) * shrink * dx + (position[1]! - a[1]!) * dy) / (dx * dx + dy * dy || 1);
			const part = Math.max(0, Math.min(1, along));
			const point = [a[0]! + (b[0]! - a[0]!) * part, a[1]! + dy * part];
			const distance = metres(position, point);
			if (distance <= within && (!best || distance < best.distance)) best = { point, distance };
		}
	}
	return best;
}

/** About ten metres; + 0 turns -0 into 0. */
export const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4 + 0;

/** Rounds a line, and drops the points that fall together by it. */
function roundLine(line: readonly Position[]): Position[] {
	return line
		.map(([x, y]) => [round(x!), round(y!)])
		.filter(([x, y], index, all) => index === 0 || x !== all[index - 1]![0] || y !== all[index - 1]![1]);
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byCoordinates = (a: unknown, b: unknown) => byText(JSON.stringify(a), JSON.stringify(b));

/**
 * Rounded, wound as RFC 7946 asks and in a fixed order; null where nothing is left.
 * @param least square kilometres that an area at a place needs to be kept
 */
export function tidyPolygons(
	polygons: readonly Position[][][],
	least: (at: Position) => number = () => 0
): Area | null {
	const tidy = polygons.flatMap((polygon) => {
		const rings = polygon.map(roundLine).filter((ring) => ring.length >= 4);
		const [outer] = rings;
		if (!outer || Math.abs(ringArea(outer)) < least(outer[0]!)) return [];
		return [
			rings
				.filter((ring, index) => index === 0 || Math.abs(ringArea(ring)) >= least(ring[0]!))
				.map((ring, index) => (ringArea(ring) > 0 === (index === 0) ? ring : ring.reverse()))
		];
	});
	tidy.sort(byCoordinates);
	if (tidy.length === 0) return null;
	return tidy.length === 1
		? { type: 'Polygon', coordinates: tidy[0]! }
		: { type: 'MultiPolygon', coordinates: tidy };
}

/** Rounded and in a fixed order; null where nothing is left. */
export function tidyLines(lines: readonly Position[][]): Line | null {
	const tidy = lines
		.map(roundLine)
		.filter((line) => line.length >= 2)
		.sort(byCoordinates);
	if (tidy.length === 0) return null;
	return tidy.length === 1
		? { type: 'LineString', coordinates: tidy[0]! }
		: { type: 'MultiLineString', coordinates: tidy };
}

/** Features in an order that does not hang on the source’s, those without a shape left out. */
export function inOrder<G extends Geometry, P>(
	features: readonly { properties: P; geometry: G | null }[],
	key: (properties: P) => string
): Feature<G, P>[] {
	return features
		.flatMap(({ properties, geometry }) => (geometry ? [feature(properties, geometry)] : []))
		.sort((a, b) => byText(key(a.properties), key(b.properties)) || byCoordinates(a.geometry, b.geometry));
}
