/**
 * The order of everything on the map, from the ground up, in one list. MapLibre places symbols from the top of this list
 * down: marks first, then names of sites, then names of cities; what finds no room left is not drawn. A click goes
 * through the same list, also from the top.
 */
import type { LayerSpecification } from 'maplibre-gl';
import type { m } from '$lib/words';
import { badges } from './layers/badges';
import { beneath } from './layers/beneath';
import { borders } from './layers/borders';
import { cityNames } from './layers/cityNames';
import { clusters } from './layers/clusters';
import { countryNames } from './layers/countryNames';
import { draft } from './layers/draft';
import { drafts } from './layers/drafts';
import { land } from './layers/land';
import { line } from './layers/line';
import { marks } from './layers/marks';
import { measure } from './layers/measure';
import { plain } from './layers/plain';
import { nearCoast } from './layers/nearCoast';
import { overlayBounds } from './layers/overlayBounds';
import { overlaySelected } from './layers/overlaySelected';
import { overlayPoints } from './layers/overlayPoints';
import { overlayShapes } from './layers/overlayShapes';
import { published } from './layers/published';
import { region } from './layers/region';
import { ring } from './layers/ring';
import { siteNames } from './layers/siteNames';
import { uncertainty } from './layers/uncertainty';
import { villageNames } from './layers/villageNames';
import { water } from './layers/water';
import { beyondSource, overlaySource, selectedSource } from './overlay/source';
import type { LayerOptions, MakeLayers } from './style/layerOptions';
import type { Palette } from './style/palette';
import {
	citiesSource,
	draftSource,
	groundSource,
	labelsSource,
	marksSource,
	measureSource,
	nearSource,
	shapesSource
} from './style/sources';

export interface ZorderEntry {
	/** Name of the file in `layers/`. */
	name: string;
	make: MakeLayers;
	/**
	 * `base` is the offline basemap, left out when another is set, `plain` what is there where the data set has none, and
	 * `beyond` the ground about it; `overlay` is the reader's own data and published archives, beneath the names of any
	 * basemap; `data` are our sites, and `draft` is what stands in their place at the desk.
	 */
	part: 'base' | 'plain' | 'beyond' | 'overlay' | 'data' | 'draft';
	/** The source that its layers draw from; each overlay has its own, whose name begins so. */
	source: string;
	/** The message that explains it in the legend. */
	legend?: `legend_${string}` & keyof typeof m;
	/** What a click on it means; nothing where there is no `hit`. */
	hit?: 'site' | 'cluster';
}

export const zorder: ZorderEntry[] = [
	// The ground.
	{ name: 'land', make: land, part: 'base', source: groundSource },
	{ name: 'nearCoast', make: nearCoast, part: 'base', source: nearSource },
	{ name: 'water', make: water, part: 'base', source: groundSource },
	{ name: 'borders', make: borders, part: 'base', source: groundSource },
	{ name: 'plain', make: plain, part: 'plain', source: groundSource },
	{ name: 'overlayBounds', make: overlayBounds, part: 'beyond', source: beyondSource },
	// Overlays lie beneath all names, which a million marks would hide.
	{ name: 'overlayShapes', make: overlayShapes, part: 'overlay', source: overlaySource },
	{ name: 'overlayPoints', make: overlayPoints, part: 'overlay', source: overlaySource },
	{ name: 'overlaySelected', make: overlaySelected, part: 'overlay', source: selectedSource },
	// What is known only roughly lies beneath all names too. A click inside is a click on the map, since a region may
	// cover half of it; one clicks its hollow mark instead.
	{ name: 'region', make: region, part: 'data', source: shapesSource, legend: 'legend_hatched' },
	{ name: 'ring', make: ring, part: 'data', source: shapesSource, legend: 'legend_hollow' },
	{ name: 'uncertainty', make: uncertainty, part: 'data', source: shapesSource, legend: 'legend_filled' },
	{ name: 'line', make: line, part: 'data', source: shapesSource, legend: 'legend_dashed', hit: 'site' },
	// Names, the least important first.
	{ name: 'countryNames', make: countryNames, part: 'base', source: labelsSource },
	{ name: 'villageNames', make: villageNames, part: 'base', source: nearSource },
	{ name: 'cityNames', make: cityNames, part: 'base', source: citiesSource },
	{ name: 'siteNames', make: siteNames, part: 'data', source: marksSource, hit: 'site' },
	{ name: 'measure', make: measure, part: 'data', source: measureSource },
	// The marks, above all else, each with what looks out from under it.
	{ name: 'beneath', make: beneath, part: 'data', source: marksSource, legend: 'legend_beneath' },
	{
		name: 'clusters',
		make: clusters,
		part: 'data',
		source: marksSource,
		legend: 'legend_cluster',
		hit: 'cluster'
	},
	{ name: 'marks', make: marks, part: 'data', source: marksSource, legend: 'legend_shape', hit: 'site' },
	{
		name: 'badges',
		make: badges,
		part: 'data',
		source: marksSource,
		legend: 'legend_contested',
		hit: 'site'
	},
	{ name: 'drafts', make: drafts, part: 'data', source: marksSource, hit: 'site' },
	// At the desk: what is there already, and above it what is drafted.
	{ name: 'published', make: published, part: 'draft', source: marksSource },
	{ name: 'draft', make: draft, part: 'draft', source: draftSource }
];

/** All layers of one part, in order. */
export function layersOf(
	part: ZorderEntry['part'],
	palette: Palette,
	options: LayerOptions
): LayerSpecification[] {
	return zorder.filter((entry) => entry.part === part).flatMap(({ make }) => make(palette, options));
}

/** What a click on a layer means, by layer id, from the top down. */
export function hitLayers(
	palette: Palette,
	options: LayerOptions
): Map<string, NonNullable<ZorderEntry['hit']>> {
	const hits = zorder.toReversed().flatMap(({ make, hit }) =>
		hit
			? make(palette, options)
					.map(({ id }) => [id, hit] as const)
					.toReversed()
			: []
	);
	return new Map(hits);
}
