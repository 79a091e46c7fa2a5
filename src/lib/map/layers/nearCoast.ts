import { nearZoom } from '../style/basemapZoom';
import { expression, partIs } from '../style/expressions';
import type { MakeLayers } from '../style/layerOptions';
import { nearSource } from '../style/sources';

const isHome = ['boolean', ['get', 'home'], false];

/**
 * A strip along the coast near the sites, with the coast as exact as its source: sea over the coarser land, and land
 * over that. Beyond the strip sea meets sea and land meets land.
 */
export const nearCoast: MakeLayers = (palette, { isNear }) => {
	if (!isNear) return [];
	const fill = { type: 'fill' as const, source: nearSource, minzoom: nearZoom };
	return [
		{
			...fill,
			id: 'near-sea',
			filter: partIs('near-sea'),
			paint: { 'fill-color': palette.sea, 'fill-antialias': false }
		},
		{
			id: 'near-coast',
			type: 'line',
			source: nearSource,
			minzoom: nearZoom,
			filter: partIs('near-coast'),
			layout: { 'line-join': 'round' },
			// As the coast of the first view: the inner half is covered by the land.
			paint: { 'line-color': palette.coast, 'line-width': 2.4, 'line-opacity': 0.8 }
		},
		{
			...fill,
			id: 'near-land',
			filter: partIs('near-land'),
			paint: {
				'fill-color': expression(['case', isHome, palette.home, palette.land]),
				'fill-antialias': false
			}
		}
	];
};
