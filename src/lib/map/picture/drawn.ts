/** A map with what it shows, as pictures of it are made of it: as a file, and on paper. */
import { contains } from '../box';
import type { MapActor, MapSite } from '../data';
import type { MapEngine } from '../engine/engine';
import type { Theme } from '../style/palette';
import type { Chosen } from './overMap';

/** What the map shows. */
interface Shown {
	/** The element that the map fills. */
	root: HTMLElement;
	sites: readonly MapSite[];
	/** The actors of each site that is on the map. */
	actorsOnMap: ReadonlyMap<string, readonly MapActor[]>;
	/** All actors, in the order of the legend. */
	actors: readonly MapActor[];
	/** Id of the chosen site. */
	selected: string | null;
	theme: Theme;
	/** Whose the background is that the reader chose. */
	credits: readonly string[];
}

/** A map with what it shows. */
export interface Drawn extends Shown {
	engine: MapEngine;
}

/** Where the chosen site is in the picture; null where there is none in it. */
export function chosenOn(
	engine: MapEngine,
	{ sites, actorsOnMap, selected }: Pick<Shown, 'sites' | 'actorsOnMap' | 'selected'>
): Chosen | null {
	const chosen = sites.find(({ id }) => id === selected);
	const isSeen = chosen && actorsOnMap.has(chosen.id) && contains(engine.box, chosen.position);
	const place = isSeen && engine.project(chosen.id);
	if (!place) return null;
	return { x: place.x, y: place.y, slots: chosen.actors.length, isClustered: place.cluster !== null };
}
