import { expression, partIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { groundSource } from '../style/sources';

const isDisputed = ['boolean', ['get', 'disputed'], false];
const borderThat = (condition: unknown) => expression(['all', partIs('borders'), condition]);

/** Governorates as hairlines, borders of countries as lines, dashed where disputed. */
export const borders: MakeLayers = (palette) => [
	{
		id: 'governorates',
		type: 'line',
		source: groundSource,
		filter: partIs('governorates'),
		paint: {
			'line-color': palette.governorate,
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 0.6, 9, 1.2])
		}
	},
	{
		id: 'borders',
		type: 'line',
		source: groundSource,
		filter: borderThat(['!', isDisputed]),
		paint: {
			'line-color': palette.border,
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 0.9, 10, 1.8])
		}
	},
	{
		id: 'borders-disputed',
		type: 'line',
		source: groundSource,
		filter: borderThat(isDisputed),
		paint: {
			'line-color': palette.border,
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 0.9, 10, 1.8]),
			'line-dasharray': [3, 2.5]
		}
	}
];
