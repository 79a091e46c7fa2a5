/**
 * The sources of overlays: of their lines and areas, whose tiles come from the overlays on the map themselves, by a protocol
 * of ours, and of what is selected. Marks have none (`marks/`).
 */
import type { GetResourceResponse, RequestParameters, VectorSourceSpecification } from 'maplibre-gl';
import type { Box } from '../box';
import { basemapBox } from '../limits';
import { world } from '../onMap';
import type { OverlayLayer } from './overlay';

export const overlayProtocol = 'overlay';

/** At this zoom a tile holds every row, however many there are; nearer, the same tile is only drawn larger. */
const overlayMaxZoom = 16;

/** The deepest zoom of an overlay's tiles. */
export const maxZoomOf = ({ maxzoom }: Pick<OverlayLayer, 'maxzoom'>) => maxzoom ?? overlayMaxZoom;

/**
 * By how much the growing part of a mark's radius is multiplied at a zoom. Beyond an overlay's deepest tiles these are drawn
 * larger, but their marks are not.
 */
export const growthAt = ({ maxzoom = Infinity }: Pick<OverlayLayer, 'maxzoom'>, zoom: number): number =>
	2 ** Math.min(zoom, maxzoom + 1);

/** The one source with the selected row of each overlay. */
export const selectedSource = 'overlay-selected';

/** The source with `beyond`. */
export const beyondSource = 'beyond';

/** All the world but the offline basemap's box. */
export const beyond: GeoJSON.Feature<GeoJSON.Polygon> = {
	type: 'Feature',
	properties: {},
	geometry: {
		type: 'Polygon',
		coordinates: [ring([world[0], -85.06, world[2], 85.06]), ring(basemapBox).reverse()]
	}
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

/** How the names of all overlays' sources begin. */
export const overlaySource = 'overlay';

/** Name of an overlay's source. */
export const sourceOf = ({ id }: Pick<OverlayLayer, 'id'>) => `${overlaySource}-${id}`;

/** The addresses of an overlay's tiles; another version has others, so that its tiles are asked for anew. */
export const tilesOf = ({ id, version }: Pick<OverlayLayer, 'id' | 'version'>) => [
	`${overlayProtocol}://${id}/${version}/{z}/{x}/{y}`
];

/** A vector source for each overlay that has lines or areas. */
export function overlaySources(overlays: readonly OverlayLayer[]): Record<string, VectorSourceSpecification> {
	return Object.fromEntries(
		overlays
			.filter(({ hasShapes }) => hasShapes)
			.map((layer) => [
				sourceOf(layer),
				{
					type: 'vector',
					tiles: tilesOf(layer),
					maxzoom: maxZoomOf(layer)
				} satisfies VectorSourceSpecification
			])
	);
}

/** The selected row of each overlay that has one, and the circle that it may be in where that is known. */
export function selectedFeatures(
	overlays: readonly OverlayLayer[]
): GeoJSON.FeatureCollection<GeoJSON.Point | GeoJSON.LineString> {
	return {
		type: 'FeatureCollection',
		features: overlays.flatMap(({ selected }) => {
			if (!selected) return [];
			const { at, radius } = selected;
			const point = featureOf({ type: 'Point', coordinates: [...at] });
			return radius === null ? [point] : [point, featureOf(circleAbout(at, radius))];
		})
	};
}

const featureOf = <Shape extends GeoJSON.Geometry>(geometry: Shape): GeoJSON.Feature<Shape> => ({
	type: 'Feature',
	properties: {},
	geometry
});

/** Metres of a degree of latitude on the sphere. */
const metresOfDegree = 111_195;
const corners = 64;

/** A circle as a line, its radius in metres; small enough that the Earth is flat in it. */
function circleAbout([longitude, latitude]: [number, number], radius: number): GeoJSON.LineString {
	const height = radius / metresOfDegree;
	const width = height / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
	const coordinates = Array.from({ length: corners + 1 }, (_, corner): [number, number] => {
		const angle = (2 * Math.PI * (corner % corners)) / corners;
		return [longitude + width * Math.cos(angle), latitude + height * Math.sin(angle)];
	});
	return { type: 'LineString', coordinates };
}

/** The overlay and the tile that an address of `tilesOf` names; null for any other address. */
export function requestOf(address: string): { id: string; tile: [number, number, number] } | null {
	const found = /^overlay:\/\/(\w+)\/\d+\/(\d+)\/(\d+)\/(\d+)$/.exec(address);
	return found && { id: found[1]!, tile: [Number(found[2]), Number(found[3]), Number(found[4])] };
}

/** Answers MapLibre's requests for tiles with the lines and areas of the overlays that it is given. */
export class OverlayTiles {
	#layers: ReadonlyMap<string, OverlayLayer> = new Map();

	/** The overlays that there are. */
	set layers(overlays: readonly OverlayLayer[]) {
		this.#layers = new Map(overlays.map((layer) => [layer.id, layer]));
	}

	/**
	 * The answer to one request; an empty tile for an overlay that is gone.
	 * @throws what the overlay's `shapes` throws
	 */
	answer = async ({ url }: RequestParameters): Promise<GetResourceResponse<ArrayBuffer>> => {
		const asked = requestOf(url);
		if (!asked) throw new Error(`${url} is no tile`);
		try {
			const tile = await this.#layers.get(asked.id)?.shapes(...asked.tile);
			return { data: tile ? wholeBuffer(tile) : new ArrayBuffer(0) };
		} catch (error) {
			// An overlay that was removed meanwhile has nothing to answer with.
			if (this.#layers.has(asked.id)) throw error;
			return { data: new ArrayBuffer(0) };
		}
	};
}

/** One for all maps of the page, since a protocol is registered for all of them. */
export const overlayTiles = new OverlayTiles();

/** A tile as a whole buffer, which MapLibre can hand to its worker without a copy. */
function wholeBuffer(tile: Uint8Array<ArrayBuffer>): ArrayBuffer {
	return tile.byteLength === tile.buffer.byteLength ? tile.buffer : tile.slice().buffer;
}
