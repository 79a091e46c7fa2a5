import { bothNames, expression, nameOpacity, partIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { nearZoom } from '../style/basemapZoom';
import { nearSource } from '../style/sources';

const rank = ['coalesce', ['get', 'rank'], 7];

/** Dots and names of villages and small towns, for who sees the sites close up: the larger first, and below all cities. */
export const villageNames: MakeLayers = (palette, { isNear, isOverImagery, language }) => {
	if (!isNear) return [];
	const village = {
		source: nearSource,
		minzoom: nearZoom,
		filter: expression([
			'all',
			partIs('village'),
			['step', ['zoom'], ['<=', rank, 5], nearZoom + 0.5, ['<=', rank, 6], nearZoom + 0.9, true]
		])
	};
	return [
		{
			...village,
			id: 'village-dots',
			type: 'circle',
			paint: {
				'circle-color': isOverImagery ? palette.cityName : palette.home,
				'circle-stroke-color': palette.cityDot,
				'circle-stroke-width': 0.9,
				'circle-radius': 1.3
			}
		},
		{
			...village,
			id: 'village-names',
			type: 'symbol',
			layout: {
				'text-field': bothNames(language, 1, 0.9),
				'text-font': ['Noto Sans Regular'],
				'text-size': expression(['interpolate', ['linear'], ['zoom'], nearZoom, 10, 13, 12.5]),
				'text-line-height': 1.15,
				'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
				'text-radial-offset': 0.5,
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
};
