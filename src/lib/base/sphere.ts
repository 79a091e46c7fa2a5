/** Circles and shortest ways on the Earth taken as a sphere. Positions are longitude and latitude in degrees. Pure. */
import { earthRadius_km } from './haversine';

type LonLat = readonly [longitude: number, latitude: number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (radians: number) => (radians * 180) / Math.PI;

/**
 * All places that are so far from a middle, as a closed ring of so many corners, counter-clockwise from the north. Its
 * longitudes follow on one another, beyond ±180 if need be.
 */
export function circleAbout(
	[longitude, latitude]: LonLat,
	radius_km: number,
	corners: number
): [number, number][] {
	const angle = radius_km / earthRadius_km;
	const [sin, cos] = [Math.sin(radians(latitude)), Math.cos(radians(latitude))];
	const ring = Array.from({ length: corners }, (_, corner): [number, number] => {
		const bearing = (-2 * Math.PI * corner) / corners;
		const to = Math.asin(sin * Math.cos(angle) + cos * Math.sin(angle) * Math.cos(bearing));
		const turn = Math.atan2(Math.sin(bearing) * Math.sin(angle) * cos, Math.cos(angle) - sin * Math.sin(to));
		return [longitude + degrees(turn), degrees(to)];
	});
	return [...ring, ring[0]!];
}

/**
 * So many positions on the shortest way from one place to another, both ends included; longitudes from -180 to 180. Of two
 * places on opposite sides of the Earth, one of the many ways, over a pole.
 */
export function greatCircle(from: LonLat, to: LonLat, positions: number): [number, number][] {
	const [a, b] = [vectorTo(from), vectorTo(to)];
	const cos = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
	const beside = vector((axis) => b[axis]! - cos * a[axis]!);
	const sin = Math.hypot(...beside);
	// The direction that one sets out in, at right angles to where one is.
	const ahead = sin < 1e-9 ? vectorTo([from[0], from[1] + 90]) : vector((axis) => beside[axis]! / sin);
	const angle = Math.atan2(sin, cos);
	return Array.from({ length: positions }, (_, index) => {
		if (index === 0) return [...from];
		if (index === positions - 1) return [...to];
		const way = (angle * index) / (positions - 1);
		const [x, y, z] = vector((axis) => a[axis]! * Math.cos(way) + ahead[axis]! * Math.sin(way));
		return [degrees(Math.atan2(y, x)), degrees(Math.asin(Math.min(1, Math.max(-1, z))))];
	});
}

type Vector = readonly [x: number, y: number, z: number];

const vector = (part: (axis: 0 | 1 | 2) => number): Vector => [part(0), part(1), part(2)];

function vectorTo([longitude, latitude]: LonLat): Vector {
	const [lon, lat] = [radians(longitude), radians(latitude)];
	return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}
