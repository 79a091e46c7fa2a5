import { expression, opacity, shapeColour, shapeIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { shapesSource } from '../style/sources';

const width = (more: number) => expression(['interpolate', ['linear'], ['zoom'], 5, 2 + more, 9, 3.2 + more]);

/** A road or border that an article names: dotted on a casing. */
export const line: MakeLayers = (palette) => [
	{
		id: 'line-casing',
		type: 'line',
		source: shapesSource,
		filter: shapeIs('line'),
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: { 'line-color': palette.casing, 'line-width': width(2.5), 'line-opacity': opacity(0.75, 1) }
	},
	{
		id: 'line-dots',
		type: 'line',
		source: shapesSource,
		filter: shapeIs('line'),
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: {
			'line-color': shapeColour(palette),
			'line-width': width(0),
			'line-dasharray': [0.1, 2.2],
			'line-opacity': opacity(0.7, 1)
		}
	}
];
