/** How far the map can be moved and zoomed out. Pure. */
import { joined, type Box } from './box';

/** All of Syria, which the first view shows. */
export const homeBox: Box = [35.55, 32.3, 42.4, 37.35];
/** The basemap's box; beyond it only overlays are seen. */
export const basemapBox: Box = [27, 28, 50, 42];
/** At this zoom all of Syria fits into what the sheet leaves of a small phone. */
const leastZoom = 4;
/** As far north and south as Web Mercator goes. */
const world: Box = [-180, -85, 180, 85];
/** Room about an overlay: a part of its size, and at least so many degrees. */
const air = { share: 1, degrees: 5 };

export interface Limits {
	bounds: Box;
	leastZoom: number;
}

/**
 * The basemap's box, and to the south as many degrees more as the covered foot of the map takes when zoomed out: else
 * the south of the box could not be moved out from under what covers it. Overlays beyond widen it to hold all of them.
 * @param covered pixels at the foot of the map that something else covers
 * @param overlays boxes of overlays
 */
export function limitsOf(covered: number, overlays: readonly Box[]): Limits {
	const [west, south, east, north] = basemapBox;
	const pixelsPerDegree = (512 * 2 ** leastZoom) / 360;
	const bounds: Box = [west, south - covered / pixelsPerDegree, east, north];
	const beyond = overlays.filter(isBeyond);
	if (beyond.length === 0) return { bounds, leastZoom };
	const wide = joined([bounds, ...beyond.map(withAir)]);
	return {
		bounds: [
			Math.max(world[0], wide[0]),
			Math.max(world[1], wide[1]),
			Math.min(world[2], wide[2]),
			Math.min(world[3], wide[3])
		],
		leastZoom: 0
	};
}

/** Whether a box reaches beyond the offline basemap. */
export function isBeyond([west, south, east, north]: Box): boolean {
	return west < basemapBox[0] || south < basemapBox[1] || east > basemapBox[2] || north > basemapBox[3];
}

function withAir([west, south, east, north]: Box): Box {
	const [across, down] = [east - west, north - south].map((size) =>
		Math.max(air.degrees, air.share * size)
	) as [number, number];
	return [west - across, south - down, east + across, north + down];
}
