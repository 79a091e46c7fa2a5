import { nearer } from '../limits';
import { bothNames, expression, nameOpacity } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { citiesSource } from '../style/sources';

const rank = ['coalesce', ['get', 'rank'], 4];
/** Cities by the zoom from which their rank is named. */
const isNamed = expression([
	'step',
	['zoom'],
	['<=', rank, 1],
	5.6 + nearer,
	['<=', rank, 2],
	7.2 + nearer,
	['<=', rank, 3],
	8.4 + nearer,
	true
]);

/** Dots and names of cities, the important ones first. They give way to the marks. */
export const cityNames: MakeLayers = (palette, { language, isOverImagery }) => [
	{
		id: 'city-dots',
		type: 'circle',
		source: citiesSource,
		filter: isNamed,
		paint: {
			'circle-color': isOverImagery ? palette.cityName : palette.home,
			'circle-stroke-color': palette.cityDot,
			'circle-stroke-width': 1.1,
			'circle-radius': expression(['match', ['get', 'rank'], 1, 2.6, 2, 2.1, 1.6])
		}
	},
	{
		id: 'city-names',
		type: 'symbol',
		source: citiesSource,
		filter: isNamed,
		layout: {
			'text-field': bothNames(language, 1, 0.9),
			'text-font': ['Noto Sans Regular'],
			'text-size': expression([
				'interpolate',
				['linear'],
				['zoom'],
				5 + nearer,
				['match', rank, 1, 11.5, 2, 10.5, 10],
				10 + nearer,
				['match', rank, 1, 16, 2, 14, 3, 12.5, 11.5]
			]),
			'text-line-height': 1.15,
			'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
			'text-radial-offset': 0.55,
			'text-justify': 'auto',
			'text-padding': 4,
			'symbol-sort-key': expression(rank)
		},
		paint: {
			'text-color': palette.cityName,
			'text-opacity': nameOpacity,
			'text-halo-color': palette.halo,
			'text-halo-width': isOverImagery ? 1.8 : 1.3,
			'text-halo-blur': 0.4
		}
	}
];
