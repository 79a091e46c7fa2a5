/** Degrees: west, south, east, north. One whose west is east of its east goes over the 180th meridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Whether a position in degrees is in a box, its edges included; it is in none where there is no box. */
export function isIn(box: Box | null, longitude: number, latitude: number): boolean {
	if (!box) return false;
	const [west, south, east, north] = box;
	const isBetween =
		west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
	return isBetween && latitude >= south && latitude <= north;
}
