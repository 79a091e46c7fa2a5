/** Where the objects of JSON say their place: by GeoJSON, or by a latitude and a longitude under any of their names. */
import { geometryTypes as types } from '../shapes';
import { rankOf } from './columnNames';
import { isNumber, withoutMark } from './jsonNumbers';

/** The types of geometries, to compare any text with. */
export const geometryTypes: readonly string[] = types;

/** Objects within each other in a row are looked into up to so many deep. */
const deepest = 3;

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an object is a geometry of GeoJSON. */
export const isGeometry = ({ type, coordinates, geometries }: Record<string, unknown>) =>
	typeof type === 'string' &&
	geometryTypes.includes(type) &&
	(Array.isArray(coordinates) || Array.isArray(geometries));

/** The text of the angle that an object has under a name of that axis; null where it has none. */
export function angleOf(object: Record<string, unknown>, axis: 'latitude' | 'longitude'): string | null {
	let best: string | null = null;
	let bestRank = Infinity;
	for (const [name, value] of Object.entries(object)) {
		const isAngle = isNumber(value) || (typeof value === 'string' && /^\s*[+-]?\d/.test(value));
		const rank = isAngle ? rankOf(axis, name) : Infinity;
		if (rank < bestRank) [best, bestRank] = [withoutMark(String(value)).trim(), rank];
	}
	return best;
}

/** Whether an object has a latitude and a longitude itself. */
export const saysAngles = (object: Record<string, unknown>): boolean =>
	angleOf(object, 'latitude') !== null && angleOf(object, 'longitude') !== null;

/** Whether an object says where it is: as a geometry, by two angles, or by one of the objects in it. */
function hasPlace(object: Record<string, unknown>, depth = 0): boolean {
	if (isGeometry(object)) return true;
	if (saysAngles(object)) return true;
	return (
		depth < deepest && Object.values(object).some((value) => isObject(value) && hasPlace(value, depth + 1))
	);
}

/**
 * A row in which what stands in objects that say a place has names of its own: `location.lat` and `location.lon`. All
 * other objects stay whole, geometries of GeoJSON too.
 */
export function spread(row: Record<string, unknown>): Record<string, unknown> {
	if (!Object.values(row).some((value) => isObject(value) && !isGeometry(value) && hasPlace(value, 1)))
		return row;
	const whole = Object.create(null) as Record<string, unknown>;
	const add = (object: Record<string, unknown>, before: string, depth: number) => {
		for (const [name, value] of Object.entries(object)) {
			if (isObject(value) && !isGeometry(value) && hasPlace(value, depth))
				add(value, `${before}${name}.`, depth + 1);
			else whole[`${before}${name}`] = value;
		}
	};
	add(row, '', 1);
	return whole;
}
