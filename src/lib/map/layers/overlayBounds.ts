import { isBeyond } from '../limits';
import { boxOnMap } from '../onMap';
import { beyondSource } from '../overlay/source';
import type { MakeLayers } from '../style/layerOptions';

/** Where an overlay or the desk reaches beyond the offline basemap, a ground there that claims to be neither land nor sea. */
export const overlayBounds: MakeLayers = (palette, { overlays, isDrafted }) =>
	isDrafted || overlays.some(({ bounds }) => bounds && isBeyond(boxOnMap(bounds)))
		? [
				{
					id: 'overlay-ground',
					type: 'fill',
					source: beyondSource,
					paint: { 'fill-color': palette.beyond, 'fill-antialias': false }
				}
			]
		: [];
