import { expression, partIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { groundSource } from '../style/sources';

/** Rivers and lakes. */
export const water: MakeLayers = (palette) => [
	{
		id: 'rivers',
		type: 'line',
		source: groundSource,
		filter: partIs('rivers'),
		paint: {
			'line-color': palette.river,
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 0.8, 8, 1.6, 12, 3])
		}
	},
	{
		id: 'lakes',
		type: 'fill',
		source: groundSource,
		filter: partIs('water'),
		paint: { 'fill-color': palette.water, 'fill-outline-color': palette.river }
	}
];
