/** The frame of the still picture: the box that the map's first view fits, in Web Mercator like the map. Pure. */
import { mercatorY } from '$lib/base/mercator';
import { homeBox } from '../limits';
import { onMap } from '../onMap';

const [west, south, east, north] = homeBox;
const top = mercatorY(north);
const width = (east - west) / 360;
const height = mercatorY(south) - top;

/** The frame's width divided by its height. */
export const frameRatio = width / height;

/** The ratio as a custom property, for the page's CSS. */
export const frameStyles = () => `:root { --map-ratio: ${frameRatio.toFixed(4)} }\n`;

/** A position in degrees as parts of the frame from its upper left corner: 0 to 1 inside, beyond that outside. */
export function inFrame([x, y]: readonly number[]): [x: number, y: number] {
	const [longitude, latitude] = onMap([x!, y!]);
	return [(longitude - west) / (east - west), (mercatorY(latitude) - top) / height];
}
