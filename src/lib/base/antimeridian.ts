/**
 * Longitudes of regions across the antimeridian. Files have them from -180 to 180 (RFC 7946); the map of such a region
 * counts on past 180, so that what lies together stays together. Pure; degrees.
 */

/** [west, south, east, north]; west is the larger across the antimeridian, until it is unwrapped. */
export type DegreeBox = [west: number, south: number, east: number, north: number];

/** Whether a box lies across the antimeridian. */
export const isAcross = ([west, , east]: Readonly<DegreeBox>): boolean => west > east;

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
