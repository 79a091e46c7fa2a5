/**
 * The map's fonts: files of @fontsource, fetched when a name needs them. There is no glyph server, and the browser
 * shapes Arabic. Their names are those that Protomaps' layers ask for as well.
 */
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import latinExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinMediumExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinMedium from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import type { FontFacesSpecification, GetResourceResponse, RequestParameters } from 'maplibre-gl';
import { reportMissing } from '../../base/missing';
import { chipFont } from './glyphs';

// The unicode ranges are those of @fontsource's own style sheets, shortened to the blocks in use here.
const latinRange = [
	'U+0000-00FF',
	'U+0131',
	'U+0152-0153',
	'U+02BB-02BC',
	'U+2000-200B',
	'U+200F-206F',
	'U+2212'
];
const extendedRange = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+1E00-1E9F', 'U+1EF2-1EFF'];
const arabicRange = ['U+0600-06FF', 'U+0750-077F', 'U+200C-200E', 'U+FB50-FDFF', 'U+FE70-FEFC'];

/** When a font is missing, MapLibre silently draws names in another one; so it asks us for fonts, by this protocol. */
export const fontProtocol = 'font';
const byProtocol = (address: string) => `${fontProtocol}:/${address}`;

/**
 * Answers MapLibre's requests for fonts, and makes the page say when one is missing.
 * @throws Error where the file cannot be had, or is no font
 */
export async function loadFont(
	{ url }: RequestParameters,
	{ signal }: AbortController
): Promise<GetResourceResponse<ArrayBuffer>> {
	try {
		const response = await fetch(url.slice(`${fontProtocol}:/`.length), { signal });
		if (!response.ok) throw new Error(`${url}: ${response.status}`);
		const data = await response.arrayBuffer();
		await new FontFace(fontProtocol, data).load();
		return { data };
	} catch (error) {
		if (!signal.aborted) reportMissing('fonts');
		throw error;
	}
}

/** The style's `font-faces`. */
export const fontFaces: FontFacesSpecification = {
	'Noto Sans Regular': [
		{ url: byProtocol(latin), 'unicode-range': latinRange },
		{ url: byProtocol(latinExtended), 'unicode-range': extendedRange },
		{ url: byProtocol(arabic), 'unicode-range': arabicRange }
	],
	'Noto Sans Medium': [
		{ url: byProtocol(latinMedium), 'unicode-range': latinRange },
		{ url: byProtocol(latinMediumExtended), 'unicode-range': extendedRange },
		{ url: byProtocol(arabic), 'unicode-range': arabicRange }
	],
	'Noto Sans Italic': [
		{ url: byProtocol(latinItalic), 'unicode-range': latinRange },
		{ url: byProtocol(latinExtended), 'unicode-range': extendedRange },
		{ url: byProtocol(arabic), 'unicode-range': arabicRange }
	]
};

/** Loads the chips' font; where it is missing the page says so, and letters are drawn in the system's sans-serif. */
export async function loadChipFont(): Promise<void> {
	try {
		const face = new FontFace(chipFont, `url(${latinMedium})`, { weight: '600' });
		document.fonts.add(await face.load());
	} catch {
		reportMissing('fonts');
	}
}
