/** Where MapLibre gets the tiles of a reader's own data: from the layers that are on a map, by a protocol of ours. */
import type { GetResourceResponse, RequestParameters, VectorSourceSpecification } from 'maplibre-gl';
import type { Box } from '../box';
import { basemapBox } from '../limits';
import type { OverlayLayer } from './overlay';

export const overlayProtocol = 'overlay';

/** From here on a tile has every row in it, however many there are, and is only drawn larger. */
export const overlayMaxZoom = 16;

/** The deepest zoom of a layer's tiles. */
export const maxZoomOf = ({ maxzoom }: Pick<OverlayLayer, 'maxzoom'>) => maxzoom ?? overlayMaxZoom;

/** Name of the one source that has the chosen row of each layer. */
export const selectedSource = 'overlay-selected';

/** Name of the source that has `beyond`. */
export const beyondSource = 'beyond';

/** All the world but the offline basemap's box. */
export const beyond: GeoJSON.Feature<GeoJSON.Polygon> = {
	type: 'Feature',
	properties: {},
	geometry: { type: 'Polygon', coordinates: [ring([-180, -85.06, 180, 85.06]), ring(basemapBox).reverse()] }
};

function ring([west, south, east, north]: Box): [number, number][] {
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
}

/** Name of a layer's source. */
export const sourceOf = ({ id }: Pick<OverlayLayer, 'id'>) => `overlay-${id}`;

/** The addresses of a layer's tiles; others with each version. */
export const tilesOf = ({ id, version }: Pick<OverlayLayer, 'id' | 'version'>) => [
	`${overlayProtocol}://${id}/${version}/{z}/{x}/{y}`
];

/** One vector source for each layer. */
export function overlaySources(overlays: readonly OverlayLayer[]): Record<string, VectorSourceSpecification> {
	return Object.fromEntries(
		overlays.map((layer) => [
			sourceOf(layer),
			{ type: 'vector', tiles: tilesOf(layer), maxzoom: maxZoomOf(layer) } satisfies VectorSourceSpecification
		])
	);
}

/** The chosen row of each layer that has one. */
export function selectedFeatures(
	overlays: readonly OverlayLayer[]
): GeoJSON.FeatureCollection<GeoJSON.Point> {
	return {
		type: 'FeatureCollection',
		features: overlays.flatMap(({ selected }) =>
			selected
				? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...selected] } }]
				: []
		)
	};
}

/** What is asked for by an address of `tilesOf`, or null where it is no such address. */
export function requestOf(address: string): { id: string; tile: [number, number, number] } | null {
	const found = /^overlay:\/\/(\w+)\/\d+\/(\d+)\/(\d+)\/(\d+)$/.exec(address);
	return found && { id: found[1]!, tile: [Number(found[2]), Number(found[3]), Number(found[4])] };
}

/** Tiles that are cut at a time: those that wait may be given up before they cost anything. */
const mostAtOnce = 2;

/** Answers MapLibre's requests for tiles of the layers that it is told of. */
export class OverlayTiles {
	#layers: ReadonlyMap<string, OverlayLayer> = new Map();
	#running = 0;
	#waiting: (() => void)[] = [];

	/** Tells which layers there are. */
	set layers(overlays: readonly OverlayLayer[]) {
		this.#layers = new Map(overlays.map((layer) => [layer.id, layer]));
	}

	/**
	 * The answer to one request; an empty tile for a layer that is gone.
	 * @throws what the layer's own `tile` throws, and where the request was given up
	 */
	answer = async (
		{ url }: RequestParameters,
		{ signal }: AbortController
	): Promise<GetResourceResponse<ArrayBuffer>> => {
		const asked = requestOf(url);
		if (!asked) throw new Error(`${url} is no tile`);
		if (this.#running >= mostAtOnce) await new Promise<void>((go) => this.#waiting.push(go));
		this.#running++;
		try {
			signal.throwIfAborted();
			const tile = await this.#layers.get(asked.id)?.tile(...asked.tile);
			return { data: tile ? wholeBuffer(tile) : new ArrayBuffer(0) };
		} catch (error) {
			// A layer that was removed meanwhile has nothing to answer with.
			if (this.#layers.has(asked.id)) throw error;
			return { data: new ArrayBuffer(0) };
		} finally {
			this.#running--;
			this.#waiting.shift()?.();
		}
	};
}

/** Of all maps of the page, since a protocol is registered once for all of them. */
export const overlayTiles = new OverlayTiles();

/** A tile as a buffer of its own, which is handed on to MapLibre's worker without a copy. */
function wholeBuffer(tile: Uint8Array<ArrayBuffer>): ArrayBuffer {
	return tile.byteLength === tile.buffer.byteLength ? tile.buffer : tile.slice().buffer;
}
