import { bothNames, expression } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { marksSource } from '../style/sources';

const hollow = ['boolean', ['get', 'hollow'], false];

/** Our sites beneath what is drafted at the desk: quietly, to see what is there already. */
export const published: MakeLayers = (palette, { language }) => [
	{
		id: 'published',
		type: 'circle',
		source: marksSource,
		paint: {
			'circle-radius': 3.5,
			'circle-color': expression(['case', hollow, palette.home, palette.ink]),
			'circle-opacity': 0.75,
			'circle-stroke-color': expression(['case', hollow, palette.ink, palette.casing]),
			'circle-stroke-opacity': 0.75,
			'circle-stroke-width': 1.2
		}
	},
	{
		id: 'published-names',
		type: 'symbol',
		source: marksSource,
		minzoom: 7,
		layout: {
			'text-field': bothNames(language),
			'text-font': ['Noto Sans Regular'],
			'text-size': 11,
			'text-max-width': 10,
			'text-variable-anchor-offset': expression([
				'literal',
				['left', [0.7, 0], 'right', [-0.7, 0], 'top', [0, 0.6], 'bottom', [0, -0.6]]
			])
		},
		paint: { 'text-color': palette.cityName, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 }
	}
];
