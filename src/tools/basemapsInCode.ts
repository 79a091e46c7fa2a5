import { basemapsIn, hostsOf } from './basemaps.js';

/**
 * The backgrounds of the map that a data set names, as a part of the code (`src/lib/map/backgrounds/list.ts`): what a browser
 * needs of them, with the hosts of each.
 */
export const basemapsInCode = {
	__BASEMAPS__: JSON.stringify(
		basemapsIn().map((basemap) => ({ ...basemap, terms: undefined, hosts: hostsOf(basemap) }))
	)
};
