import { channelsOf, luminance } from '$lib/base/colours';
import { colouredCodes, restColour } from '../groups';
import type { OverlayLayer } from '../overlay';

/** Codes in each row of the palette; what is written on their colours is right of them. */
export const paletteWidth = 256;

/**
 * The colours of codes for the graphics card, four bytes each: a row has 256 codes, then the colours of the numbers on their
 * marks. A code that is turned off is clear.
 * @param codes how many there are
 */
export function paletteOf(
	layer: Pick<OverlayLayer, 'colours' | 'off'>,
	codes: number
): { rows: number; bytes: Uint8Array<ArrayBuffer> } {
	const rows = Math.max(1, Math.ceil(codes / paletteWidth));
	const bytes = new Uint8Array(rows * 2 * paletteWidth * 4);
	const colours = new Map(colouredCodes(layer.colours).map(({ code, colour }) => [code, colour]));
	for (let code = 0; code < codes; code++) {
		if (layer.off.has(code)) continue;
		const colour = colours.get(code) ?? restColour;
		const at = (Math.floor(code / paletteWidth) * 2 * paletteWidth + (code % paletteWidth)) * 4;
		bytes.set([...channelsOf(colour), 255], at);
		bytes.set([...channelsOf(textOn(colour)), 255], at + paletteWidth * 4);
	}
	return { rows, bytes };
}

/** Black or white, whichever is read better on a colour `#rrggbb` (WCAG 2.2, relative luminance). */
export function textOn(colour: string): string {
	return luminance(colour) > 0.179 ? '#14181b' : '#ffffff';
}
