import { nearer } from '../limits';
import { bothNames, expression, nameOpacity } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { labelsSource } from '../style/sources';
import { directionOf, type Locale } from '$lib/words/locale';

/** Letters of Arabic, Persian and their like are joined: space would tear them apart. */
const isJoined = (language: Locale) => directionOf(language) === 'rtl' && language !== ('he' as string);

/** Names of countries and seas: wide and faint, and gone when zoomed in. */
export const countryNames: MakeLayers = (palette, { language, isOverImagery }) => [
	{
		id: 'country-names',
		type: 'symbol',
		source: labelsSource,
		filter: expression(['==', ['get', 'kind'], 'country']),
		maxzoom: 8 + nearer,
		layout: {
			'text-field': bothNames(language, 1, 0.95),
			'text-font': ['Noto Sans Regular'],
			'text-transform': 'uppercase',
			'text-letter-spacing': isJoined(language) ? 0 : 0.22,
			'text-max-width': 12,
			'text-line-height': 1.35,
			'text-size': expression(['interpolate', ['linear'], ['zoom'], 5 + nearer, 11, 8 + nearer, 15]),
			'text-padding': 6
		},
		paint: {
			'text-color': palette.countryName,
			'text-opacity': nameOpacity,
			'text-halo-color': palette.halo,
			'text-halo-width': isOverImagery ? 1.4 : 0.6
		}
	},
	{
		id: 'sea-names',
		type: 'symbol',
		source: labelsSource,
		filter: expression(['==', ['get', 'kind'], 'sea']),
		maxzoom: 9 + nearer,
		layout: {
			'text-field': bothNames(language, 1, 0.95),
			'text-font': ['Noto Sans Italic'],
			'text-letter-spacing': isJoined(language) ? 0 : 0.16,
			'text-max-width': 9,
			'text-line-height': 1.4,
			'text-size': expression(['interpolate', ['linear'], ['zoom'], 5 + nearer, 12, 8 + nearer, 16])
		},
		paint: {
			'text-color': palette.seaName,
			'text-opacity': nameOpacity,
			...(isOverImagery && { 'text-halo-color': palette.halo, 'text-halo-width': 1.2 })
		}
	}
];
