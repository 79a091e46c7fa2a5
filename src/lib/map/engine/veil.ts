/**
 * Hides the map and keeps it small until it has all that it shows. Without a graphics card a frame of full size costs a
 * tenth of a second, and the first whole picture would have to wait for those before it.
 */
import type { Map as MapLibre } from 'maplibre-gl';

/** Pixels of the canvas for one of the page while the map is hidden. */
export const veiledPixels = 0.1;
/** For `setPixelRatio`: as the screen has them, whichever screen the page is on. MapLibre's types omit this value. */
export const devicePixels = null as unknown as number;
/** Milliseconds for which the first data may take to become a whole picture. */
const patience = 1000;

export class Veil {
	/** Whether the map is shown: its first frame of full size is drawn. */
	isLifted = false;

	constructor(map: MapLibre) {
		const canvas = map.getCanvas();
		canvas.style.visibility = 'hidden';
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isFullSize = false;
		const lift = () => {
			if (isFullSize) return;
			isFullSize = true;
			clearTimeout(timer);
			map.setPixelRatio(devicePixels);
		};
		// Over a slow line the map is shown as it comes.
		const wait = () => (timer ??= setTimeout(lift, patience));
		const look = () => {
			if (!isFullSize) {
				// Before the first source is read, MapLibre counts its tiles as loaded.
				if (timer !== undefined && map.isStyleLoaded()) lift();
				return;
			}
			for (const listener of listeners) listener.unsubscribe();
			this.isLifted = true;
			canvas.style.visibility = '';
		};
		map.once('remove', () => clearTimeout(timer));
		const listeners = [
			map.on('sourcedata', wait),
			map.on('render', look),
			map.on('error', lift),
			map.on('idle', lift)
		];
	}
}
