/**
 * What lies beneath the marks. `VITE_BASEMAP`, read when the site is built, chooses:
 *
 * - nothing: the offline basemap of `geodata/basemap`, whose files are part of the site. No request leaves it.
 * - an address that ends in `.pmtiles`, such as `/syria.pmtiles`: vector tiles of the Protomaps basemap schema 4
 *   (cut one with `pmtiles extract https://build.protomaps.com/<date>.pmtiles syria.pmtiles --bbox=27,28,50,42`), put
 *   into `static/` or beside the built site. The host must answer range requests. Light and dark come by themselves.
 * - any other address: a MapLibre style (JSON). Its layers lie beneath ours. It brings its own fonts (`glyphs`) and
 *   icons (`sprite`), has one look for both themes, and whatever hosts it sees the reader's requests; addresses in it
 *   must be absolute, and a Content-Security-Policy must let them through.
 */
import {
	addProtocol,
	type LayerSpecification,
	type SourceSpecification,
	type StyleSpecification
} from 'maplibre-gl';
import { asset } from '$app/paths';
import type { Locale } from '$lib/words/locale';
import { ofSite } from '../../base/home';
import { hasBasemap } from '../credits';
import { layersOf } from '../zorder';
import type { LayerOptions } from './layerOptions';
import { citiesSource, groundSource, labelsSource, nearSource } from './sources';
import { paletteOver, type Theme } from './palette';

export interface Basemap {
	sources: Record<string, SourceSpecification>;
	layers: LayerSpecification[];
	glyphs?: StyleSpecification['glyphs'];
	sprite?: StyleSpecification['sprite'];
	/** Whether it ends at `basemapBox` (`limits.ts`); others hold the whole world. */
	isPart?: boolean;
}

export const basemapAddress: string | undefined = ofSite(import.meta.env.VITE_BASEMAP ?? '') || undefined;

/** Addresses of the files that are sources of their own; a data set without a basemap has none, and may have no `near`. */
const files = import.meta.glob<string>('$geodata/basemap/{cities,labels,near}.json', {
	query: '?url',
	import: 'default',
	eager: true
});
const addressOf = (name: string) =>
	Object.entries(files).find(([path]) => path.endsWith(`/${name}.json`))?.[1];

/** Whether the offline basemap has it and is the one that is set. */
export const hasNear = basemapAddress === undefined && addressOf('near') !== undefined;

function offline(theme: Theme, options: LayerOptions): Basemap {
	const [labels, cities] = [addressOf('labels'), addressOf('cities')];
	const near = options.isNear ? addressOf('near') : undefined;
	const source = (data: string): SourceSpecification => ({ type: 'geojson', data, buffer: 64, maxzoom: 12 });
	return {
		// Those with names come first: their fonts load while the ground is laid out.
		sources: {
			// A name is its own id, so that it can be hidden.
			...(labels && { [labelsSource]: { ...source(labels), promoteId: 'name' } as SourceSpecification }),
			// Of cities and villages several may have one name.
			...(cities && { [citiesSource]: { ...source(cities), generateId: true } as SourceSpecification }),
			[groundSource]: source(asset('/map/ground.json')),
			...(near && { [nearSource]: { ...source(near), generateId: true } as SourceSpecification })
		},
		layers: layersOf(hasBasemap ? 'base' : 'plain', paletteOver(theme, options.isOverImagery), options),
		isPart: true
	};
}

async function fromTiles(address: string, theme: Theme, { language }: LayerOptions): Promise<Basemap> {
	const [{ Protocol }, layers] = await Promise.all([
		import('pmtiles'),
		protomapsLayers('protomaps', theme, language)
	]);
	addProtocol('pmtiles', new Protocol().tile);
	const url = `pmtiles://${new URL(address, location.href).href}`;
	return {
		sources: {
			protomaps: { type: 'vector', url, attribution: '© OpenStreetMap contributors, Protomaps' }
		},
		layers
	};
}

/** The layers of the Protomaps basemap over a source of its tiles, but not those whose icons need a sprite. */
export async function protomapsLayers(
	source: string,
	theme: Theme,
	language: Locale
): Promise<LayerSpecification[]> {
	const { layers, namedFlavor } = await import('@protomaps/basemaps');
	return (layers(source, namedFlavor(theme), { lang: language }) as LayerSpecification[]).filter(
		({ id }) => !['pois', 'roads_shields', 'roads_oneway'].includes(id)
	);
}

async function fromStyle(address: string): Promise<Basemap> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const { sources, layers, glyphs, sprite } = (await response.json()) as StyleSpecification;
	return { sources, layers, glyphs, sprite };
}

/**
 * The basemap that is set, for a theme and language.
 * @throws Error where its style cannot be fetched
 */
export async function loadBasemap(
	theme: Theme,
	options: LayerOptions,
	address = basemapAddress
): Promise<Basemap> {
	if (!address) return offline(theme, options);
	return /\.pmtiles($|[?#])/.test(address) ? fromTiles(address, theme, options) : fromStyle(address);
}
