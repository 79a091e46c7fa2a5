/** Shapes in one cell: WKT, GeoJSON, WKB in hexadecimal digits, and an object of a latitude and a longitude. */
import type { Geometry } from 'geojson';
import { decimal } from './numbers';
import { asGeometry } from './geometry';
import { angleOf, geometryTypes, isObject } from './jsonPlaces';
import { parsed } from './looseJson';
import { numberIn } from './systemNames';
import { looksLikeWkbHex, parseWkbHex } from './wkb';
import { looksLikeWkt, parseWkt } from './wkt';

interface CellShape {
	/** Null where the cell says that there is none. */
	geometry: Geometry | null;
	/** EPSG number of its coordinate system, or null where the cell says none. */
	srid: number | null;
}

/** Python writes its objects with apostrophes. */
const typed = new RegExp(
	String.raw`^\s*\{[^]*["']type["']\s*:\s*["'](?:Feature(?:Collection)?|${geometryTypes.join('|')})["']`
);
const angles = /^\s*\{(?=[^{}]*["']lat(?:itude)?["'])(?=[^{}]*["'](?:lon(?:g|gitude)?|lng)["'])/i;

/** Whether a text looks like a shape. */
export function looksLikeShape(text: string): boolean {
	return looksLikeWkt(text) || looksLikeObject(text) || looksLikeWkbHex(text);
}

const looksLikeObject = (text: string) => /^\s*\{/.test(text) && (typed.test(text) || angles.test(text));

/** The shape of a cell that looks like one; null where it is broken. */
export function parseShape(text: string): CellShape | null {
	if (looksLikeWkt(text)) return parseWkt(text);
	if (!looksLikeObject(text)) return parseWkbHex(text);
	const value = parsed(text) ?? parsed(text.replaceAll("'", '"'));
	const found = isObject(value) ? shapeOf(value) : null;
	if (found === null) return null;
	const geometry = asGeometry(found);
	return geometry && { geometry, srid: sridOf(value as Record<string, unknown>) };
}

/** The geometry of an object of GeoJSON, or of one of two angles. */
function shapeOf(value: Record<string, unknown>): unknown {
	if (value.type === 'Feature') return value.geometry;
	if (value.type === 'FeatureCollection') {
		const features = Array.isArray(value.features) ? value.features : [];
		const geometries = features.flatMap((each) => (isObject(each) && each.geometry ? [each.geometry] : []));
		return geometries.length === 1 ? geometries[0] : { type: 'GeometryCollection', geometries };
	}
	if (typeof value.type === 'string' && geometryTypes.includes(value.type)) return value;
	const [longitude, latitude] = (['longitude', 'latitude'] as const).map((axis) => {
		const text = angleOf(value, axis);
		return text === null ? null : decimal(text);
	});
	return longitude == null || latitude == null ? null : { type: 'Point', coordinates: [longitude, latitude] };
}

/** PostGIS can name the coordinate system within a geometry of GeoJSON. */
function sridOf({ crs }: Record<string, unknown>): number | null {
	const { properties } = isObject(crs) ? crs : {};
	const name = isObject(properties) ? properties.name : null;
	return typeof name === 'string' ? numberIn(name) : null;
}
