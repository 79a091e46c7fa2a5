import { partIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { groundSource } from '../style/sources';

/** One colour with lines of latitude and longitude, where there is no basemap. */
export const plain: MakeLayers = (palette) => [
	{ id: 'sea', type: 'background', paint: { 'background-color': palette.land } },
	{
		id: 'graticule',
		type: 'line',
		source: groundSource,
		filter: partIs('graticule'),
		paint: { 'line-color': palette.border, 'line-width': 0.6, 'line-opacity': 0.5 }
	}
];
