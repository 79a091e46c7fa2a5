/**
 * What a background adds to the map's style. Its code is fetched when one is chosen. Sources and layers have names of their
 * own, whatever a style calls them, and everything is asked for by a protocol of ours, so that the map hears what came.
 */
import type {
	addProtocol,
	LayerSpecification,
	RasterSourceSpecification,
	SourceSpecification,
	StyleSpecification
} from 'maplibre-gl';
import type { Locale } from '$lib/words/locale';
import { protomapsLayers } from '../style/basemap';
import type { Theme } from '../style/palette';
import { isFromSouth, tilesOf, type Tiled } from './address';
import type { Archive } from './archive';
import { contentOf, fetchPart } from './fetching';
import { hostName, type Background } from './list';
import { Fault, type Reception } from './reception';

/** How the names of its sources and layers begin. */
export const prefix = 'background';

/** By which MapLibre asks us for its parts: `background://<map>/tile/<address>`. */
export const backgroundProtocol = 'background';

type Answer = Parameters<typeof addProtocol>[1];

export interface Drawn {
	look: Background['look'];
	sources: Record<string, SourceSpecification>;
	layers: LayerSpecification[];
	glyphs?: StyleSpecification['glyphs'];
	sprite?: StyleSpecification['sprite'];
	/** Gives what MapLibre asks for of it. */
	answer: Answer;
}

interface Options {
	theme: Theme;
	language: Locale;
	day: string;
	reception: Reception;
	/** Names the map that asks. */
	map: string;
}

/** The layers and sources of a background. @throws Fault where what it needs first can't be had */
export async function draw(background: Background, options: Options): Promise<Drawn> {
	if (background.type === 'style') return fromStyle(background, options);
	if (background.type === 'pmtiles') return fromArchive(background, options);
	const source: RasterSourceSpecification = {
		...pictures(background),
		tiles: tilesFor(background, options.day, options.map),
		scheme: isFromSouth(background) ? 'tms' : 'xyz',
		tileSize: background.tileSize ?? 256
	};
	return {
		look: background.look,
		sources: { [prefix]: source },
		layers: [pictureLayer(background.look, options.theme)],
		answer: answering(background, options.reception)
	};
}

/** The tiles of a day, as MapLibre is to ask for them. */
export const tilesFor = (background: Tiled, day: string, map: string): string[] =>
	tilesOf(background, day, location.href).map((address) => asked(map, 'tile', address));

/** The address by which MapLibre asks us for one of another host. */
export const asked = (map: string, what: 'tile' | 'source' | 'part', address: string) =>
	`${backgroundProtocol}://${map}/${what}/${address}`;

const pictures = ({ minzoom, maxzoom }: Pick<Background, 'minzoom' | 'maxzoom'>) => ({
	type: 'raster' as const,
	...(minzoom !== undefined && { minzoom }),
	...(maxzoom !== undefined && { maxzoom })
});

function pictureLayer(look: Background['look'], theme: Theme): LayerSpecification {
	return {
		id: prefix,
		type: 'raster',
		source: prefix,
		paint: {
			'raster-fade-duration': 150,
			// A white map is dimmed for who reads in the dark.
			...(look === 'map' && theme === 'dark' && { 'raster-brightness-max': 0.72, 'raster-saturation': -0.25 })
		}
	};
}

async function fromArchive(background: Background, options: Options): Promise<Drawn> {
	const { openArchive } = await import('./archive');
	const archive = await openArchive(background);
	const { header, isPicture } = archive;
	const tiles = [`${backgroundProtocol}://${options.map}/archive/{z}/{x}/{y}`];
	const reach = {
		tiles,
		minzoom: header.minZoom,
		maxzoom: header.maxZoom,
		bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat] as [number, number, number, number]
	};
	const answer = answering(background, options.reception, archive);
	const { look } = background;
	if (isPicture)
		return {
			look,
			sources: { [prefix]: { type: 'raster', tileSize: 256, ...reach } },
			layers: [pictureLayer(look, options.theme)],
			answer
		};
	const layers = await protomapsLayers(prefix, options.theme, options.language);
	return { look, sources: { [prefix]: { type: 'vector', ...reach } }, layers: layers.map(named), answer };
}

