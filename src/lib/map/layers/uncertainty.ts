import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../style/palette';
import { opacity, shapeColour, shapeIs, shapesSource, type MakeLayers } from './layer';

/** From this near the uncertainty of every point is drawn. */
const near = 9;

/**
 * How far a point may be off: only from near, or about the site in hand. Opacities by zoom and by state at once would
 * each need shaders of their own, which the first picture would have to wait for; so there are two pairs of layers.
 */
export const uncertainty: MakeLayers = (palette) => [
	...pair(palette, 'far', { fill: opacity(0, 0.1), edge: opacity(0, 0.6) }).map((layer) => ({
		...layer,
		maxzoom: near
	})),
	...pair(palette, 'near', { fill: opacity(0.035, 0.1), edge: opacity(0.28, 0.6) }).map((layer) => ({
		...layer,
		minzoom: near
	}))
];

type Opacity = ReturnType<typeof opacity>;

function pair(palette: Palette, from: string, { fill, edge }: { fill: Opacity; edge: Opacity }) {
	const layers: LayerSpecification[] = [
		{
			id: `uncertainty-fill-${from}`,
			type: 'fill',
			source: shapesSource,
			filter: shapeIs('uncertainty'),
			paint: { 'fill-color': shapeColour(palette), 'fill-opacity': fill, 'fill-antialias': false }
		},
		{
			id: `uncertainty-edge-${from}`,
			type: 'line',
			source: shapesSource,
			filter: shapeIs('uncertainty'),
			paint: { 'line-color': shapeColour(palette), 'line-width': 1, 'line-opacity': edge }
		}
	];
	return layers;
}
