/** Where the map is, in few enough digits for an address. */
import type { Box } from '../data';

/** The middle of the whole picture, whatever lies over it, so that the same window shows the same picture. */
export interface Camera {
	zoom: number;
	latitude: number;
	longitude: number;
}

/** Rounds a camera to about a pixel or less: more digits would only make an address longer. */
export function rounded({ zoom, latitude, longitude }: Camera): Camera {
	const digits = zoom < 9 ? 3 : 4;
	return {
		zoom: Number(zoom.toFixed(2)),
		latitude: Number(latitude.toFixed(digits)),
		longitude: Number(longitude.toFixed(digits))
	};
}

/** Whether two cameras are the same place once rounded. */
export function sameCamera(a: Camera | null, b: Camera | null): boolean {
	if (!a || !b) return a === b;
	const [one, other] = [rounded(a), rounded(b)];
	return one.zoom === other.zoom && one.latitude === other.latitude && one.longitude === other.longitude;
}

/** Whether a position lies in a box, its edges included. */
export function contains([west, south, east, north]: Box, [x, y]: [number, number]): boolean {
	return x >= west && x <= east && y >= south && y <= north;
}

/** The smallest box about positions. */
export function around(positions: readonly [number, number][]): Box {
	return joined(positions.map(([x, y]): Box => [x, y, x, y]));
}

/** The smallest box about boxes. */
export function joined(boxes: readonly Box[]): Box {
	const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [west, south, east, north] of boxes) {
		box[0] = Math.min(box[0], west);
		box[1] = Math.min(box[1], south);
		box[2] = Math.max(box[2], east);
		box[3] = Math.max(box[3], north);
	}
	return box;
}
