/** Names of the map's sources, and of the feature states that its layers read. Those of overlays are in overlay/source.ts. */

/** The offline basemap's lines and areas, each with the `part` of the ground that it is of. */
export const groundSource = 'ground';
/** The offline basemap's names of countries and seas. */
export const labelsSource = 'labels';
/** The offline basemap's cities. */
export const citiesSource = 'cities';
/** The offline basemap's finer ground near the sites, for who sees them close up: coast and villages. */
export const nearSource = 'near';
/** The sites' positions, clustered. */
export const marksSource = 'marks';
/** Rings, regions and lines of sites, and the circles in which points may lie. */
export const shapesSource = 'shapes';
/** What is drafted at the desk. */
export const draftSource = 'draft';
/** What the measuring tool draws. */
export const measureSource = 'measure';

/** The feature state that hides all of a site. */
export const hiddenState = 'hidden';

/** The feature state of a mark that covers rows of an overlay: their colour; empty where it covers none. */
export const beneathState = 'beneath';

/** The feature state that hides a name which something lies over. */
export const coveredState = 'covered';

/** The feature state that hides one actor's chip at a site. */
export function hiddenActorState(actor: string): string {
	return `hidden-${actor}`;
}
