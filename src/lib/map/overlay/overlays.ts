/** Keeps overlays on a map as they change, and finds what of them lies under the pointer. */
import type { GeoJSONSource, Map as MapLibre, Point, VectorTileSource } from 'maplibre-gl';
import { fromMap } from '../onMap';
import type { LayerOptions } from '../style/layerOptions';
import { aboveMarks } from '../layers/overlayPoints';
import { shapeIds } from '../layers/overlayShapes';
import { layersOf } from '../zorder';
import type { Palette } from '../style/palette';
import { layerChanges } from './styleChanges';
import { colouredCodes, groupsOf, restColour } from './groups';
import { isSeen, markHit, shapeHit } from './hits';
import { MarkLayer, unitsOnScreen } from './marks/markLayer';
import { MarkTiles, type PlacedTile } from './marks/markTiles';
import { OutOfWindow } from './outOfWindow';
import type { OverlayHit, OverlayLayer } from './overlay';
import {
	growthAt,
	maxZoomOf,
	overlayTiles,
	selectedFeatures,
	selectedSource,
	sourceOf,
	tilesOf
} from './source';

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

interface OverlayCallbacks {
	/** Other marks will be drawn with the next frame. */
	onmarks(): void;
	/** Tiles of an overlay could not be had, or its marks not be drawn: the name of its source. */
	onfail(source: string): void;
}

/** Pixels of a tile on the screen at its own zoom. */
const tileSize = 512;

export class Overlays {
	#map: MapLibre;
	#callbacks: OverlayCallbacks;
	#shown: readonly OverlayLayer[] = [];
	/** The marks of each overlay, by its id. */
	#tiles = new Map<string, MarkTiles>();
	#marks = new MarkLayer(() => this.#shown.forEach((layer) => this.#callbacks.onfail(sourceOf(layer))));
	#out: OutOfWindow;

