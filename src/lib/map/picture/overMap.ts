/** What the page draws over the map, drawn into the picture: the ring about the chosen site, and the scale bar. */
import { distanceText } from '../scale';
import { reach } from '../style/slots';
import { palettes, type Theme } from '../style/palette';

/** Between what is drawn and the edges of the picture, in pixels. */
export const margin = 16;

/** The chosen site: where it is in pixels, how many chips it has, and whether a cluster stands for it. */
export interface Chosen {
	x: number;
	y: number;
	slots: number;
	isClustered: boolean;
}

export interface Scale {
	/** Of its bar, in pixels. */
	width: number;
	kilometres: number;
}

export function ringChosen(
	drawing: CanvasRenderingContext2D,
	{ x, y, slots, isClustered }: Chosen,
	theme: Theme
): void {
	const half = isClustered ? { x: 24, y: 24 } : reach(slots);
	const { paper, siteName } = palettes[theme];
	for (const [width, colour] of [
		[7, paper],
		[3, siteName]
	] as const) {
		drawing.beginPath();
		drawing.roundRect(x - half.x - 4, y - half.y - 4, 2 * half.x + 8, 2 * half.y + 8, isClustered ? 28 : 18);
		drawing.lineWidth = width;
		drawing.strokeStyle = colour;
		drawing.stroke();
	}
}

/** At the foot of the map, on the side where one begins to read, with the text after the bar. */
export function drawScale(
	drawing: CanvasRenderingContext2D,
	scale: Scale,
	map: { width: number; height: number; theme: Theme; font: string }
): void {
	const { paper, siteName } = palettes[map.theme];
	const rightToLeft = drawing.direction === 'rtl';
	const text = distanceText(scale.kilometres);
	const left = rightToLeft ? map.width - margin - scale.width : margin;
	const right = left + scale.width;
	const beside = rightToLeft ? left - 8 : right + 8;
	const bottom = map.height - 12;
	drawing.font = `400 11px ${map.font}`;
	drawing.textAlign = rightToLeft ? 'right' : 'left';
	drawing.textBaseline = 'alphabetic';
	drawing.lineJoin = 'round';
	for (const [line, colour] of [
		[4, paper],
		[1.5, siteName]
	] as const) {
		drawing.lineWidth = line;
		drawing.strokeStyle = colour;
		drawing.beginPath();
		drawing.moveTo(left, bottom - 6);
		drawing.lineTo(left, bottom);
		drawing.lineTo(right, bottom);
		drawing.lineTo(right, bottom - 6);
		drawing.stroke();
		if (line > 2) drawing.strokeText(text, beside, bottom);
	}
	drawing.fillStyle = siteName;
	drawing.fillText(text, beside, bottom);
}
