import { expression, hatch, opacity, shapeColour, shapeIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { shapesSource } from '../style/sources';

/** A region that an article names as a whole: hatched, with a soft edge, since no article says where it ends. */
export const region: MakeLayers = (palette, { isOverImagery }) => [
	{
		id: 'region-hatch',
		type: 'fill',
		source: shapesSource,
		filter: shapeIs('region'),
		paint: {
			'fill-pattern': hatch,
			'fill-opacity': isOverImagery ? opacity(0.4, 0.7) : opacity(0.15, 0.45),
			'fill-antialias': false
		}
	},
	{
		id: 'region-edge',
		type: 'line',
		source: shapesSource,
		filter: shapeIs('region'),
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': shapeColour(palette),
			'line-width': expression(['interpolate', ['linear'], ['zoom'], 5, 4, 9, 8]),
			'line-blur': 3,
			'line-opacity': isOverImagery ? opacity(0.5, 0.8) : opacity(0.16, 0.42)
		}
	}
];
