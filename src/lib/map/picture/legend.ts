/** The legend of a picture: the actors in it, the kinds of its sites, and what the forms of signs mean. */
import type { Hue, Sign } from '$lib/geodata/vocabulary';
import { list, m, named } from '$lib/words';
import { placeKindName } from '$lib/words/kinds';
import type { MapActor, MapSite } from '../data';
import { drawGlyph, type GlyphContext } from '../style/glyphs';
import type { Sized } from './layout';

export interface LegendEntry extends Sized {
	text: string;
	sign: HTMLCanvasElement;
}

/** Pixels: the square of a sign, and what lies between it and its text. */
export const signSide = 22;
export const signGap = 6;

/**
 * The entries in their groups, none of which is empty.
 * @param measure the width of a text in pixels
 */
export function legendOf(
	{ actors, sites, hasRings }: { actors: readonly MapActor[]; sites: readonly MapSite[]; hasRings: boolean },
	glyphs: GlyphContext,
	measure: (text: string) => number
): LegendEntry[][] {
	const entry = (text: string, id: string, context = glyphs): LegendEntry => ({
		text,
		sign: signCanvas(id, context),
		width: signSide + signGap + measure(text)
	});
	const plain = plainGlyphs(glyphs);
	const kinds = [...new Set(sites.map(({ sign }) => sign))].map((sign) => {
		const names = new Set(sites.filter((site) => site.sign === sign).map(({ kind }) => placeKindName(kind)));
		return entry(list([...names]), `chip|${sign}|grey||filled`, plain);
	});
	const meanings = [
		entry(m.picture_filled(), 'chip|garrison|grey||filled', plain),
		entry(m.picture_hollow(), 'chip|garrison|grey||hollow', plain),
		entry(m.picture_hatched(), 'hatch', plain),
		entry(m.picture_contested(), 'badge', plain),
		...(hasRings ? [entry(m.picture_beneath(), ringId, plain)] : [])
	];
	return [
		actors.map(({ name, hue, letter }) => entry(named(name), chip('airport', hue, letter))),
		kinds,
		meanings
	].filter((entries) => entries.length > 0);
}

/** A ring about a mark, which is no image of the map. */
const ringId = 'ring';

function chip(sign: Sign, hue: Hue, letter: string): string {
	return `chip|${sign}|${hue}|${letter}|filled`;
}

/** Signs that stand for no actor, in the colour of text. */
function plainGlyphs(glyphs: GlyphContext): GlyphContext {
	const { palette } = glyphs;
	const grey = { fill: palette.cityName, on: palette.paper, edge: palette.siteName };
	return { ...glyphs, palette: { ...palette, hues: { ...palette.hues, grey } } };
}

function ringCanvas({ cityName, ink }: GlyphContext['palette']): HTMLCanvasElement {
	const sign = document.createElement('canvas');
	sign.width = sign.height = 44;
	const drawing = sign.getContext('2d')!;
	const circle = (radius: number) => {
		drawing.beginPath();
		drawing.arc(22, 22, radius, 0, 2 * Math.PI);
	};
	drawing.fillStyle = cityName;
	circle(9);
	drawing.fill();
	drawing.strokeStyle = ink;
	drawing.lineWidth = 5;
	circle(17);
	drawing.stroke();
	return sign;
}

/** One sign as the map draws it, on a canvas of its own: in a square of the legend, whatever its own side. */
function signCanvas(id: string, glyphs: GlyphContext): HTMLCanvasElement {
	if (id === ringId) return ringCanvas(glyphs.palette);
	const image = drawGlyph(id, { ...glyphs, pixelRatio: Math.max(2, glyphs.pixelRatio) });
	const sign = document.createElement('canvas');
	const drawing = sign.getContext('2d')!;
	if (id.startsWith('hatch')) {
		const pattern = document.createElement('canvas');
		pattern.width = image.width;
		pattern.height = image.height;
		pattern.getContext('2d')!.putImageData(image, 0, 0);
		sign.width = sign.height = 44;
		drawing.fillStyle = drawing.createPattern(pattern, 'repeat')!;
		drawing.fillRect(3, 8, 38, 28);
		drawing.strokeStyle = glyphs.palette.ink;
		drawing.strokeRect(3, 8, 38, 28);
		return sign;
	}
	sign.width = image.width;
	sign.height = image.height;
	drawing.putImageData(image, 0, 0);
	return sign;
}
