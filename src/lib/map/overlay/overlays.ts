/** Keeps overlays on a map as they change, and finds what of them lies under the pointer. */
import type { GeoJSONSource, Map as MapLibre, Point, VectorTileSource } from 'maplibre-gl';
import { fromMap, onMap } from '../onMap';
import type { LayerOptions } from '../style/layerOptions';
import { circlesId } from '../layers/overlayPoints';
import { shapeIds } from '../layers/overlayShapes';
import { layersOf } from '../zorder';
import type { Palette } from '../style/palette';
import { layerChanges } from './styleChanges';
import { groupsOf } from './groups';
import { hitOf } from './hits';
import { OutOfWindow } from './outOfWindow';
import type { OverlayHit, OverlayLayer } from './overlay';
import { selectedFeatures, selectedSource, overlayTiles, sourceOf, tilesOf } from './source';

/** A mark of an overlay near a point, in pixels. */
export interface OverlayMark {
	hit: OverlayHit;
	/** From the point to its middle. */
	right: number;
	down: number;
	radius: number;
	/** `#rrggbb` */
	colour: string;
}

export class Overlays {
	#map: MapLibre;
	#shown: readonly OverlayLayer[] = [];

	#out: OutOfWindow;

	constructor(map: MapLibre) {
		this.#map = map;
		this.#out = new OutOfWindow(map);
		// A tile that has come holds what was not looked at yet; once all are there, some of another zoom have gone.
		map.on('sourcedata', ({ sourceId, tile }) => {
			if (tile) this.#hideOutside((layer) => sourceOf(layer) === sourceId);
		});
		map.on('idle', () => this.#hideOutside(({ window }) => window !== null));
	}

	/** The style was built anew, and may have forgotten what is outside the windows. */
	restore(): void {
		this.#out.clear();
		this.#hideOutside(({ window }) => window !== null);
	}

	/** Takes over the overlays that a style is built with, as those that are there when the map is made. */
	take(overlays: readonly OverlayLayer[]): void {
		this.#shown = overlays;
		overlayTiles.layers = overlays;
	}

	/**
	 * Shows another state of the overlays: toggles, the window and the selected row at once, new tiles as they come.
	 * Returns whether that sufficed; where it did not, as for another overlay, the style has to be built anew.
	 */
	show(overlays: readonly OverlayLayer[], palette: Palette, options: LayerOptions): boolean {
		const map = this.#map;
		const before = this.#shown;
		this.take(overlays);
		const versions = new Map(before.map(({ id, version }) => [id, version]));
		for (const layer of overlays) {
			const source = map.getSource(sourceOf(layer)) as VectorTileSource | undefined;
			if (source && versions.get(layer.id) !== layer.version) source.setTiles(tilesOf(layer));
		}
		if (!overlays.every((layer) => map.getSource(sourceOf(layer)))) return false;
		const layers = (of: readonly OverlayLayer[]) =>
			layersOf('overlay', palette, { ...options, overlays: of });
		const changes = layerChanges(layers(before), layers(overlays));
		if (!changes) return false;
		for (const change of changes)
			if ('filter' in change)
				map.setFilter(change.layer, change.filter as Parameters<MapLibre['setFilter']>[1], {
					validate: false
				});
			else
				map.setPaintProperty(
					change.layer,
					change.property as Parameters<MapLibre['setPaintProperty']>[1],
					change.value as Parameters<MapLibre['setPaintProperty']>[2],
					{ validate: false }
				);
		this.#hideOutside(({ id, window }) => before.find((layer) => layer.id === id)?.window !== window);
		const [was, now] = [selectedFeatures(before), selectedFeatures(overlays)];
		if (JSON.stringify(was) !== JSON.stringify(now))
			void (map.getSource(selectedSource) as GeoJSONSource | undefined)?.setData(now);
		return true;
	}

	#hideOutside(isMeant: (layer: OverlayLayer) => boolean): void {
		for (const layer of this.#shown) if (isMeant(layer)) this.#out.update(layer);
	}

	/** Asks for an overlay's tiles again, by the name of its source. Returns whether there is such an overlay. */
	retry(source: string): boolean {
		const layer = this.#shown.find((overlay) => sourceOf(overlay) === source);
		const tiles = layer && (this.#map.getSource(source) as VectorTileSource | undefined);
		tiles?.setTiles(tilesOf(layer!));
		return layer !== undefined;
	}

	/** What lies within so many pixels of a point: of the topmost overlay the nearest mark, else a line or an area. */
	hitAt(point: Point, reach: number): OverlayHit | null {
		const map = this.#map;
		const { lng, lat } = map.unproject(point);
		for (const layer of this.#shown.toReversed()) {
			const groups = groupsOf(layer).filter(({ isOff }) => !isOff);
			const found = (ids: string[]) =>
				map
					.queryRenderedFeatures(
						[
							[point.x - reach, point.y - reach],
							[point.x + reach, point.y + reach]
						],
						{ layers: ids.filter((id) => map.getLayer(id)) }
					)
					.flatMap(({ id, properties, state, geometry }) => {
						const position =
							geometry.type === 'Point'
								? (geometry.coordinates as [number, number])
								: ([fromMap(lng), lat] as [number, number]);
						const hit = hitOf(layer, { id, properties, state, position }, map.getZoom());
						return hit ? [{ hit, distance: map.project(onMap(position)).dist(point) }] : [];
					});
			const [mark] = found(groups.map((group) => circlesId(layer, group))).sort(
				(a, b) => a.distance - b.distance
			);
			const hit = mark ?? found(groups.flatMap((group) => shapeIds(layer, group)))[0];
			if (hit) return hit.hit;
		}
		return null;
	}

	/** The marks whose middle lies so near to a point, each once, of the topmost overlay first. */
	marksAt({ x, y }: { x: number; y: number }, reach: { x: number; y: number }): OverlayMark[] {
		const map = this.#map;
		const scale = 2 ** map.getZoom();
		return this.#shown.toReversed().flatMap((layer) => {
			const groups = groupsOf(layer).filter(({ isOff }) => !isOff);
			const groupBy = new Map(groups.map((group) => [circlesId(layer, group), group]));
			const marks = new Map<string, OverlayMark>();
			const found = map.queryRenderedFeatures(
				[
					[x - reach.x, y - reach.y],
					[x + reach.x, y + reach.y]
				],
				{ layers: [...groupBy.keys()].filter((id) => map.getLayer(id)) }
			);
			for (const { id, properties, state, geometry, layer: drawn } of found) {
				if (geometry.type !== 'Point') continue;
				const position = geometry.coordinates as [number, number];
				const hit = hitOf(layer, { id, properties, state, position }, map.getZoom());
				const place = map.project(onMap(position));
				const [right, down] = [place.x - x, place.y - y];
				if (!hit || Math.abs(right) > reach.x || Math.abs(down) > reach.y) continue;
				const radius = Number(properties.fixed ?? 0) + Number(properties.growing ?? 0) * scale;
				// In neighbouring tiles it is there twice.
				marks.set(`${hit.row} ${hit.code} ${hit.count}`, {
					hit,
					right,
					down,
					radius,
					colour: groupBy.get(drawn.id)!.colour
				});
			}
			return [...marks.values()];
		});
	}

	/** No more tiles of this map's overlays are asked for. */
	destroy(): void {
		if (this.#shown.length > 0) overlayTiles.layers = [];
	}
}
