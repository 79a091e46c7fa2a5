/** Distances on the screen: the scale bar, and how near one must be for neighbours to part. */
import { mercatorX, mercatorY } from '$lib/base/mercator';
import { m, number } from '$lib/words';

const equator = 40_075_016.686;
const lengths = [1, 2, 5];
/** Pixels that the scale bar may take. */
export const longestBar = 110;

/**
 * The longest round distance whose bar is at most `room` pixels wide.
 * @param zoom MapLibre's zoom, whose world is 512 pixels wide at 0
 */
export function scaleBar(
	latitude: number,
	zoom: number,
	room: number
): { width: number; kilometres: number } {
	const kilometresPerPixel = (equator * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom) / 1000;
	const most = kilometresPerPixel * room;
	const power = 10 ** Math.floor(Math.log10(most));
	const kilometres = power * lengths.findLast((length) => length * power <= most)!;
	return { width: kilometres / kilometresPerPixel, kilometres };
}

/** The length of a bar in words: “20 km”, “500 m”. */
export function distanceText(kilometres: number): string {
	return kilometres >= 1
		? m.map_kilometres({ n: number(kilometres) })
		: m.map_metres({ n: number(kilometres * 1000) });
}

/**
 * The lowest whole zoom at which a position is farther than so many pixels from all others. Others at the very same
 * position never part from it and are left out.
 */
export function partingZoom(
	from: [number, number],
	others: readonly [number, number][],
	pixels: number
): number {
	const [x, y] = [mercatorX(from[0]), mercatorY(from[1])];
	const distances = others
		.map(([longitude, latitude]) => Math.hypot(mercatorX(longitude) - x, mercatorY(latitude) - y))
		.filter((distance) => distance > 0);
	const least = Math.min(...distances);
	return least === Infinity ? 0 : Math.max(0, Math.ceil(Math.log2(pixels / (512 * least)) + 0.01));
}

/** The zoom at which what reaches from west to east is so many pixels wide. */
export function zoomForWidth(west: number, east: number, pixels: number): number {
	return Math.log2((pixels * 360) / (512 * (east - west)));
}
