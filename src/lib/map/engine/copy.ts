import type { Map as MapLibre } from 'maplibre-gl';
import { devicePixels } from './veil';

/**
 * A copy of the map as it is now, with so many pixels to one of the page. The map keeps no picture between frames, so it
 * is drawn and copied in one go.
 */
export function copyOf(map: MapLibre, scale: number): HTMLCanvasElement {
	const before = map.getPixelRatio();
	if (scale !== before) map.setPixelRatio(scale);
	map.redraw();
	const picture = map.getCanvas();
	const copy = document.createElement('canvas');
	copy.width = picture.width;
	copy.height = picture.height;
	copy.getContext('2d')!.drawImage(picture, 0, 0);
	if (scale !== before) {
		map.setPixelRatio(devicePixels);
		map.redraw();
	}
	return copy;
}
