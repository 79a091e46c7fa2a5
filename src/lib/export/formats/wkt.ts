/** Geometries as well-known text (OGC 06-103r4), in the order longitude, latitude. */
import type { Geometry, Position } from 'geojson';

export function wktOf(geometry: Geometry): string {
	switch (geometry.type) {
		case 'Point':
			return `POINT (${at(geometry.coordinates)})`;
		case 'MultiPoint':
			return `MULTIPOINT (${geometry.coordinates.map((position) => `(${at(position)})`).join(', ')})`;
		case 'LineString':
			return `LINESTRING ${line(geometry.coordinates)}`;
		case 'MultiLineString':
			return `MULTILINESTRING ${lines(geometry.coordinates)}`;
		case 'Polygon':
			return `POLYGON ${lines(geometry.coordinates)}`;
		case 'MultiPolygon':
			return `MULTIPOLYGON (${geometry.coordinates.map(lines).join(', ')})`;
		case 'GeometryCollection':
			return `GEOMETRYCOLLECTION (${geometry.geometries.map(wktOf).join(', ')})`;
	}
}

const at = ([x, y]: Position) => `${x} ${y}`;
const line = (positions: Position[]) => `(${positions.map(at).join(', ')})`;
const lines = (all: Position[][]) => `(${all.map(line).join(', ')})`;
