import { expression, type MakeLayers } from './layer';

/** Main roads, where the basemap has them. */
export const roads: MakeLayers = (palette) => [
	{
		id: 'roads',
		type: 'line',
		source: 'roads',
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: {
			'line-color': palette.road,
			'line-width': expression(['interpolate', ['exponential', 1.4], ['zoom'], 5, 0.5, 8, 1.2, 12, 3.5])
		}
	}
];
