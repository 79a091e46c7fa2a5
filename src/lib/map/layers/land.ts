import { expression, partIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { groundSource } from '../style/sources';

const isHome = ['boolean', ['get', 'home'], false];
const landThat = (condition: unknown) => expression(['all', partIs('land'), condition]);

/**
 * The sea, and the land on it. Areas of one opaque colour without antialiasing: MapLibre draws such ones first, from the
 * top down, and skips what they cover.
 */
export const land: MakeLayers = (palette) => [
	{ id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
	{
		id: 'coast',
		type: 'line',
		source: groundSource,
		filter: partIs('land'),
		paint: {
			'line-color': palette.coast,
			// The inner half is covered by the land, so that borders keep their own colour.
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 1, 10, 2.4]),
			'line-opacity': 0.8
		}
	},
	{
		id: 'land',
		type: 'fill',
		source: groundSource,
		filter: landThat(['!', isHome]),
		paint: { 'fill-color': palette.land, 'fill-antialias': false }
	},
	{
		id: 'home',
		type: 'fill',
		source: groundSource,
		filter: landThat(isHome),
		paint: { 'fill-color': palette.home, 'fill-antialias': false }
	}
];
