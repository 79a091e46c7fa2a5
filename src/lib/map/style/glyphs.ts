/**
 * Images for the map's layers, drawn on demand. An image's id says everything that it shows, so drawing is a function of
 * the id and a context, and a new theme redraws every id in place.
 */
import type { Hue, Sign } from '$lib/geodata/vocabulary';
import { membersOf, shares } from './clusterImage';
import type { MapActor } from '../data';
import type { HueColours, Palette } from './palette';
import { signBox, signs } from './signs';

/** What images depend on beside their id. */
export interface GlyphContext {
	palette: Palette;
	actors: readonly MapActor[];
	/** The visible actors of the site of a number. */
	visibleAt: (number: number) => readonly string[];
	/** CSS family of the letters and numbers. */
	font: string;
	pixelRatio: number;
}

/** The family of the letters on chips and the numbers in clusters, drawn on a canvas. */
export const chipFont = 'Attested Chips';

/** Sides of the images, in pixels of the page. */
const chipSide = 30;
const clusterSide = 50;
const badgeSide = 18;
const hatchSide = 9;

/** The image id of a chip. `sign` and `hollow` may be style expressions. */
export function chipImage(hue: string, letter: string): [string, ...unknown[]] {
	return [
		'concat',
		'chip|',
		['get', 'sign'],
		`|${hue}|${letter}|`,
		['case', ['boolean', ['get', 'hollow'], false], 'hollow', 'filled']
	];
}

export const badgeImage = 'badge';

/** The pattern of a region in a hue, or in `ink`. */
export const hatchImage = ['concat', 'hatch|', ['get', 'hue']];

/** Draws the image that an id names. An id that is none of ours gives one clear pixel, so that the map has no gap. */
export function drawGlyph(id: string, context: GlyphContext): ImageData {
	const members = membersOf(id);
	if (members) return drawCluster(members, context);
	const [kind, first, hue, letter, fill] = id.split('|');
	const { palette } = context;
	if (kind === 'chip' && first! in signs)
		return drawChip(first as Sign, palette.hues[hue as Hue], letter!, fill === 'hollow', context);
	if (kind === 'hatch') return drawHatch(palette.hues[first as Hue]?.edge ?? palette.ink, context);
	if (kind === badgeImage) return drawBadge(context);
	return new ImageData(1, 1);
}

function canvas(side: number, ratio: number): CanvasRenderingContext2D {
	const element = document.createElement('canvas');
	element.width = element.height = Math.round(side * ratio);
	const drawing = element.getContext('2d', { willReadFrequently: true })!;
	drawing.scale(ratio, ratio);
	return drawing;
}

function pixels(drawing: CanvasRenderingContext2D): ImageData {
	return drawing.getImageData(0, 0, drawing.canvas.width, drawing.canvas.height);
}

function write(
	drawing: CanvasRenderingContext2D,
	text: string,
	x: number,
	y: number,
	size: number,
	font: string
) {
	drawing.font = `600 ${size}px ${font}`;
	drawing.textAlign = 'center';
	drawing.textBaseline = 'alphabetic';
	// Centred by the height of a capital: by the line box letters would sit too low.
	const { actualBoundingBoxAscent } = drawing.measureText('H');
	drawing.fillText(text, x, y + actualBoundingBoxAscent / 2);
}

/** One actor's chip: the sign in the actor's hue; hollow is paper with a broken outline. */
function drawChip(
	sign: Sign,
	hue: HueColours,
	letter: string,
	hollow: boolean,
	context: GlyphContext
): ImageData {
	const { palette, font, pixelRatio } = context;
	const drawing = canvas(chipSide, pixelRatio);
	const shape = signs[sign];
	const path = new Path2D(shape.path);
	const scale = 0.88;
	const margin = (chipSide - signBox * scale) / 2;
	drawing.translate(margin, margin);
	drawing.scale(scale, scale);
	drawing.lineJoin = 'round';
	drawing.strokeStyle = palette.casing;
	drawing.lineWidth = 5;
	drawing.stroke(path);
	if (hollow) {
		drawing.fillStyle = palette.paper;
		drawing.fill(path);
		drawing.strokeStyle = hue.edge;
		drawing.lineWidth = 1.9;
		drawing.setLineDash([3.4, 2]);
		drawing.stroke(path);
	} else {
		drawing.strokeStyle = hue.edge;
		drawing.lineWidth = 2;
		drawing.stroke(path);
		drawing.fillStyle = hue.fill;
		drawing.fill(path);
	}
	drawing.fillStyle = hollow ? hue.edge : hue.on;
	write(drawing, letter, ...shape.letter, letter.length > 1 ? 10.5 : 13, font);
	return pixels(drawing);
}

