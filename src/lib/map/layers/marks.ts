import type { ExpressionSpecification } from 'maplibre-gl';
import { chipImage } from '../style/glyphs';
import { mostSlots, slots } from '../style/slots';
import { sizeStops } from '../style/markSize';
import { expression, featureState } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { hiddenActorState, marksSource } from '../style/sources';

/** Chips and what hangs on them grow a little with the zoom. */
export const markSize: ExpressionSpecification = expression([
	'interpolate',
	['linear'],
	['zoom'],
	...sizeStops.flat()
]);

export const notCluster = ['!', ['has', 'point_count']];

/** The layer of one actor's chips. */
export function actorLayerId(actor: string): string {
	return `actor-${actor}`;
}

/**
 * One layer for each actor. A chip stands in its actor's slot at the site, so the order of the layers never decides who
 * is seen. Since an actor may be filtered away at one site and not at another, a chip is turned off by a feature state,
 * which only paint reads: the next frame has it.
 */
export const marks: MakeLayers = (_, { actors }) =>
	actors.map(({ id, hue, letter }) => ({
		id: actorLayerId(id),
		type: 'symbol',
		source: marksSource,
		filter: expression(['all', notCluster, ['has', `slot:${id}`]]),
		layout: {
			'icon-image': expression(chipImage(hue, letter)),
			'icon-size': markSize,
			'icon-offset': slotOffset(id),
			'icon-allow-overlap': true,
			'icon-padding': 0
		},
		paint: {
			'icon-opacity': expression(['case', featureState(hiddenActorState(id)), 0, 1]),
			'icon-opacity-transition': { duration: 0, delay: 0 }
		}
	}));

function slotOffset(actor: string): ExpressionSpecification {
	const bySlot = (count: number) => {
		const places = slots(count);
		if (places.length === 1) return ['literal', places[0]];
		return [
			'match',
			['get', `slot:${actor}`],
			...places.flatMap((place, slot) => (slot === 0 ? [] : [slot, ['literal', place]])),
			['literal', places[0]]
		];
	};
	const counts = Array.from({ length: mostSlots - 1 }, (_, index) => index + 2);
	return expression([
		'match',
		['get', 'slots'],
		...counts.flatMap((count) => [count, bySlot(count)]),
		['literal', [0, 0]]
	]);
}
