/** A picture of the map as it is now, to take away. Its code is fetched when it is asked for. */
import { m } from '$lib/words';
import { contains } from '../box';
import { credits } from '../credits';
import { longestBar, scaleBar } from '../scale';
import { drawPicture, type PictureOptions } from './drawPicture';
import { chosenOn, type Drawn } from './drawn';

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
