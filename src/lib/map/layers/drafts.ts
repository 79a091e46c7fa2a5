import { m } from '$lib/words';
import { mostSlots, reach } from '../style/slots';
import { expression, opacity } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { marksSource } from '../style/sources';
import { notCluster } from './marks';

const size = 11;

/** Above the chips and the ring about a chosen one, in ems from the site's position. */
const above = (count: number) => ['literal', [0, -(reach(count).y / size + 0.7)]];

/** The word that says of a site that only drafts report on it: it never gives way to anything. */
export const drafts: MakeLayers = (palette, { language }) => [
	{
		id: 'drafts',
		type: 'symbol',
		source: marksSource,
		filter: expression(['all', notCluster, ['boolean', ['get', 'draft'], false]]),
		layout: {
			'text-field': m.draft({}, { locale: language }),
			'text-font': ['Noto Sans Medium'],
			'text-size': size,
			'text-anchor': 'bottom',
			'text-offset': expression([
				'match',
				['get', 'slots'],
				...Array.from({ length: mostSlots - 1 }, (_, index) => [index + 2, above(index + 2)]).flat(),
				above(1)
			]),
			'text-allow-overlap': true,
			'text-ignore-placement': true
		},
		paint: {
			'text-color': palette.siteName,
			'text-halo-color': palette.halo,
			'text-halo-width': 2,
			'text-opacity': opacity(1, 1),
			'text-opacity-transition': { duration: 0, delay: 0 }
		}
	}
];
