import { expression, featureState } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { mostSlots, reach } from '../style/slots';
import { beneathState, hiddenState, marksSource } from '../style/sources';
import { clusterReach, sizeStops } from '../style/markSize';

const isOver = ['all', ['!', featureState(hiddenState)], ['to-boolean', ['feature-state', beneathState]]];
const colour = ['to-color', ['feature-state', beneathState]];
const nothing = 'rgba(0, 0, 0, 0)';
const when = (there: unknown) => expression(['case', isOver, there, nothing]);
const atOnce = { duration: 0, delay: 0 };

/** Pixels between our mark and the ring. */
const gap = 1;
const counts = Array.from({ length: mostSlots - 1 }, (_, index) => index + 2);
const radiusOf = (count: number) => {
	const { x, y } = reach(count);
	return Math.max(x, y) + gap;
};
/** About all that stands for a site or a cluster. */
const radius = [
	'case',
	['has', 'point_count'],
	clusterReach + gap,
	['match', ['get', 'slots'], ...counts.flatMap((count) => [count, radiusOf(count)]), radiusOf(1)]
];
const growing = expression([
	'interpolate',
	['linear'],
	['zoom'],
	...sizeStops.flatMap(([zoom, size]) => [zoom, ['*', size, radius]])
]);

/**
 * Where a mark of ours covers rows of an overlay, a ring of their colour about it: they look out from under it. Which marks
 * cover rows is found by `engine/beneath.ts`.
 */
export const beneath: MakeLayers = (palette, { hasRowsBeneath }) =>
	!hasRowsBeneath
		? []
		: [
				{
					id: 'beneath-casing',
					type: 'circle',
					source: marksSource,
					paint: {
						'circle-radius': growing,
						'circle-color': nothing,
						'circle-stroke-color': when(palette.casing),
						'circle-stroke-color-transition': atOnce,
						'circle-stroke-width': 5
					}
				},
				{
					id: 'beneath',
					type: 'circle',
					source: marksSource,
					paint: {
						'circle-radius': growing,
						'circle-color': when(colour),
						'circle-color-transition': atOnce,
						'circle-opacity': 0.3,
						'circle-stroke-color': when(colour),
						'circle-stroke-color-transition': atOnce,
						'circle-stroke-width': 3.5
					}
				}
			];
