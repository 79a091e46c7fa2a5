import type { FilterSpecification } from 'maplibre-gl';
import { selectedSource } from '../overlay/source';
import type { MakeLayers } from '../style/layerOptions';

const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point'];

/** A ring about the selected row of an overlay, and the circle that it may be in where the file says how exact it is. */
export const overlaySelected: MakeLayers = (palette, { hasSelected }) =>
	!hasSelected
		? []
		: [
				{
					id: 'overlay-selected-radius',
					type: 'line',
					source: selectedSource,
					filter: ['!=', ['geometry-type'], 'Point'],
					paint: { 'line-color': palette.siteName, 'line-width': 1.5, 'line-dasharray': [3, 2] }
				},
				{
					id: 'overlay-selected-casing',
					type: 'circle',
					source: selectedSource,
					filter: isPoint,
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
					filter: isPoint,
					paint: {
						'circle-radius': 10.2,
						'circle-opacity': 0,
						'circle-stroke-color': palette.siteName,
						'circle-stroke-width': 2.4
					}
				}
			];
