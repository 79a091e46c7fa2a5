import { opacity, shapeColour, shapeIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { shapesSource } from '../style/sources';

/** A ring: the place is somewhere inside. */
export const ring: MakeLayers = (palette) => [
	{
		id: 'ring-fill',
		type: 'fill',
		source: shapesSource,
		filter: shapeIs('ring'),
		paint: {
			'fill-color': shapeColour(palette),
			'fill-opacity': opacity(0.04, 0.13),
			// The edge is a layer of its own.
			'fill-antialias': false
		}
	},
	{
		id: 'ring-edge',
		type: 'line',
		source: shapesSource,
		filter: shapeIs('ring'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': shapeColour(palette),
			'line-width': 1.4,
			'line-dasharray': [4, 3],
			'line-opacity': opacity(0.6, 1)
		}
	}
];
