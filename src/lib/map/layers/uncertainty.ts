import { expression, opacity, shapeColour, shapeIs, shapesSource, type MakeLayers } from './layer';

const byZoom = (plain: number, strong: number) =>
	expression(['interpolate', ['linear'], ['zoom'], 8.6, opacity(0, strong), 9.4, opacity(plain, strong)]);

/** How far a point may be off: only from near, or about the site in hand. */
export const uncertainty: MakeLayers = (palette) => [
	{
		id: 'uncertainty-fill',
		type: 'fill',
		source: shapesSource,
		filter: shapeIs('uncertainty'),
		paint: { 'fill-color': shapeColour(palette), 'fill-opacity': byZoom(0.035, 0.1) }
	},
	{
		id: 'uncertainty-edge',
		type: 'line',
		source: shapesSource,
		filter: shapeIs('uncertainty'),
		paint: { 'line-color': shapeColour(palette), 'line-width': 1, 'line-opacity': byZoom(0.28, 0.6) }
	}
];
