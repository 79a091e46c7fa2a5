import { expression, measureSource, type MakeLayers } from './layer';

const partIs = (part: string) => expression(['==', ['get', 'part'], part]);

/** What the measuring tool draws: a line with its ends, and a circle. Above all names, beneath the marks. */
export const measure: MakeLayers = (palette, { isMeasured }) =>
	!isMeasured
		? []
		: [
				{
					id: 'measure-circle',
					type: 'line',
					source: measureSource,
					filter: partIs('circle'),
					layout: { 'line-join': 'round' },
					paint: { 'line-color': palette.siteName, 'line-width': 1.2, 'line-opacity': 0.75 }
				},
				{
					id: 'measure-casing',
					type: 'line',
					source: measureSource,
					filter: partIs('line'),
					layout: { 'line-join': 'round', 'line-cap': 'round' },
					paint: { 'line-color': palette.casing, 'line-width': 5, 'line-opacity': 0.85 }
				},
				{
					id: 'measure-line',
					type: 'line',
					source: measureSource,
					filter: partIs('line'),
					layout: { 'line-join': 'round', 'line-cap': 'round' },
					paint: { 'line-color': palette.siteName, 'line-width': 2 }
				},
				{
					id: 'measure-ends',
					type: 'circle',
					source: measureSource,
					filter: partIs('end'),
					paint: {
						'circle-radius': 4.5,
						'circle-color': palette.siteName,
						'circle-stroke-color': palette.casing,
						'circle-stroke-width': 1.8
					}
				}
			];
