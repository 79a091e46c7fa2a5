/** Features as ArcGIS writes them (“Esri JSON”): attributes, and a geometry whose kind follows from its members. */
import type { Geometry, Position } from 'geojson';
import { withNumbers } from './jsonNumbers';
import { isObject } from './jsonPlaces';

export interface EsriFeature {
	attributes: Record<string, unknown>;
	/** As GeoJSON; null where there is none, and what stands there where it can't be read. */
	geometry: unknown;
	/** What the geometry says of its coordinate system. */
	projection: string | null;
}

const members = new Set(['attributes', 'geometry', 'centroid', 'symbol', 'popupTemplate', 'infoTemplate']);

/** A feature of Esri JSON; null where an object is none. */
export function esriFeature(object: Record<string, unknown>): EsriFeature | null {
	const { attributes, geometry } = object;
	if (!Object.keys(object).every((name) => members.has(name))) return null;
	const hasGeometry =
		isObject(geometry) &&
		['x', 'points', 'paths', 'rings', 'curveRings', 'curvePaths'].some((name) => name in geometry);
	if (!isObject(attributes) || (!hasGeometry && geometry !== undefined && geometry !== null)) return null;
	return {
		attributes,
		geometry: hasGeometry ? geometryOf(withNumbers(geometry) as Record<string, unknown>) : null,
		projection: hasGeometry ? spatialReference(geometry.spatialReference) : null
	};
}

/** The name of a coordinate system that a spatial reference says. Codes from 100000 on, and some others, are Esri's own. */
export function spatialReference(value: unknown): string | null {
	if (!isObject(value)) return null;
	const { wkid, latestWkid, wkt } = value;
	const code = typeof latestWkid === 'number' ? latestWkid : wkid;
	if (typeof code === 'number') return `${code >= 32_768 ? 'ESRI' : 'EPSG'}:${code}`;
	return typeof wkt === 'string' ? (/^\w+\["([^"]{1,100})"/.exec(wkt.slice(0, 200))?.[1] ?? 'WKT') : null;
}

/** The names of the fields that have dates, which are milliseconds since 1970. */
export function dateFields(fields: unknown): string[] {
	if (!Array.isArray(fields)) return [];
	return fields.flatMap((field: unknown) =>
		isObject(field) && typeof field.name === 'string' && /^esriFieldTypeDate/.test(String(field.type))
			? [field.name]
			: []
	);
}

/** A geometry as GeoJSON. What is no geometry is given back as it is, to be told. */
function geometryOf(value: Record<string, unknown>): unknown {
	const { x, y, points, paths, rings } = value;
	// An empty point has null or "NaN" for its numbers.
	if ('x' in value)
		return typeof x === 'number' && typeof y === 'number' ? { type: 'Point', coordinates: [x, y] } : null;
	if (Array.isArray(points)) return points.length > 0 ? { type: 'MultiPoint', coordinates: points } : null;
	if (Array.isArray(paths)) {
		if (paths.length === 0) return null;
		return paths.length === 1
			? { type: 'LineString', coordinates: paths[0] as unknown }
			: { type: 'MultiLineString', coordinates: paths };
	}
	if (Array.isArray(rings)) return rings.length > 0 ? areaOf(rings) : null;
	return value;
}

/** Rings that go clockwise are areas of their own; each of the others is a hole in one of these. */
export function areaOf(rings: unknown[]): Geometry | object {
	if (!rings.every(isRing)) return { rings };
	const outer = rings.filter((ring) => turn(ring) <= 0).map((ring) => [ring]);
	const holes = rings.filter((ring) => turn(ring) > 0);
	// Where all go the other way, somebody took no care of it.
	if (outer.length === 0) outer.push(...holes.splice(0).map((ring) => [ring]));
	for (const hole of holes) (outer.find(([ring]) => isIn(hole[0]!, ring!)) ?? outer[0]!).push(hole);
	return outer.length === 1
		? { type: 'Polygon', coordinates: outer[0]! }
		: { type: 'MultiPolygon', coordinates: outer };
}

const isRing = (value: unknown): value is Position[] =>
	Array.isArray(value) &&
	value.length >= 3 &&
	value.every((at) => Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number');

/** Twice the area of a ring: negative where it goes clockwise. */
function turn(ring: Position[]): number {
	let sum = 0;
	ring.forEach(([x, y], index) => {
		const [nextX, nextY] = ring[(index + 1) % ring.length]!;
		sum += x! * nextY! - nextX! * y!;
	});
	return sum;
}

function isIn([x, y]: Position, ring: Position[]): boolean {
	let isInside = false;
	ring.forEach(([ax, ay], index) => {
		const [bx, by] = ring[(index + 1) % ring.length]!;
		if (ay! > y! !== by! > y! && x! < ((bx! - ax!) * (y! - ay!)) / (by! - ay!) + ax!) isInside = !isInside;
	});
	return isInside;
}
