import { badgeImage } from '../style/glyphs';
import { mostSlots, reach } from '../style/slots';
import { expression, opacity } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { marksSource } from '../style/sources';
import { markSize, notCluster } from './marks';

/** The upper right corner of the chips, far enough out not to cover a letter. */
const corner = (count: number) => {
	const { x, y } = reach(count);
	return ['literal', [x, -y]];
};

/** The badge of sites whose reports are disputed. */
export const badges: MakeLayers = () => [
	{
		id: 'badges',
		type: 'symbol',
		source: marksSource,
		filter: expression(['all', notCluster, ['boolean', ['get', 'disputed'], false]]),
		layout: {
			'icon-image': badgeImage,
			'icon-size': markSize,
			'icon-offset': expression([
				'match',
				['get', 'slots'],
				...Array.from({ length: mostSlots - 1 }, (_, index) => [index + 2, corner(index + 2)]).flat(),
				corner(1)
			]),
			'icon-allow-overlap': true,
			'icon-ignore-placement': true
		},
		paint: { 'icon-opacity': opacity(1, 1), 'icon-opacity-transition': { duration: 0, delay: 0 } }
	}
];
