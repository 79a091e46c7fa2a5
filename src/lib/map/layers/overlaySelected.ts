import { selectedSource } from '../overlay/source';
import type { MakeLayers } from '../style/layerOptions';

/** A ring about the selected row of an overlay. */
export const overlaySelected: MakeLayers = (palette, { overlays }) =>
	overlays.length === 0
		? []
		: [
				{
					id: 'overlay-selected-casing',
					type: 'circle',
					source: selectedSource,
					paint: {
						'circle-radius': 9,
						'circle-opacity': 0,
						'circle-stroke-color': palette.casing,
						'circle-stroke-width': 5
					}
				},
				{
					id: 'overlay-selected',
					type: 'circle',
					source: selectedSource,
					paint: {
						'circle-radius': 10.2,
						'circle-opacity': 0,
						'circle-stroke-color': palette.siteName,
						'circle-stroke-width': 2.4
					}
				}
			];
