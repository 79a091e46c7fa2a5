/** The map as it is shown, for paper: in light colours whatever the page has, without what covers it on the screen. */
import { directionOf } from '$lib/words/locale';
import { getLocale } from '$lib/words';
import type { Insets } from '../engine/types';
import { longestBar, scaleBar } from '../scale';
import { drawScale, ringChosen } from './overMap';
import { chosenOn, type Drawn } from './drawn';

/** Pixels of the picture for each of the page: what a printer of 300 dots an inch shows of a map across a sheet. */
const density = 2;
/** Of a map that is covered nearly whole something is left all the same. */
const leastHeight = 160;

/**
 * Drawn and copied at once, since a browser waits for nothing before it prints.
 * @param insets what covers the map: what lies under a sheet of a phone is left out at its foot
 */
export function paperMap({ engine, ...shown }: Drawn, { bottom }: Insets): HTMLCanvasElement {
	const map = engine.lightCopy(density);
	const ratio = map.width / shown.root.clientWidth;
	const height = Math.max(leastHeight, map.height / ratio - Math.max(0, bottom - 48));
	const canvas = document.createElement('canvas');
	canvas.width = map.width;
	canvas.height = Math.min(map.height, Math.round(height * ratio));
	const drawing = canvas.getContext('2d')!;
	drawing.drawImage(map, 0, 0);
	drawing.scale(ratio, ratio);
	drawing.direction = directionOf(getLocale());
	const chosen = chosenOn(engine, shown);
	if (chosen) ringChosen(drawing, chosen, 'light');
	drawScale(drawing, scaleBar(engine.latitude, engine.zoom, longestBar), {
		width: shown.root.clientWidth,
		height: canvas.height / ratio,
		theme: 'light',
		font: getComputedStyle(shown.root).fontFamily
	});
	return canvas;
}
