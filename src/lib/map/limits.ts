/** How far the map can be moved and zoomed out. Pure. */
import { region } from '$geodata/dataset.json';
import { mercatorY } from '../base/mercator';
import { joined, type Box } from './box';
import { boxOfRegion, boxOnMap, world } from './onMap';

/** All of the region, which the first view shows. */
export const homeBox = boxOnMap(region.view as Box);
/** The basemap's box; beyond it only overlays are seen. */
export const basemapBox = boxOfRegion;
/** Pixels that the sheet leaves of a small phone, in both directions. */
const leastRoom = 160;
/** At this zoom all of the region fits into them. */
const leastZoom = leastZoomOf(homeBox);
/** Room about an overlay: a part of its size, and at least so many degrees. */
const air = { share: 1, degrees: 5 };

/**
 * How many zooms nearer than about a country of seven degrees the first view is, in halves: names come and go by what the
 * region shows, not by a zoom that fits one region only.
 */
export const nearer = nearerOf(homeBox);

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

/** @param box the first view */
export function nearerOf([west, south, east, north]: Box): number {
	const side = Math.max(east - west, 360 * (mercatorY(south) - mercatorY(north)));
	// + 0 turns -0 into 0.
	return Math.round(2 * Math.log2(6.85 / side)) / 2 + 0;
}

/** In steps of a half, and never less than the whole world. */
function leastZoomOf([west, south, east, north]: Box): number {
	const side = Math.max((east - west) / 360, mercatorY(south) - mercatorY(north));
	return Math.max(0, Math.floor(2 * Math.log2(leastRoom / (512 * side))) / 2);
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