/** A cluster: a ring of its visible actors' shares about the number of its visible sites. Without any it is clear. */
function drawCluster(
	members: number[],
	{ palette, actors, visibleAt, font, pixelRatio }: GlyphContext
): ImageData {
	const drawing = canvas(clusterSide, pixelRatio);
	const { sites, parts } = shares(
		members.map(visibleAt),
		actors.map(({ id }) => id)
	);
	if (sites === 0) return pixels(drawing);
	const middle = clusterSide / 2;
	const outer = middle - 4;
	const inner = outer - 6.5;
	const disc = (radius: number, colour: string) => {
		drawing.fillStyle = colour;
		drawing.beginPath();
		drawing.arc(middle, middle, radius, 0, 2 * Math.PI);
		drawing.fill();
	};
	disc(outer + 2.5, palette.casing);
	const hues = new Map(actors.map(({ id, hue }) => [id, palette.hues[hue]]));
	// Gaps between the parts tell apart actors of one hue, such as an actor and those below it.
	const arcs = (radius: number, width: number, colour: (hue: HueColours) => string) => {
		let from = -Math.PI / 2;
		for (const { actor, share } of parts) {
			const to = from + share * 2 * Math.PI;
			drawing.beginPath();
			drawing.arc(middle, middle, radius, from, to);
			drawing.lineWidth = width;
			drawing.strokeStyle = colour(hues.get(actor)!);
			drawing.stroke();
			from = to;
		}
	};
	arcs((outer + inner) / 2, outer - inner + 1.8, ({ edge }) => edge);
	arcs((outer + inner) / 2, outer - inner, ({ fill }) => fill);
	if (parts.length > 1) {
		let at = -Math.PI / 2;
		drawing.strokeStyle = palette.casing;
		drawing.lineWidth = 1.6;
		for (const { share } of parts) {
			drawing.beginPath();
			drawing.moveTo(middle + Math.cos(at) * (inner - 1), middle + Math.sin(at) * (inner - 1));
			drawing.lineTo(middle + Math.cos(at) * (outer + 1), middle + Math.sin(at) * (outer + 1));
			drawing.stroke();
			at += share * 2 * Math.PI;
		}
	}
	disc(inner - 0.9, palette.paper);
	drawing.fillStyle = palette.siteName;
	const text = sites > 999 ? `${Math.round(sites / 1000)}k` : String(sites);
	write(drawing, text, middle, middle, text.length > 2 ? 11 : 14, font);
	return pixels(drawing);
}

/** The badge of a disputed site. */
function drawBadge({ palette, font, pixelRatio }: GlyphContext): ImageData {
	const drawing = canvas(badgeSide, pixelRatio);
	const middle = badgeSide / 2;
	for (const [radius, colour] of [
		[8, palette.casing],
		[6.8, palette.siteName]
	] as const) {
		drawing.fillStyle = colour;
		drawing.beginPath();
		drawing.arc(middle, middle, radius, 0, 2 * Math.PI);
		drawing.fill();
	}
	drawing.fillStyle = palette.paper;
	write(drawing, '?', middle, middle, 10.5, font);
	return pixels(drawing);
}

/** Thin diagonal lines that meet at the edges, so that the pattern repeats without a seam. */
function drawHatch(colour: string, { pixelRatio }: GlyphContext): ImageData {
	// A whole number of device pixels, or the seams would show.
	const side = Math.round(hatchSide * pixelRatio);
	const drawing = canvas(side, 1);
	drawing.strokeStyle = colour;
	drawing.lineWidth = 1.1 * pixelRatio;
	for (const shift of [-side, 0, side]) {
		drawing.beginPath();
		drawing.moveTo(shift - 2, side + 2);
		drawing.lineTo(shift + side + 2, -2);
		drawing.stroke();
	}
	return pixels(drawing);
}
