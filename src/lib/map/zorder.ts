/**
 * The order of everything on the map, from the ground up, in one list. MapLibre gives room to names from the top of
 * this list down: marks are placed first, then the names of sites, then those of cities, so a lesser thing gives way.
 * A click asks the same list from its top.
 */
import type { LayerSpecification } from 'maplibre-gl';
import { badges } from './layers/badges';
import { borders } from './layers/borders';
import { cityNames } from './layers/cityNames';
import { clusters } from './layers/clusters';
import { countryNames } from './layers/countryNames';
import { land } from './layers/land';
import { type LayerOptions, type MakeLayers } from './layers/layer';
import { line } from './layers/line';
import { marks } from './layers/marks';
import { measure } from './layers/measure';
import { overlayBounds } from './layers/overlayBounds';
import { overlaySelected } from './layers/overlaySelected';
import { overlayPoints } from './layers/overlayPoints';
import { overlayShapes } from './layers/overlayShapes';
import { region } from './layers/region';
import { ring } from './layers/ring';
import { siteNames } from './layers/siteNames';
import { uncertainty } from './layers/uncertainty';
import { water } from './layers/water';
import type { Palette } from './style/palette';

export interface Entry {
	name: string;
	make: MakeLayers;
	/**
	 * `base` is the offline basemap, left out when another is set, and `beyond` what lies about it; `overlay` is the
	 * reader's own data, beneath the names of whichever basemap there is; `data` needs the site's own files.
	 */
	part: 'base' | 'beyond' | 'overlay' | 'data';
	/** What a click on it means; nothing where there is no `hit`. */
	hit?: 'site' | 'cluster';
}

export const zorder: Entry[] = [
	// The ground.
	{ name: 'land', make: land, part: 'base' },
	{ name: 'water', make: water, part: 'base' },
	{ name: 'borders', make: borders, part: 'base' },
	{ name: 'overlayBounds', make: overlayBounds, part: 'beyond' },
	// A reader's own data: a million marks would hide every name, so they lie beneath them all.
	{ name: 'overlayShapes', make: overlayShapes, part: 'overlay' },
	{ name: 'overlayPoints', make: overlayPoints, part: 'overlay' },
	{ name: 'overlaySelected', make: overlaySelected, part: 'overlay' },
	// What is known only roughly lies beneath all names. A click inside is a click on the map: a region may cover half
	// of it, and its hollow mark is there to be clicked.
	{ name: 'region', make: region, part: 'data' },
	{ name: 'ring', make: ring, part: 'data' },
	{ name: 'uncertainty', make: uncertainty, part: 'data' },
	{ name: 'line', make: line, part: 'data', hit: 'site' },
	// Names, the least important first.
	{ name: 'countryNames', make: countryNames, part: 'base' },
	{ name: 'cityNames', make: cityNames, part: 'base' },
	{ name: 'siteNames', make: siteNames, part: 'data', hit: 'site' },
	{ name: 'measure', make: measure, part: 'data' },
	// The marks, above all else.
	{ name: 'clusters', make: clusters, part: 'data', hit: 'cluster' },
	{ name: 'marks', make: marks, part: 'data', hit: 'site' },
	{ name: 'badges', make: badges, part: 'data', hit: 'site' }
];

/** All layers of one part, in order. */
export function layersOf(part: Entry['part'], palette: Palette, options: LayerOptions): LayerSpecification[] {
	return zorder.filter((entry) => entry.part === part).flatMap(({ make }) => make(palette, options));
}

/** What is asked for clicks, by layer id, from the top down. */
export function hitLayers(palette: Palette, options: LayerOptions): Map<string, NonNullable<Entry['hit']>> {
	const hits = zorder.toReversed().flatMap(({ make, hit }) =>
		hit
			? make(palette, options)
					.map(({ id }) => [id, hit] as const)
					.toReversed()
			: []
	);
	return new Map(hits);
}
