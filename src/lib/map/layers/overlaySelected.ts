import { markedSource } from '../overlay/source';
import type { MakeLayers } from './layer';

/** A ring about the row of a reader's own data that is chosen. */
export const overlaySelected: MakeLayers = (palette, { own }) =>
	own.length === 0
		? []
		: [
				{
					id: 'own-marked-casing',
					type: 'circle',
					source: markedSource,
					paint: {
						'circle-radius': 9,
						'circle-opacity': 0,
						'circle-stroke-color': palette.casing,
						'circle-stroke-width': 5
					}
				},
				{
					id: 'own-marked',
					type: 'circle',
					source: markedSource,
					paint: {
						'circle-radius': 10.2,
						'circle-opacity': 0,
						'circle-stroke-color': palette.siteName,
						'circle-stroke-width': 2.4
					}
				}
			];
