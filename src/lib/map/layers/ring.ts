import { halo, opacity, shapeColour, shapeIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { shapesSource } from '../style/sources';

/** A ring: the place is somewhere inside. */
export const ring: MakeLayers = (palette, { isOverImagery }) => [
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
	...(isOverImagery ? [halo(palette, 'ring', opacity(0.55, 0.85))] : []),
	{
		id: 'ring-edge',
		type: 'line',
		source: shapesSource,
		filter: shapeIs('ring'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': shapeColour(palette),
			'line-width': isOverImagery ? 2 : 1.4,
			'line-dasharray': [4, 3],
			'line-opacity': isOverImagery ? opacity(0.95, 1) : opacity(0.6, 1)
		}
	}
];
