/** A picture of the map as it is now, to take away. Its code is fetched when it is asked for. */
import { m } from '$lib/words';
import { contains } from '../box';
import { credits } from '../credits';
import type { MapActor, MapSite } from '../data';
import type { MapEngine } from '../engine/engine';
import { longestBar, scaleBar } from '../scale';
import type { Theme } from '../style/palette';
import { drawPicture, type PictureOptions } from './drawPicture';
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

/**
 * The map as a PNG file with title, legend, address and attribution.
 * @throws Error, worded for the reader, where the browser can't make so large a file
 */
export function takePicture(
	{ engine, root, sites, actorsOnMap, actors, selected, theme, credits: first }: Drawn,
	options: PictureOptions
): Promise<Blob> {
	const map = engine.copy(options.scale ?? devicePixelRatio);
	const { box } = engine;
	const inside = sites.filter(({ id, position }) => actorsOnMap.has(id) && contains(box, position));
	const actorsInside = new Set(
		inside.flatMap(({ id }) => (actorsOnMap.get(id) ?? []).map((actor) => actor.id))
	);
	const picture = drawPicture(
		{
			map,
			width: root.clientWidth,
			theme,
			font: getComputedStyle(root).fontFamily,
			actors: actors.filter(({ id }) => actorsInside.has(id)),
			sites: inside,
			hasRings: engine.hasRings,
			chosen: chosenOn(engine, { sites, actorsOnMap, selected }),
			scale: scaleBar(engine.latitude, engine.zoom, longestBar),
			attribution: [...first, ...credits.map(({ attribution }) => attribution), 'MapLibre'].join(' · '),
			glyphs: engine.glyphs
		},
		options
	);
	return asPng(picture);
}

function asPng(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((done, failed) =>
		canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error(m.picture_too_large()))), 'image/png')
	);
}
