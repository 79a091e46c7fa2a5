import { bothNames, expression, type MakeLayers } from './layer';

/** Names of countries and seas: wide, faint, gone when the map is near. */
export const countryNames: MakeLayers = (palette, { language }) => [
	{
		id: 'country-names',
		type: 'symbol',
		source: 'labels',
		filter: expression(['==', ['get', 'kind'], 'country']),
		maxzoom: 8,
		layout: {
			'text-field': bothNames(language, 1, 0.95),
			'text-font': ['Noto Sans Regular'],
			'text-transform': 'uppercase',
			// Arabic is a joined script: letters are spaced only where the field leads with Latin.
			'text-letter-spacing': language === 'ar' ? 0 : 0.22,
			'text-max-width': 12,
			'text-line-height': 1.35,
			'text-size': expression(['interpolate', ['linear'], ['zoom'], 5, 11, 8, 15]),
			'text-padding': 6
		},
		paint: { 'text-color': palette.countryName, 'text-halo-color': palette.halo, 'text-halo-width': 0.6 }
	},
	{
		id: 'sea-names',
		type: 'symbol',
		source: 'labels',
		filter: expression(['==', ['get', 'kind'], 'sea']),
		maxzoom: 9,
		layout: {
			'text-field': bothNames(language, 1, 0.95),
			'text-font': ['Noto Sans Italic'],
			'text-letter-spacing': language === 'ar' ? 0 : 0.16,
			'text-max-width': 9,
			'text-line-height': 1.4,
			'text-size': expression(['interpolate', ['linear'], ['zoom'], 5, 12, 8, 16])
		},
		paint: { 'text-color': palette.seaName }
	}
];
