/**
 * Web Mercator (EPSG:3857), as the map and its tiles have it: the world is a square from 0 to 1, x grows to the east and
 * y to the south. Positions are in degrees (WGS 84). Nothing is clamped: beyond 85.05° y leaves the square.
 */

/** Half the circumference of the projection's sphere, in metres: how far its coordinates go from the middle. */
export const mercatorEdge = 20037508.342789244;

export function mercatorX(longitude: number): number {
	return longitude / 360 + 0.5;
}

export function mercatorY(latitude: number): number {
	const sine = Math.sin((latitude * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

export function longitudeAt(x: number): number {
	return (x - 0.5) * 360;
}

export function latitudeAt(y: number): number {
	return latitudeOf(Math.PI * (1 - 2 * y));
}

/** Metres of EPSG:3857, from the middle to the east and the north, as degrees. */
export function fromMercatorMetres(x: number, y: number): [longitude: number, latitude: number] {
	return [x * (180 / mercatorEdge), latitudeOf((y / mercatorEdge) * Math.PI)];
}

/** The inverse of the projection, from radians of the sphere (IOGP guidance note 373-7-2, 3.2.1.1). */
function latitudeOf(northing: number): number {
	return (Math.atan(Math.sinh(northing)) * 180) / Math.PI;
}
