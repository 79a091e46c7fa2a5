import { nearer } from '../limits';
import { mostSlots, reach } from '../style/slots';
import { bothNames, expression, featureState, opacity } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { coveredState, marksSource } from '../style/sources';
import { notCluster } from './marks';

const size = 12.5;

/** Where a name may stand, clear of the chips: beside, below or above them, in ems from the site's position. */
const anchors = (count: number) => {
	const { x, y } = reach(count);
	const [across, down] = [x / size + 0.45, y / size + 0.35];
	return [
		'literal',
		['left', [across, 0.05], 'top', [0, down], 'right', [-across, 0.05], 'bottom', [0, -down]]
	];
};

/** Names of sites. They give way to marks and to one another; tooltips and the list have all of them. */
export const siteNames: MakeLayers = (palette, { language, isOverImagery }) => [
	{
		id: 'site-names',
		type: 'symbol',
		source: marksSource,
		filter: expression(notCluster),
		minzoom: Math.max(0, 6 + nearer),
		layout: {
			'text-field': bothNames(language, 1, 0.92),
			'text-font': ['Noto Sans Medium'],
			'text-size': size,
			'text-max-width': 11,
			'text-line-height': 1.2,
			'text-justify': 'auto',
			'text-variable-anchor-offset': expression([
				'match',
				['get', 'slots'],
				...Array.from({ length: mostSlots - 1 }, (_, index) => [index + 2, anchors(index + 2)]).flat(),
				anchors(1)
			]),
			'text-padding': 3,
			'symbol-sort-key': expression(['-', 0, ['get', 'reports']])
		},
		paint: {
			'text-color': palette.siteName,
			'text-halo-color': palette.halo,
			'text-halo-width': isOverImagery ? 2.2 : 1.6,
			'text-halo-blur': 0.3,
			'text-opacity': expression(['case', featureState(coveredState), 0, opacity(1, 1)]),
			'text-opacity-transition': { duration: 0, delay: 0 }
		}
	}
];
