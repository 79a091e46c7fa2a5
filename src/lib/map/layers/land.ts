import { expression, type MakeLayers } from './layer';

/** The sea as the ground of everything, and the land on it. */
export const land: MakeLayers = (palette) => [
	{ id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
	{
		id: 'coast',
		type: 'line',
		source: 'land',
		layout: { 'line-join': 'round' },
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
		source: 'land',
		paint: {
			'fill-color': expression(['case', ['boolean', ['get', 'syria'], false], palette.home, palette.land]),
			'fill-antialias': false
		}
	}
];
