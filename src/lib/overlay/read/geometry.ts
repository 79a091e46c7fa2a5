/** Geometries of a reader's file: checked against RFC 7946, moved, and the point at which one stands on the map. */
import type { Geometry, Position } from 'geojson';
import { isNumber, numberOf } from './jsonNumbers';

const deepestCollection = 8;

/** A value of a file as a geometry of two coordinates, or null where it breaks the standard or has no position. */
export function asGeometry(value: unknown, depth = 0): Geometry | null {
	if (typeof value !== 'object' || value === null) return null;
	const { type, coordinates, geometries } = value as Record<string, unknown>;
	switch (type) {
		case 'Point': {
			const at = asPosition(coordinates);
			return at && { type, coordinates: at };
		}
		case 'MultiPoint': {
			const points = listOf(coordinates, asPosition, 1);
			return points && { type, coordinates: points };
		}
		case 'LineString': {
			const line = asLine(coordinates);
			return line && { type, coordinates: line };
		}
		case 'MultiLineString': {
			const lines = listOf(coordinates, asLine, 1);
			return lines && { type, coordinates: lines };
		}
		case 'Polygon': {
			const rings = asRings(coordinates);
			return rings && { type, coordinates: rings };
		}
		case 'MultiPolygon': {
			const polygons = listOf(coordinates, asRings, 1);
			return polygons && { type, coordinates: polygons };
		}
		case 'GeometryCollection': {
			if (depth >= deepestCollection) return null;
			const parts = listOf(geometries, (part) => asGeometry(part, depth + 1), 1);
			return parts && { type, geometries: parts };
		}
		default:
			return null;
	}
}

function listOf<T>(value: unknown, read: (item: unknown) => T | null, least: number): T[] | null {
	if (!Array.isArray(value) || value.length < least) return null;
	const items: T[] = [];
	for (const each of value) {
		const item = read(each);
		if (item === null) return null;
		items.push(item);
	}
	return items;
}

function asPosition(value: unknown): Position | null {
	if (!Array.isArray(value) || value.length < 2) return null;
	const [a, b] = value as unknown[];
	if (!isNumber(a) || !isNumber(b)) return null;
	const [x, y] = [numberOf(a), numberOf(b)];
	return isFinite(x) && isFinite(y) ? [x, y] : null;
}

const asLine = (value: unknown) => listOf(value, asPosition, 2);
const asRings = (value: unknown) => listOf(value, asRing, 1);

/** A ring; one that is not closed gets closed. */
function asRing(value: unknown): Position[] | null {
	const ring = listOf(value, asPosition, 3);
	if (!ring) return null;
	const [first, last] = [ring[0]!, ring.at(-1)!];
	if (first[0] !== last[0] || first[1] !== last[1]) ring.push([...first]);
	return ring.length >= 4 ? ring : null;
}

/** The geometry with each position moved. */
export function moved(geometry: Geometry, move: (at: Position) => Position): Geometry {
	switch (geometry.type) {
		case 'Point':
			return { type: 'Point', coordinates: move(geometry.coordinates) };
		case 'MultiPoint':
		case 'LineString':
			return { type: geometry.type, coordinates: geometry.coordinates.map(move) };
		case 'MultiLineString':
		case 'Polygon':
			return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(move)) };
		case 'MultiPolygon':
			return {
				type: 'MultiPolygon',
				coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(move)))
			};
		case 'GeometryCollection':
			return {
				type: 'GeometryCollection',
				geometries: geometry.geometries.map((part) => moved(part, move))
			};
	}
}

/** Whether every position passes. */
export function everyPosition(geometry: Geometry, passes: (at: Position) => boolean): boolean {
	let all = true;
	moved(geometry, (at) => {
		if (all) all = passes(at);
		return at;
	});
	return all;
}

/** A point on a line or in an area: the middle of its longest line, or of the widest span of its largest area. */
export function pointOn(geometry: Geometry): Position {
	switch (geometry.type) {
		case 'Point':
			return geometry.coordinates;
		case 'MultiPoint':
			return geometry.coordinates[0]!;
		case 'LineString':
			return middleOf(geometry.coordinates);
		case 'MultiLineString':
			return middleOf(largest(geometry.coordinates, lengthOf));
		case 'Polygon':
			return insideOf(geometry.coordinates);
		case 'MultiPolygon':
			return insideOf(largest(geometry.coordinates, (rings) => areaOf(rings[0]!)));
		case 'GeometryCollection':
			return pointOn(geometry.geometries[0]!);
	}
}

function largest<T extends object>(items: T[], measure: (item: T) => number): T {
	let best = items[0]!;
	let most = measure(best);
	for (const item of items.slice(1)) {
		const size = measure(item);
		if (size > most) [best, most] = [item, size];
	}
	return best;
}

function lengthOf(line: Position[]): number {
	let length = 0;
	for (let index = 1; index < line.length; index++) length += step(line, index);
	return length;
}

function step(line: Position[], index: number): number {
	return Math.hypot(line[index]![0]! - line[index - 1]![0]!, line[index]![1]! - line[index - 1]![1]!);
}

function middleOf(line: Position[]): Position {
	let left = lengthOf(line) / 2;
	for (let index = 1; index < line.length; index++) {
		const length = step(line, index);
		if (left <= length && length > 0) return between(line[index - 1]!, line[index]!, left / length);
		left -= length;
	}
	return line[0]!;
}

function between(a: Position, b: Position, share: number): Position {
	return [a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share];
}

/** Twice the area of a ring, without a sign. */
function areaOf(ring: Position[]): number {
	let sum = 0;
	for (let index = 1; index < ring.length; index++) {
		const [a, b] = [ring[index - 1]!, ring[index]!];
		sum += a[0]! * b[1]! - b[0]! * a[1]!;
	}
	return Math.abs(sum);
}

/**
 * The middle of the widest span inside, on the line halfway up. The line is laid between two heights at which there
 * are corners, so that it passes through none (as JTS's InteriorPointArea does).
 */
function insideOf(rings: Position[][]): Position {
	const heights = rings[0]!.map(([, y]) => y!);
	let [low, high] = [Infinity, -Infinity];
	for (const height of heights) [low, high] = [Math.min(low, height), Math.max(high, height)];
	const middle = (low + high) / 2;
	let [below, above] = [low, high];
	for (const ring of rings) {
		for (const [, y] of ring) {
			if (y! <= middle) below = Math.max(below, y!);
			else above = Math.min(above, y!);
		}
	}
	const height = (below + above) / 2;
	const crossings: number[] = [];
	for (const ring of rings) {
		for (let index = 1; index < ring.length; index++) {
			const [a, b] = [ring[index - 1]!, ring[index]!];
			if (a[1]! > height === b[1]! > height) continue;
			crossings.push(a[0]! + ((height - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!));
		}
	}
	crossings.sort((a, b) => a - b);
	let best: Position = rings[0]![0]!;
	let widest = 0;
	for (let index = 1; index < crossings.length; index += 2) {
		const width = crossings[index]! - crossings[index - 1]!;
		if (width > widest) {
			widest = width;
			best = [(crossings[index]! + crossings[index - 1]!) / 2, height];
		}
	}
	return best;
}
