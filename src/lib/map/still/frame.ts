/** The part of the Earth that the first view fits into a window, as a flat frame. Web Mercator, like the map. Pure. */
import { mercatorY } from '$lib/base/mercator';
import { homeBox } from '../limits';

const [west, south, east, north] = homeBox;
const top = mercatorY(north);
const width = (east - west) / 360;
const height = mercatorY(south) - top;

/** Its width by its height. */
export const frameRatio = width / height;

/** For the styles of the page. */
export const frameStyles = () => `:root { --map-ratio: ${frameRatio.toFixed(4)} }\n`;

/** Where a position in degrees is in the frame: 0 to 1 from its upper left corner, and beyond. */
export function inFrame([longitude, latitude]: readonly number[]): [x: number, y: number] {
	return [(longitude! - west) / (east - west), (mercatorY(latitude!) - top) / height];
}
