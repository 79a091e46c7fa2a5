import { expression, type MakeLayers } from './layer';

/** Governorates as hairlines, borders of countries, and disputed ones dashed. */
export const borders: MakeLayers = (palette) => [
	{
		id: 'governorates',
		type: 'line',
		source: 'governorates',
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': palette.governorate,
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 0.6, 9, 1.2])
		}
	},
	{
		id: 'borders',
		type: 'line',
		source: 'borders',
		filter: expression(['!', ['boolean', ['get', 'disputed'], false]]),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': palette.border,
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 0.9, 10, 1.8])
		}
	},
	{
		id: 'borders-disputed',
		type: 'line',
		source: 'borders',
		filter: expression(['boolean', ['get', 'disputed'], false]),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': palette.border,
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 0.9, 10, 1.8]),
			'line-dasharray': [3, 2.5]
		}
	}
];
