/**
 * The thin shell around MapLibre: it owns the one map instance, puts the style on it, and turns the reader's moves
 * into callbacks. What is drawn is decided elsewhere, by pure functions.
 */
import {
	GPUInitializationError,
	Map as MapLibre,
	setWorkerUrl,
	type GeoJSONSource,
	type LngLatBoundsLike,
	type MapGeoJSONFeature,
	type Point
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { loadBasemap } from './basemap';
import { type Box, type MapActor, type MapData, type MapSite } from './data';
import { chipFont } from './fonts';
import { drawGlyph, type GlyphContext } from './glyphs';
import { marksSource, shapesSource, shownState } from './layers/layer';
import { hitLayers } from './order';
import { palettes, type Theme } from './palette';
import { partingZoom } from './scale';
import { buildStyle, clusterRadius, layerOptions, maxZoom, type StyleOptions } from './style';

export interface Insets {
	top: number;
	right: number;
	bottom: number;
	left: number;
}

/** What the map is to show. */
export interface View {
	actors: MapActor[];
	visible: ReadonlySet<string>;
	selected: string | null;
	highlighted: string | null;
	theme: Theme;
	language: 'en' | 'ar';
	insets: Insets;
}

/** Where a site is on the screen; `cluster` names the cluster that stands for it, if one does. */
export interface Place {
	x: number;
	y: number;
	cluster: number | null;
}

export interface Group {
	cluster: number;
	x: number;
	y: number;
	/** Ids of its shown sites. */
	sites: string[];
}

/** What the pointer is on. */
export type Target = { site: string } | { group: Group } | null;

export interface Callbacks {
	onready(): void;
	/** The picture moved: places may be asked for anew. */
	onmove(): void;
	onpoint(target: Target): void;
	onselect(site: string | null): void;
	/** A cluster that zooming can't split was clicked. */
	ongroup(group: Group): void;
	/** A file of the basemap could not be loaded. */
	onfail(name: string): void;
	onlost(lost: boolean): void;
}

/** All of Syria: the first view, widened by sites that lie beyond. */
const home: Box = [35.55, 32.3, 42.4, 37.35];
/** The basemap's box; there is nothing to see beyond. */
const limits: LngLatBoundsLike = [27, 28, 50, 42];
/** A chosen point is shown from this near, if the map isn't nearer already. */
const siteZoom = 9;
const hidden = 'hidden';

/** Whether the failure is the browser's lack of WebGL. */
export function lacksWebgl(error: unknown): boolean {
	return error instanceof GPUInitializationError;
}

export class MapEngine {
	#map: MapLibre;
	#view: View;
	#data: MapData | null = null;
	#callbacks: Callbacks;
	#small: boolean;
	#images = new Set<string>();
	#font: Promise<unknown>;
	#ready = false;
	#moved = false;
	#hiddenSites = new Set<string>();
	#marked: { selected: string | null; highlighted: string | null } = { selected: null, highlighted: null };
	#members = new Map<number, Promise<string[]>>();
	#clustered = new Map<string, { cluster: number; position: [number, number] }>();
	/** Clusters hold for one whole zoom; while another is on its way, sites stand at their own places. */
	#clusteredAt = -1;
	#hits: ReturnType<typeof hitLayers> = new Map();
	#styling: Promise<void> = Promise.resolve();

	/** @throws GPUInitializationError where there is no WebGL */
	constructor(
		container: HTMLElement,
		view: View,
		callbacks: Callbacks,
		{
			interactive = true,
			small = false,
			title = ''
		}: { interactive?: boolean; small?: boolean; title?: string } = {}
	) {
		setWorkerUrl(workerUrl);
		this.#view = view;
		this.#callbacks = callbacks;
		this.#small = small;
		this.#font = loadChipFont();
		this.#map = new MapLibre({
			container,
			style: { version: 8, sources: {}, layers: [background(view.theme)] },
			bounds: home,
			fitBoundsOptions: { padding: this.#padding() },
			minZoom: 4.6,
			maxZoom,
			maxBounds: limits,
			interactive,
			dragRotate: false,
			touchPitch: false,
			pitchWithRotate: false,
			rollEnabled: false,
			// A small map inside a text must not catch the wheel that scrolls the text.
			scrollZoom: !small,
			renderWorldCopies: false,
			attributionControl: false,
			fadeDuration: 120,
			locale: { 'Map.Title': title }
		});
		this.#map.touchZoomRotate.disableRotation();
		this.#map.keyboard.disableRotation();
		this.#map.setMissingStyleImageResolver((id) => this.#drawMissing(id));
		this.#listen();
	}

	/** Puts the data on the map and shows all of it, or what is selected. */
	setData(data: MapData): void {
		this.#data = data;
		this.#members.clear();
		this.#clustered.clear();
		if (!this.#moved) this.#goHome(false);
		void this.#restyle();
	}

	/** Shows another view; only what differs is changed. */
	update(view: View): void {
		const before = this.#view;
		this.#view = view;
		if (view.theme !== before.theme || view.language !== before.language)
			void this.#restyle(view.theme !== before.theme);
		if (view.visible !== before.visible) this.#showActors();
		this.#markSites();
		if (view.selected !== before.selected && view.selected !== null) this.#goTo(view.selected, true);
		else if (!sameInsets(view.insets, before.insets) && !this.#moved) this.#goHome(false);
	}

	/** Tries a failed file of the basemap again. */
	retry(name: string): void {
		const source = this.#map.getSource(name) as GeoJSONSource | undefined;
		const address = source?.serialize().data;
		if (source && typeof address === 'string') void source.setData(address);
		else void this.#restyle();
	}

	zoomBy(steps: number): void {
		this.#moved = true;
		this.#map.easeTo({ zoom: this.#map.getZoom() + steps, ...this.#motion() });
	}

	/** Shows the whole map. */
	showAll(): void {
		this.#goHome(true, true);
	}

	/** Moves a site into the clear part of the map if it isn't there, without changing the zoom. */
	reveal(site: string): void {
		const position = this.#data?.sites.get(site)?.position;
		if (!position) return;
		const { x, y } = this.#map.project(position);
		const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
		const { top, right, bottom, left } = this.#view.insets;
		const margin = 24;
		const clear =
			x > left + margin && x < width - right - margin && y > top + margin && y < height - bottom - margin;
		if (!clear) this.#map.easeTo({ center: position, offset: this.#offset(), ...this.#motion() });
	}

	/** Where a site, or the cluster that stands for it, is on the screen. */
	place(site: string): Place | null {
		const known = this.#data?.sites.get(site);
		if (!known) return null;
		const group =
			Math.floor(this.#map.getZoom()) === this.#clusteredAt ? this.#clustered.get(site) : undefined;
		const { x, y } = this.#map.project(group?.position ?? known.position);
		return { x, y, cluster: group?.cluster ?? null };
	}

	get zoom(): number {
		return this.#map.getZoom();
	}

	get latitude(): number {
		return this.#map.getCenter().lat;
	}

	focus(): void {
		this.#map.getCanvas().focus();
	}

	destroy(): void {
		this.#map.remove();
	}

	#listen(): void {
		const map = this.#map;
		map.once('style.load', () => {
			this.#ready = true;
			void this.#restyle();
		});
		// A style that had to be built anew, as after a lost context, has forgotten all state.
		map.on('style.load', () => this.#applyState());
		map.once('idle', () => this.#callbacks.onready());
		map.on('render', () => this.#callbacks.onmove());
		map.on('idle', () => void this.#findClusters());
		// The map doesn't come to rest while a file of the basemap is missing; the clusters must not wait for it.
		map.on('moveend', () => void this.#findClusters());
		map.on('sourcedata', ({ sourceId }) => {
			if (sourceId === marksSource) void this.#findClusters();
		});
		map.on('movestart', ({ originalEvent }) => {
			if (originalEvent) this.#moved = true;
			// What was under the pointer moves away from it.
			this.#callbacks.onpoint(null);
		});
		map.on('mousemove', ({ point }) => {
			const target = this.#targetAt(point, 3);
			map.getCanvas().style.cursor = target ? 'pointer' : '';
			this.#callbacks.onpoint(target);
		});
		map.on('mouseout', () => this.#callbacks.onpoint(null));
		map.on('click', ({ point, originalEvent }) => {
			const touch = 'pointerType' in originalEvent && originalEvent.pointerType === 'touch';
			const target = this.#targetAt(point, touch ? 12 : 3);
			if (target === null) this.#callbacks.onselect(null);
			else if ('site' in target) this.#callbacks.onselect(target.site);
			else void this.#open(target.group);
		});
		map.on('webglcontextlost', () => this.#callbacks.onlost(true));
		map.on('webglcontextrestored', () => this.#callbacks.onlost(false));
		map.on('error', (event) => {
			const { sourceId } = event as { sourceId?: string };
			if (sourceId) this.#callbacks.onfail(sourceId);
			// A font or image that fails leaves a name or sign in a substitute; nothing is lost by it.
		});
	}

	get #styleOptions(): StyleOptions {
		const { theme, language, actors } = this.#view;
		return { theme, language, actors, data: this.#data };
	}

	/** Builds the style anew and lets MapLibre change what differs; calls follow one another. */
	#restyle(repaint = false): Promise<void> {
		this.#styling = this.#styling.then(async () => {
			if (!this.#ready) return;
			const options = this.#styleOptions;
			const basemap = await loadBasemap(options.theme, layerOptions(options)).catch(() => {
				this.#callbacks.onfail('basemap');
				return { sources: {}, layers: [background(options.theme)] };
			});
			if (repaint) await this.#repaint([...this.#images]);
			this.#hits = hitLayers(palettes[options.theme], layerOptions(options));
			this.#map.setStyle(buildStyle(options, basemap), { diff: true });
			this.#applyState();
		});
		return this.#styling;
	}

	#applyState(): void {
		if (!this.#map.getSource(marksSource)) return;
		this.#hiddenSites.clear();
		this.#marked = { selected: null, highlighted: null };
		this.#showActors();
		this.#markSites();
	}

	/** Turns chips on and off by global state, and all that hangs on a site by its feature state. */
	#showActors(): void {
		const { actors, visible } = this.#view;
		if (!this.#data || !this.#map.getSource(marksSource)) return;
		for (const { id } of actors) this.#map.setGlobalStateProperty(shownState(id), visible.has(id));
		for (const site of this.#data.sites.values()) {
			const off = !this.#isShown(site);
			if (off === this.#hiddenSites.has(site.id)) continue;
			if (off) this.#hiddenSites.add(site.id);
			else this.#hiddenSites.delete(site.id);
			this.#setState(site.id, hidden, off);
		}
		void this.#repaint([...this.#images].filter((id) => id.startsWith('cluster|')));
	}

	#markSites(): void {
		for (const name of ['selected', 'highlighted'] as const) {
			const [before, now] = [this.#marked[name], this.#view[name]];
			if (before === now || !this.#map.getSource(marksSource)) continue;
			if (before !== null) this.#setState(before, name, false);
			if (now !== null) this.#setState(now, name, true);
			this.#marked[name] = now;
		}
	}

	#setState(site: string, name: string, value: boolean): void {
		for (const source of [marksSource, shapesSource])
			this.#map.setFeatureState({ source, id: site }, { [name]: value });
	}

	#isShown(site: MapSite): boolean {
		return site.actors.some((actor) => this.#view.visible.has(actor));
	}

	get #glyphs(): GlyphContext {
		return {
			palette: palettes[this.#view.theme],
			actors: this.#view.actors,
			sets: this.#data?.sets ?? [],
			visible: this.#view.visible,
			font: `'${chipFont.family}', sans-serif`,
			pixelRatio: devicePixelRatio
		};
	}

	async #drawMissing(id: string): Promise<void> {
		await this.#font;
		if (this.#map.hasImage(id)) return;
		const glyphs = this.#glyphs;
		this.#map.addImage(id, drawGlyph(id, glyphs), { pixelRatio: glyphs.pixelRatio });
		this.#images.add(id);
	}

	/** Draws images again in place: no source or layout is touched, so the next frame has them. */
	async #repaint(ids: string[]): Promise<void> {
		for (const id of ids) {
			const image = this.#map.hasImage(id) && this.#map.getImage(id);
			// A picture keeps its size: what was made at another pixel ratio stays at it.
			if (image) this.#map.updateImage(id, drawGlyph(id, { ...this.#glyphs, pixelRatio: image.pixelRatio }));
		}
		this.#map.triggerRepaint();
	}

	/** The click router: the topmost thing at a point that means something and is shown. */
	#targetAt(point: Point, reach: number): Target {
		if (!this.#data || !this.#map.getSource(marksSource)) return null;
		const hits = this.#hits;
		const layers = [...hits.keys()].filter((id) => this.#map.getLayer(id));
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
				const target = hits.get(layer) === 'cluster' ? this.#groupOf(feature) : this.#siteOf(feature, layer);
				if (target) return target;
			}
		return null;
	}

	#siteOf(feature: MapGeoJSONFeature, layer: string): Target {
		const site = this.#data?.sites.get(feature.properties.site as string);
		if (!site || !this.#isShown(site)) return null;
		const actor = this.#view.actors.find(({ id }) => layer === `actor-${id}`);
		return actor && !this.#view.visible.has(actor.id) ? null : { site: site.id };
	}

	#groupOf(feature: MapGeoJSONFeature): Target {
		if (feature.geometry.type !== 'Point') return null;
		const cluster = feature.properties.cluster_id as number;
		const sites = [...this.#clustered]
			.filter(([id, entry]) => entry.cluster === cluster && this.#isShown(this.#data!.sites.get(id)!))
			.map(([id]) => id);
		if (sites.length === 0) return null;
		const { x, y } = this.#map.project(feature.geometry.coordinates as [number, number]);
		return { group: { cluster, x, y, sites } };
	}

	/** Zooms in until the cluster parts, or, where it never does, hands its sites over as a list. */
	async #open(group: Group): Promise<void> {
		if (group.sites.length === 1) {
			this.#callbacks.onselect(group.sites[0]!);
			return;
		}
		const source = this.#map.getSource(marksSource) as GeoJSONSource;
		const zoom = await source.getClusterExpansionZoom(group.cluster).catch(() => Infinity);
		if (zoom > maxZoom) {
			this.#callbacks.ongroup(group);
			return;
		}
		this.#moved = true;
		const positions = group.sites.map((id) => this.#data!.sites.get(id)!.position);
		const [west, south, east, north] = around(positions);
		// A hair above the whole zoom at which it parts, or rounding might land just below.
		this.#map.easeTo({
			center: [(west + east) / 2, (south + north) / 2],
			zoom: Math.max(zoom + 0.05, this.#map.getZoom() + 1),
			offset: this.#offset(),
			...this.#motion()
		});
	}

	/** Learns which sites the clusters in sight stand for. */
	async #findClusters(): Promise<void> {
		const source = this.#map.getSource(marksSource) as GeoJSONSource | undefined;
		if (!source || !this.#map.getLayer('clusters')) return;
		const clustered = new Map<string, { cluster: number; position: [number, number] }>();
		const zoom = Math.floor(this.#map.getZoom());
		await Promise.all(
			this.#map
				.querySourceFeatures(marksSource, { filter: ['has', 'point_count'] })
				.map(async ({ properties, geometry }) => {
					if (geometry.type !== 'Point') return;
					const cluster = properties.cluster_id as number;
					if (!this.#members.has(cluster)) this.#members.set(cluster, leaves(source, cluster));
					const position = geometry.coordinates as [number, number];
					for (const site of await this.#members.get(cluster)!) clustered.set(site, { cluster, position });
				})
		);
		this.#clustered = clustered;
		this.#clusteredAt = zoom;
		this.#callbacks.onmove();
	}

	#goHome(animate: boolean, all = false): void {
		const selected = this.#view.selected;
		if (selected && this.#data?.sites.has(selected) && !all) {
			this.#goTo(selected, animate);
			return;
		}
		const sites = [...(this.#data?.sites.values() ?? [])];
		const boxes = sites.flatMap(({ box }) => (box ? [box] : []));
		const box =
			this.#small && sites.length > 0
				? joined([around(sites.map(({ position }) => position)), ...boxes])
				: joined([home, around(sites.map(({ position }) => position))]);
		this.#fit(box, animate, this.#small ? 10 : maxZoom);
	}

	#goTo(id: string, animate: boolean): void {
		const site = this.#data?.sites.get(id);
		if (!site) return;
		if (site.box) this.#fit(joined([site.box, around([site.position])]), animate, 9.5);
		else {
			const others = [...this.#data!.sites.values()].filter((other) => other !== site);
			const apart = partingZoom(
				site.position,
				others.map(({ position }) => position),
				clusterRadius
			);
			const zoom = Math.max(siteZoom, this.#map.getZoom(), Math.min(apart, maxZoom));
			this.#map.easeTo({ center: site.position, zoom, offset: this.#offset(), ...this.#motion(animate) });
		}
	}

	#fit(box: Box, animate: boolean, most: number): void {
		this.#map.fitBounds(box, { padding: this.#padding(), maxZoom: most, ...this.#motion(animate) });
	}

	#motion(animate = true): { animate: boolean; duration: number; essential: boolean } {
		const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
		return { animate: !still, duration: still ? 0 : 650, essential: true };
	}

	/** From the middle of the canvas to the middle of its clear part. */
	#offset(): [number, number] {
		const { top, right, bottom, left } = this.#view.insets;
		return [(left - right) / 2, (top - bottom) / 2];
	}

	/** The insets and a margin for the marks, never more than the map has room for. */
	#padding(): Insets {
		const { top, right, bottom, left } = this.#view.insets;
		const margin = this.#small ? 36 : 20;
		const container = this.#map?.getContainer();
		const [width, height] = [container?.clientWidth ?? Infinity, container?.clientHeight ?? Infinity];
		const across = Math.min(1, (0.7 * width) / (left + right + 2 * margin || 1));
		const down = Math.min(1, (0.7 * height) / (top + bottom + 2 * margin || 1));
		return {
			top: (top + margin) * down,
			bottom: (bottom + margin) * down,
			left: (left + margin) * across,
			right: (right + margin) * across
		};
	}
}

function background(theme: Theme) {
	return { id: 'sea', type: 'background' as const, paint: { 'background-color': palettes[theme].sea } };
}

async function loadChipFont(): Promise<void> {
	try {
		const face = new FontFace(chipFont.family, `url(${chipFont.url})`, { weight: '600' });
		document.fonts.add(await face.load());
	} catch {
		// The letters fall back to the system's sans-serif.
	}
}

async function leaves(source: GeoJSONSource, cluster: number): Promise<string[]> {
	const features = await source.getClusterLeaves(cluster, Infinity, 0).catch(() => []);
	return features.map(({ properties }) => properties!.site as string);
}

function around(positions: [number, number][]): Box {
	return joined(positions.map(([x, y]): Box => [x, y, x, y]));
}

function joined(boxes: Box[]): Box {
	return [
		Math.min(...boxes.map(([west]) => west)),
		Math.min(...boxes.map(([, south]) => south)),
		Math.max(...boxes.map(([, , east]) => east)),
		Math.max(...boxes.map(([, , , north]) => north))
	];
}

function sameInsets(a: Insets, b: Insets): boolean {
	return a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
}
