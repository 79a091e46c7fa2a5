/** What the pointer is on, and what a click there means. */
import type { Map as MapLibre, MapGeoJSONFeature, MapMouseEvent, Point } from 'maplibre-gl';
import { marksSource } from '../style/sources';
import { actorLayerId } from '../layers/marks';
import { fromMap } from '../onMap';
import type { OverlayHit } from '../overlay/overlay';
import { visibleActorsAt } from '../visible';
import type { CameraControl } from './cameraControl';
import type { Clusters } from './clusters';
import type { MapStyle } from './mapStyle';
import type { Overlaid } from './overlaid';
import type { Callbacks, ClusterHit, EngineState, PointerTarget, Spot, View } from './types';

/** What the pointer asks. */
interface Parts {
	style: Pick<MapStyle, 'hits'>;
	/** Null where there is no overlay. */
	overlaid: () => Overlaid | null;
	clusters: Pick<Clusters, 'hitOf' | 'of' | 'splitZoom'>;
	camera: Pick<CameraControl, 'part'>;
}

/** Pixels about the pointer in which a thing counts as under it. */
const reaches = {
	hover: { sites: 3, overlays: 2 },
	click: { sites: 3, overlays: 3 },
	measure: { sites: 8, overlays: 3 },
	touch: { sites: 12, overlays: 10 }
};

export class Pointer {
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#parts: Parts;
	#callbacks: Callbacks;

	constructor(map: MapLibre, state: Readonly<EngineState>, parts: Parts, callbacks: Callbacks) {
		this.#map = map;
		this.#state = state;
		this.#parts = parts;
		this.#callbacks = callbacks;
		// What was under the pointer moves away from it.
		map.on('movestart', () => callbacks.onhover(null));
		map.on('mousemove', ({ point }) => this.#hover(point));
		map.on('mouseout', () => callbacks.onhover(null));
		map.on('click', (event) => this.#click(event));
	}

	/** Follows the view: the cursor says what a click means. */
	update(before: View): void {
		if (this.#state.view.measuring !== before.measuring) this.#setCursor(null);
	}

	#hover(point: Point): void {
		// At the desk the pointer means what is drafted (drafting.ts).
		if (this.#state.view.draft) return;
		const target = this.#targetAt(point, reaches.hover.sites);
		const isOnOverlay = target === null && this.#overlayAt(point, reaches.hover.overlays) !== null;
		this.#setCursor(target, isOnOverlay);
		this.#callbacks.onhover(target);
	}

	#click({ point, lngLat, originalEvent }: MapMouseEvent): void {
		const { measuring, draft } = this.#state.view;
		if (draft) return;
		const isTouch = 'pointerType' in originalEvent && originalEvent.pointerType === 'touch';
		const reach = reaches[isTouch ? 'touch' : measuring ? 'measure' : 'click'];
		const target = this.#targetAt(point, reach.sites);
		const hit = target === null ? this.#overlayAt(point, reach.overlays) : null;
		if (measuring && (target === null || 'site' in target)) {
			const { longitude, latitude } = hit ?? { longitude: fromMap(lngLat.lng), latitude: lngLat.lat };
			this.#callbacks.onmeasure(target ?? { longitude, latitude });
			return;
		}
		// Where both lie at one spot the reader says which is meant; what is open stays until then.
		if (target && 'site' in target && this.offer(target.site)) return;
		this.#callbacks.onoverlay(hit);
		if (hit) return;
		if (target === null) this.#callbacks.onselect(null);
		else if ('site' in target) this.#callbacks.onselect(target.site);
		else void this.#open(target.cluster);
	}

	/** Offers a site, and the rows of overlays that its mark lies on; does nothing, and says so, where there are none. */
	offer(site: string): boolean {
		const rows = this.#rowsAt(site);
		const known = this.#state.data?.sites.get(site);
		if (rows.length === 0 || !known || this.#state.view.measuring) return false;
		const position = this.#parts.clusters.of(site)?.position ?? known.position;
		const { x, y } = this.#map.project(position);
		this.#callbacks.onspot({ x, y, sites: [site], rows });
		return true;
	}

	/**
	 * Takes a cluster's only visible site, else zooms in until the cluster splits, else hands its sites over as a list. Where
	 * it lies on rows of overlays, those are offered too.
	 */
	async #open(cluster: ClusterHit): Promise<void> {
		const [only, ...others] = cluster.sites;
		if (only !== undefined && others.length === 0) {
			if (this.#state.view.measuring) this.#callbacks.onmeasure({ site: only });
			else if (!this.offer(only)) this.#callbacks.onselect(only);
			return;
		}
		const zoom = await this.#parts.clusters.splitZoom(cluster.id);
		const rows = this.#state.view.measuring || !only ? [] : this.#rowsAt(only);
		const { x, y, sites } = cluster;
		if (zoom > this.#map.getMaxZoom()) {
			this.#callbacks.onspot({ x, y, sites, rows });
			return;
		}
		const known = this.#state.data!.sites;
		const part = () =>
			this.#parts.camera.part(
				sites.map((id) => known.get(id)!.position),
				zoom
			);
		if (rows.length > 0) this.#callbacks.onspot({ x, y, sites, rows, part });
		else part();
	}

	#overlayAt(point: Point, reach: number): OverlayHit | null {
		return this.#parts.overlaid()?.overlays.hitAt(point, reach) ?? null;
	}

	/** The rows of overlays that lie under the mark of a site, or of its cluster. */
	#rowsAt(site: string): Spot['rows'] {
		return this.#parts.overlaid()?.beneath.rowsAt(site) ?? [];
	}

	#setCursor(target: PointerTarget, isOnOverlay = false): void {
		const idle = this.#state.view.measuring ? 'crosshair' : '';
		const isClickable = this.#state.view.measuring
			? target !== null && 'cluster' in target
			: target !== null || isOnOverlay;
		this.#map.getCanvas().style.cursor = isClickable ? 'pointer' : idle;
	}

	/** The click router: the topmost visible thing within so many pixels of a point that a click on it means something. */
	#targetAt(point: Point, reach: number): PointerTarget {
		if (!this.#state.data || !this.#map.getSource(marksSource)) return null;
		const { hits } = this.#parts.style;
		// While measuring, lines are no targets: an end may well lie on a road, and a line has no one position to snap to.
		const layers = [...hits.keys()].filter((id) => {
			const layer = this.#map.getLayer(id);
			return layer && !(this.#state.view.measuring && layer.type === 'line');
		});
		const found = this.#map.queryRenderedFeatures(
			[
				[point.x - reach, point.y - reach],
				[point.x + reach, point.y + reach]
			],
			{ layers }
		);
		for (const layer of layers)
			for (const feature of found) {
				if (feature.layer.id !== layer) continue;
				const target =
					hits.get(layer) === 'cluster' ? this.#clusterIn(feature) : this.#siteIn(feature, layer);
				if (target) return target;
			}
		return null;
	}

	#siteIn(feature: MapGeoJSONFeature, layer: string): PointerTarget {
		const { data, view } = this.#state;
		const site = data?.sites.get(feature.properties.site as string);
		const visible = site ? visibleActorsAt(site, view) : [];
		if (!site || visible.length === 0) return null;
		const actor = view.actors.find(({ id }) => layer === actorLayerId(id));
		return actor && !visible.includes(actor.id) ? null : { site: site.id };
	}

	#clusterIn(feature: MapGeoJSONFeature): PointerTarget {
		const cluster = this.#parts.clusters.hitOf(feature);
		return cluster && { cluster };
	}
}
