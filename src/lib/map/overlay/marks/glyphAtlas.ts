/** The picture from which the numbers on marks are written: each glyph white in a cell of its own, side by side. */
import { chipFont } from '../../style/glyphs';
import { glyphs } from './vertices';

/** Pixels of a cell: as high as the font is large, and wider than any glyph of it. */
const height = 64;
const width = 48;

/** Width of a cell in parts of its height. */
export const cellWidth = width / height;

export interface GlyphAtlas {
	picture: HTMLCanvasElement;
	/** How wide each of `glyphs` is, in parts of the height. */
	advances: number[];
}

/** Draws the glyphs in the font of chips, or in the system's where that is not there. */
export function drawGlyphs(): GlyphAtlas {
	const picture = document.createElement('canvas');
	[picture.width, picture.height] = [width * glyphs.length, height];
	const drawing = picture.getContext('2d')!;
	drawing.font = `600 ${height}px '${chipFont}', sans-serif`;
	drawing.fillStyle = '#fff';
	drawing.textAlign = 'center';
	// In the middle by the height of a digit.
	const { actualBoundingBoxAscent: ascent } = drawing.measureText('0');
	const advances = [...glyphs].map((glyph, index) => {
		drawing.fillText(glyph, (index + 0.5) * width, (height + ascent) / 2);
		return drawing.measureText(glyph).width / height;
	});
	return { picture, advances };
}
