/** The style of a plain map of MapLibre that ours is measured against: our basemap, and nothing of ours on it yet. */
import type { StyleSpecification } from 'maplibre-gl';
import { loadBasemap } from '../../lib/map/style/basemap';
import { fontFaces, fontProtocol } from '../../lib/map/style/fonts';

export async function plainStyle(): Promise<StyleSpecification> {
	const nothing = { actors: [], language: 'en' as const, isMeasured: false, overlays: [] };
	const { sources, layers } = await loadBasemap('light', nothing);
	// A plain map has no way of its own to fetch fonts.
	const fonts = JSON.parse(JSON.stringify(fontFaces).replaceAll(`${fontProtocol}:/`, '')) as typeof fontFaces;
	return { version: 8, 'font-faces': fonts, sources, layers };
}