	constructor(map: MapLibre, callbacks: OverlayCallbacks) {
		this.#map = map;
		this.#callbacks = callbacks;
		this.#out = new OutOfWindow(map);
		map.on('move', () => this.#cover());
		map.on('resize', () => this.#cover());
		// MapLibre keeps its own layers for when the graphics card is back, and would warn of this one.
		map.getCanvasContainer().addEventListener('webglcontextlost', () => this.#takeAway(), { capture: true });
		// A tile that has come holds what was not looked at yet; once all are there, some of another zoom have gone.
		map.on('sourcedata', ({ sourceId, tile }) => {
			if (tile) this.#hideOutside((layer) => sourceOf(layer) === sourceId);
		});
		map.on('idle', () => this.#hideOutside(({ window }) => window !== null));
	}

	/** The style was built anew, and may have forgotten the marks, and what is outside the windows. */
	restore(): void {
		this.#place();
		this.#out.clear();
		this.#hideOutside(({ window }) => window !== null);
	}

	/** Takes over the overlays that a style is built with, as those that are there when the map is made. */
	take(overlays: readonly OverlayLayer[], palette: Pick<Palette, 'casing'>): void {
		this.#shown = overlays;
		overlayTiles.layers = overlays;
		this.#marks.casing = palette.casing;
		for (const [id, tiles] of this.#tiles) {
			if (overlays.some((layer) => layer.id === id)) continue;
			tiles.end();
			this.#tiles.delete(id);
		}
		for (const layer of overlays) {
			const tiles = this.#tiles.get(layer.id);
			if (tiles) tiles.follow(layer);
			else this.#begin(layer);
		}
		this.#place();
		this.#draw();
	}

	/**
	 * Shows another state of the overlays: toggles, the window and the selected row at once, new tiles as they come.
	 * Returns whether that sufficed; where it did not, as for another overlay with lines, the style has to be built anew.
	 */
	show(overlays: readonly OverlayLayer[], palette: Palette, options: LayerOptions): boolean {
		const map = this.#map;
		const before = this.#shown;
		this.take(overlays, palette);
		const versions = new Map(before.map(({ id, version }) => [id, version]));
		for (const layer of overlays) {
			const source = map.getSource(sourceOf(layer)) as VectorTileSource | undefined;
			if (source && versions.get(layer.id) !== layer.version) source.setTiles(tilesOf(layer));
		}
		const selected = map.getSource(selectedSource) as GeoJSONSource | undefined;
		if (options.hasSelected && !selected) return false;
		const layers = (of: readonly OverlayLayer[]) =>
			(['beyond', 'overlay'] as const).flatMap((part) =>
				layersOf(part, palette, { ...options, overlays: of })
			);
		const changes = layerChanges(layers(before), layers(overlays));
		if (!changes || !map.getLayer(aboveMarks)) return false;
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
		if (JSON.stringify(was) !== JSON.stringify(now)) void selected?.setData(now);
		return true;
	}

	#begin(layer: OverlayLayer): void {
		const tiles = new MarkTiles(
			layer,
			() => this.#draw(),
			() => this.#callbacks.onfail(sourceOf(layer))
		);
		this.#tiles.set(layer.id, tiles);
		tiles.cover(this.#placesOf(layer));
	}

	/** Asks for the marks of what is in the picture now. */
	#cover(): void {
		for (const layer of this.#shown) this.#tiles.get(layer.id)!.cover(this.#placesOf(layer));
	}

	#placesOf(layer: OverlayLayer) {
		return this.#map
			.coveringTiles({ tileSize, maxzoom: maxZoomOf(layer) })
			.map(({ wrap, canonical: { z, x, y } }) => ({ zoom: z, column: x, row: y, wrap }));
	}

	/** Has the next frame drawn with the marks that there are. */
	#draw(): void {
		const before = this.#marks.overlays;
		this.#marks.overlays = this.#shown.map((layer) => ({ layer, tiles: this.#tiles.get(layer.id)!.shown }));
		if (before.length === 0 && this.#shown.length === 0) return;
		this.#map.triggerRepaint();
		this.#callbacks.onmarks();
	}

	/** Puts the layer of the marks into its place in the style; most maps have no overlay, and do without. */
	#place(): void {
		const map = this.#map;
		if (this.#shown.length === 0 || !map.getLayer(aboveMarks)) return;
		if (!map.getLayer(this.#marks.id)) map.addLayer(this.#marks, aboveMarks);
		else map.moveLayer(this.#marks.id, aboveMarks);
	}

	#takeAway(): void {
		if (this.#map.getLayer(this.#marks.id)) this.#map.removeLayer(this.#marks.id);
	}

	#hideOutside(isMeant: (layer: OverlayLayer) => boolean): void {
		for (const layer of this.#shown) if (layer.hasShapes && isMeant(layer)) this.#out.update(layer);
	}

	/** Asks for an overlay's tiles again, by the name of its source. Returns whether there is such an overlay. */
	retry(source: string): boolean {
		const layer = this.#shown.find((overlay) => sourceOf(overlay) === source);
		if (!layer) return false;
		this.#tiles.get(layer.id)!.retry();
		this.#marks.retry();
		this.#map.triggerRepaint();
		(this.#map.getSource(source) as VectorTileSource | undefined)?.setTiles(tilesOf(layer));
		return true;
	}

	/** What lies within so many pixels of a point: of the topmost overlay the nearest mark, else a line or an area. */
	hitAt(point: Point, reach: number): OverlayHit | null {
		for (const layer of this.#shown.toReversed()) {
			let nearest = Infinity;
			let hit: OverlayHit | null = null;
			const near = this.#marksNear(layer, point, { x: reach, y: reach });
			for (const { tile, at, right, down, radius } of near) {
				const distance = Math.hypot(right, down);
				// Of several at one place the last lies on top.
				if (distance > radius + reach || distance > nearest) continue;
				nearest = distance;
				hit = markHit(layer, tile, at);
			}
			hit ??= layer.hasShapes ? this.#shapeAt(layer, point, reach) : null;
			if (hit) return hit;
		}
		return null;
	}

	#shapeAt(layer: OverlayLayer, point: Point, reach: number): OverlayHit | null {
		const map = this.#map;
		const { lng, lat } = map.unproject(point);
		const ids = groupsOf(layer).flatMap((group) => (group.isOff ? [] : shapeIds(layer, group)));
		const box: [[number, number], [number, number]] = [
			[point.x - reach, point.y - reach],
			[point.x + reach, point.y + reach]
		];
		const found = map.queryRenderedFeatures(box, { layers: ids.filter((id) => map.getLayer(id)) });
		for (const shape of found) {
			const hit = shapeHit(layer, shape, [fromMap(lng), lat]);
			if (hit) return hit;
		}
		return null;
	}

	/** The marks whose middle lies so near to a point, each once, of the topmost overlay first. */
	marksAt(middle: { x: number; y: number }, reach: { x: number; y: number }): OverlayMark[] {
		return this.#shown.toReversed().flatMap((layer) => {
			const colours = new Map(colouredCodes(layer.colours).map(({ code, colour }) => [code, colour]));
			const marks = new Map<string, OverlayMark>();
			for (const { tile, at, right, down, radius } of this.#marksNear(layer, middle, reach)) {
				if (Math.abs(right) > reach.x || Math.abs(down) > reach.y) continue;
				const hit = markHit(layer, tile, at);
				const colour = colours.get(hit.code) ?? restColour;
				// Where the world is drawn twice it may be there twice.
				marks.set(`${hit.row} ${hit.code} ${hit.count}`, { hit, right, down, radius, colour });
			}
			return [...marks.values()];
		});
	}

	/** The marks of an overlay that are seen and reach so near to a point, and how far from it they are, in pixels. */
	*#marksNear(
		layer: OverlayLayer,
		{ x, y }: { x: number; y: number },
		reach: { x: number; y: number }
	): Generator<{ tile: PlacedTile; at: number; right: number; down: number; radius: number }> {
		const growth = growthAt(layer, this.#map.getZoom());
		for (const tile of this.#tiles.get(layer.id)?.shown ?? []) {
			const { zoom, row, wrap, marks } = tile;
			const column = tile.column + wrap * 2 ** zoom;
			const units = unitsOnScreen(this.#map, { zoom, column, row });
			for (let at = 0; at < marks.x.length; at++) {
				const right = units.x + marks.x[at]! * units.size - x;
				const down = units.y + marks.y[at]! * units.size - y;
				const radius = marks.fixed[at]! + marks.growing[at]! * growth;
				if (Math.abs(right) > reach.x + radius || Math.abs(down) > reach.y + radius) continue;
				if (isSeen(layer, marks, at)) yield { tile, at, right, down, radius };
			}
		}
	}

	/** No more tiles of this map's overlays are asked for. */
	destroy(): void {
		for (const tiles of this.#tiles.values()) tiles.end();
		this.#tiles.clear();
		if (this.#shown.length > 0) overlayTiles.layers = [];
		this.#shown = [];
	}
}
