import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../style/palette';
import { halo, opacity, shapeColour, shapeIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { shapesSource } from '../style/sources';

/** From this zoom on the uncertainty of every point is drawn. */
const nearZoom = 9;

/**
 * The circle in which a point may lie: seen when zoomed in, or about the selected site. An opacity by zoom and by feature
 * state at once would need a shader of its own, which delays the first picture; so there are two pairs of layers.
 */
export const uncertainty: MakeLayers = (palette, { isOverImagery }) => [
	...pair(palette, 'far', { fill: opacity(0, 0.1), edge: opacity(0, 0.6) }).map((layer) => ({
		...layer,
		maxzoom: nearZoom
	})),
	...(isOverImagery ? [{ ...halo(palette, 'uncertainty', opacity(0.4, 0.7)), minzoom: nearZoom }] : []),
	...pair(palette, 'near', {
		fill: opacity(0.035, 0.1),
		edge: isOverImagery ? opacity(0.8, 1) : opacity(0.28, 0.6)
	}).map((layer) => ({
		...layer,
		minzoom: nearZoom
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
