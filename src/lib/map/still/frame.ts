/** The part of the Earth that the first view fits into a window, as a flat frame. Web Mercator, like the map. Pure. */
import { homeBox } from '../engine/limits';

/** In Earth radii, from the equator. */
const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));

const [west, south, east, north] = homeBox;
const top = mercator(north);
const width = ((east - west) * Math.PI) / 180;
const height = top - mercator(south);

/** Its width by its height. */
export const frameRatio = width / height;

/** For the styles of the page. */
export const frameStyles = () => `:root { --map-ratio: ${frameRatio.toFixed(4)} }\n`;

/** Where a position in degrees is in the frame: 0 to 1 from its upper left corner, and beyond. */
export function inFrame([longitude, latitude]: readonly number[]): [x: number, y: number] {
	return [(longitude! - west) / (east - west), (top - mercator(latitude!)) / height];
}