async function fromStyle(
	background: Extract<Background, { type: 'style' }>,
	{ theme, reception }: Options
): Promise<Drawn> {
	const { look } = background;
	const address = new URL((theme === 'dark' && background.dark) || background.url, location.href);
	const response = await fetchPart(address.href, 'json', background);
	const style = (await contentOf(response, 'json')) as Partial<StyleSpecification> | null;
	if (!isStyle(style)) throw new Fault({ why: 'other', host: hostName(address.origin) });
	const whole = (part: string) => wholeAddress(part, address);
	return {
		look,
		sources: Object.fromEntries(
			Object.entries(style.sources).map(([name, source]) => [`${prefix}-${name}`, wholeSource(source, whole)])
		),
		layers: style.layers.map((layer) =>
			named(
				'source' in layer ? ({ ...layer, source: `${prefix}-${layer.source}` } as LayerSpecification) : layer
			)
		),
		...(style.glyphs && { glyphs: whole(style.glyphs) }),
		...(style.sprite && {
			sprite:
				typeof style.sprite === 'string'
					? whole(style.sprite)
					: style.sprite.map(({ id, url }) => ({ id, url: whole(url) }))
		}),
		answer: answering(background, reception)
	};
}

function isStyle(style: Partial<StyleSpecification> | null): style is StyleSpecification {
	const isObject = (value: unknown) => typeof value === 'object' && value !== null;
	return (
		isObject(style) &&
		isObject(style?.sources) &&
		Array.isArray(style?.layers) &&
		style.layers.every((layer) => isObject(layer) && typeof layer.id === 'string')
	);
}

/** Its own name for a layer, which could be that of one of ours. */
const named = (layer: LayerSpecification): LayerSpecification => ({ ...layer, id: `${prefix}-${layer.id}` });

/** Braces of templates stay as they are. */
function wholeAddress(part: string, style: URL): string {
	if (/^[a-z]+:/i.test(part)) return part;
	const kept = part.replaceAll('{', '%7B').replaceAll('}', '%7D');
	return new URL(kept, style).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

function wholeSource(source: SourceSpecification, whole: (part: string) => string): SourceSpecification {
	const changed = { ...source } as SourceSpecification & { url?: unknown; tiles?: unknown; data?: unknown };
	if (typeof changed.url === 'string') changed.url = whole(changed.url);
	if (Array.isArray(changed.tiles)) changed.tiles = changed.tiles.map((each: string) => whole(each));
	if (typeof changed.data === 'string') changed.data = whole(changed.data);
	return changed;
}

/** A picture that can be drawn; an empty answer is none, and stays empty. @throws Fault where it is no picture */
async function pictureOf(data: ArrayBuffer, host: string): Promise<ImageBitmap | ArrayBuffer> {
	if (data.byteLength === 0) return data;
	try {
		return await createImageBitmap(new Blob([data]));
	} catch {
		throw new Fault({ why: 'other', host });
	}
}

const hostOf = (address: string): string => hostName(new URL(address, location.href).origin);

/** Answers requests by our protocol, and tells the reception what came of each. */
function answering(background: Background, reception: Reception, archive?: Archive): Answer {
	return async ({ url, type }, { signal }) => {
		const [, what = '', rest = ''] = /^\w+:\/\/[^/]*\/(\w+)\/(.*)$/s.exec(url) ?? [];
		const isTile = what === 'tile' || what === 'archive';
		if (isTile) reception.asked();
		try {
			let data: Awaited<ReturnType<Answer>>['data'];
			let expiry: { cacheControl?: string | null; expires?: string | null } = {};
			if (what === 'archive') {
				const [z, x, y] = rest.split('/').map(Number) as [number, number, number];
				const tile = await archive!.tile(z, x, y, signal);
				data = tile ?? new ArrayBuffer(0);
			} else {
				const kind = type === 'json' ? 'json' : type === 'image' ? 'picture' : 'data';
				const response = await fetchPart(rest, kind, background, { signal });
				data = (await contentOf(response, kind, signal)) as typeof data;
				const { headers } = response;
				expiry = { cacheControl: headers.get('cache-control'), expires: headers.get('expires') };
			}
			if (isTile && type === 'image')
				data = await pictureOf(data as ArrayBuffer, hostOf(what === 'archive' ? background.url : rest));
			if (isTile) reception.came();
			return { data, ...expiry };
		} catch (error) {
			if (signal.aborted) {
				if (isTile) reception.dropped();
				throw error;
			}
			const { reason } = error instanceof Fault ? error : new Fault({ why: 'other', host: '' });
			if (isTile) reception.failed(reason);
			// Without what says where its tiles are there are none.
			else if (what === 'source') reception.missing(reason);
			else reception.lacks(reason);
			throw error;
		}
	};
}
