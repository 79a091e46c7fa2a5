const radians = Math.PI / 180;

/** Of the sphere that Turf measures on. */
export const earthRadius_km = 6371.0088;

/** Great-circle distance in km between two positions in degrees: that of Turf, without the checks that its own makes each time. */
export function haversine_km(
	[x1, y1]: readonly [longitude: number, latitude: number],
	[x2, y2]: readonly [longitude: number, latitude: number]
): number {
	const across = Math.sin(((x2 - x1) * radians) / 2);
	const along = Math.sin(((y2 - y1) * radians) / 2);
	const half = along * along + Math.cos(y1 * radians) * Math.cos(y2 * radians) * across * across;
	return 2 * earthRadius_km * Math.asin(Math.min(1, Math.sqrt(half)));
}
