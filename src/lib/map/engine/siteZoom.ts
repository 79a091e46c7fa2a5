/** How near a site is shown. Pure; zooms are MapLibre's. */
import type { MapSite } from '../data';
import { partingZoom, zoomForWidth } from '../scale';
import { clusterRadius } from '../style/style';

/** A selected point is shown from at least this near. */
const pointZoom = 9;
/** And never from nearer than this: the articles know no streets. */
export const nearestZoom = 11.5;
/** How much of the clear part's smaller side the circle of uncertainty takes. */
const circleShare = { least: 1 / 4, most: 1 / 3 };

/**
 * The zoom at which a point is shown: near enough to part it from the other sites, and never so near that its circle of
 * uncertainty fills the map.
 * @param zoom where the map is now; it only zooms out for a circle
 * @param side pixels of the clear part's smaller side
 */
export function zoomTo(
	site: Pick<MapSite, 'position' | 'uncertainty'>,
	others: readonly [number, number][],
	zoom: number,
	side: number
): number {
	const wanted = Math.max(pointZoom, zoom, partingZoom(site.position, others, clusterRadius));
	if (!site.uncertainty) return Math.min(wanted, nearestZoom);
	const [west, , east] = site.uncertainty;
	const least = zoomForWidth(west, east, side * circleShare.least);
	const most = zoomForWidth(west, east, side * circleShare.most);
	return Math.min(Math.max(wanted, least), most, nearestZoom);
}
