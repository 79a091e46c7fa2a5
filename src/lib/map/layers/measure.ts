import { expression, partIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { measureSource } from '../style/sources';

/** What the measuring tool draws: a line with its ends, and a circle. Above all names, beneath the marks. */
export const measure: MakeLayers = (palette, { isMeasured }) => {
	if (!isMeasured) return [];
	const line = {
		type: 'line' as const,
		source: measureSource,
		filter: partIs('line'),
		layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const }
	};
	return [
		{
			id: 'measure-circle',
			type: 'line',
			source: measureSource,
			filter: partIs('circle'),
			layout: { 'line-join': 'round' },
			paint: { 'line-color': palette.siteName, 'line-width': 1.2, 'line-opacity': 0.75 }
		},
		{
			...line,
			id: 'measure-casing',
			paint: { 'line-color': palette.casing, 'line-width': 5, 'line-opacity': 0.85 }
		},
		{ ...line, id: 'measure-line', paint: { 'line-color': palette.siteName, 'line-width': 2 } },
		{
			id: 'measure-target',
			type: 'circle',
			source: measureSource,
			filter: expression(['all', partIs('end'), ['has', 'alone']]),
			paint: {
				'circle-radius': 11,
				'circle-opacity': 0,
				'circle-stroke-color': palette.siteName,
				'circle-stroke-width': 2
			}
		},
		{
			id: 'measure-ends',
			type: 'circle',
			source: measureSource,
			filter: partIs('end'),
			paint: {
				'circle-radius': 4.5,
				'circle-color': palette.siteName,
				'circle-stroke-color': palette.casing,
				'circle-stroke-width': 1.8
			}
		}
	];
};
