import { isBeyond } from '../limits';
import { beyondSource } from '../overlay/source';
import type { MakeLayers } from './layer';

/** The ground beyond the offline basemap, where a reader's own data lies there: neither land nor sea is said of it. */
export const overlayBounds: MakeLayers = (palette, { overlays }) =>
	overlays.some(({ bounds }) => bounds && isBeyond(bounds))
		? [
				{
					id: 'overlay-ground',
					type: 'fill',
					source: beyondSource,
					paint: { 'fill-color': palette.beyond, 'fill-antialias': false }
				}
			]
		: [];
