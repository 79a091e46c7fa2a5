/**
 * The thin shell around MapLibre: it owns the one map instance, puts the style on it, and turns the reader's moves
 * into callbacks. What is drawn is decided elsewhere, by pure functions.
 */
import {
	addProtocol,
	getGlobalDispatcher,
	GPUInitializationError,
	Map as MapLibre,
	prewarm,
	setWorkerUrl,
	type GeoJSONSource,
	type MapGeoJSONFeature,
	type Point,
	type Subscription
} from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { m } from '$lib/words';
import { basemapAddress, loadBasemap } from '../style/basemap';
import { around, contains, joined, rounded, sameCamera, type Camera } from './camera';
import { membersIn, membersOf, shares } from './cluster';
import type { Box, MapData, MapSite } from '../data';
import { chipFont, fontProtocol, loadFont } from '../style/fonts';
import { drawGlyph, type GlyphContext } from '../style/glyphs';
import { actorLayerId } from '../layers/marks';
import { hiddenActorState, hiddenState, marksSource, measureSource, shapesSource } from '../layers/layer';
import { homeBox, limitsOf } from './limits';
import { measureFeatures } from '../measure';
import { hitLayers } from '../zorder';
import { Overlays } from '../overlay/overlays';
import { overlayProtocol, overlayTiles } from '../overlay/source';
import { palettes, type Theme } from '../style/palette';
import { partingZoom, zoomForWidth } from '../scale';
import { visibleActorsAt } from '../visible';
import type { Callbacks, ClusterHit, Insets, PointerTarget, ScreenPosition, View } from './types';
import { reportMissing } from '../../base/missing';
import { buildStyle, clusterRadius, layerOptions, maxZoom, type StyleOptions } from '../style/style';

setWorkerUrl(workerUrl);
// It starts while the map is put together, and stays for the map of the next page.
prewarm();

/** A chosen point is shown from this near, if the map isn't nearer already. */
const siteZoom = 9;
/** And never from nearer than this: the articles know no streets. */
const nearestZoom = 11.5;
/** How much of the clear part's smaller side the circle of a chosen point takes. */
const circleShare = { least: 1 / 4, most: 1 / 3 };
/** Pixels of the picture for one of the page while it is hidden. */
const veiledPixels = 0.1;
/** Those of the screen, whichever the page is on: MapLibre's types leave out what its documentation says. */
const devicePixels = null as unknown as number;
/** Marks of the reader's own moves, among those that the map makes by itself. */
const byReader = { byReader: true };

/** Whether the failure is the browser's lack of WebGL. */
export function lacksWebgl(error: unknown): boolean {
	return error instanceof GPUInitializationError;
}

export class MapEngine {
	#map: MapLibre;
	#view: View;
	#data: MapData | null = null;
	#callbacks: Callbacks;
	#close: boolean;
	#images = new Set<string>();
	#font: Promise<unknown>;
	#ready = false;
	/** Whether a style of ours is loaded, so that the next can be told from it. */
	#isStyled = false;
	/** Whether what is drawn so far is small and hidden. */
	#veiled = true;
	/** Whether the reader moved the map: from then on it stays where it is put. */
	#moved = false;
	/** Whether the reader asked for the whole map, and has not moved it since. */
	#whole = false;
	/** Cameras told to the page that have not come back from it yet. */
	#told: Camera[] = [];
	/** The actors that each site shows, as last put on the map; by number. */
	#shown: (readonly string[])[] = [];
	#marked: { selected: string | null; highlighted: string | null } = { selected: null, highlighted: null };
	#clustered = new Map<string, { cluster: number; position: [number, number] }>();
	/** What each cluster's picture says now, so that only those that change are drawn. */
	#clusterPictures = new Map<string, string>();
	/** Clusters hold for one whole zoom; while another is on its way, sites stand at their own places. */
	#clusteredAt = -1;
	/** Whether tiles came or went since the clusters were looked for. */
	#areClustersStale = true;
	#hits: ReturnType<typeof hitLayers> = new Map();
	#styling: Promise<void> = Promise.resolve();
	#workerErrors: Subscription;
	#overlays: Overlays;

	/** @throws GPUInitializationError where there is no WebGL */
	constructor(
		container: HTMLElement,
		view: View,
		callbacks: Callbacks,
		{
			interactive = true,
			small = false,
			close = false
		}: {
			interactive?: boolean;
			small?: boolean;
			/** Fits to the sites alone, and not to all of Syria. */
			close?: boolean;
		} = {}
	) {
		addProtocol(fontProtocol, loadFont);
		addProtocol(overlayProtocol, overlayTiles.answer);
		const { bounds: maxBounds, leastZoom } = this.#limitsOf(view);
		this.#view = view;
		this.#callbacks = callbacks;
		this.#close = close;
		this.#font = loadChipFont();
		this.#map = new MapLibre({
			container,
			style: { version: 8, sources: {}, layers: [background(view.theme)] },
			...(view.camera
				? jump(view.camera)
				: { bounds: homeBox, fitBoundsOptions: { padding: this.#padding() } }),
			minZoom: leastZoom,
			maxZoom,
			maxBounds,
			interactive,
			dragRotate: false,
			touchPitch: false,
			pitchWithRotate: false,
			rollEnabled: false,
			// A small map inside a text must not catch the wheel that scrolls the text.
			scrollZoom: !small,
			renderWorldCopies: false,
			attributionControl: false,
			pixelRatio: veiledPixels,
			// Tests do, for each style that is ours.
			validateStyle: basemapAddress !== undefined,
			fadeDuration: 120,
			locale: { 'Map.Title': m.map_picture() }
		});
		this.#overlays = new Overlays(this.#map);
		this.#map.touchZoomRotate.disableRotation();
		this.#map.keyboard.disableRotation();
		this.#map.setMissingStyleImageResolver((id) => this.#drawMissing(id));
		this.#workerErrors = getGlobalDispatcher().on('error', () => callbacks.onbroken());
		this.#listen();
	}

	/** Puts the data on the map and shows all of it, or what is selected. */
	setData(data: MapData): void {
		this.#data = data;
		this.#shown = data.numbered.map((site) => visibleActorsAt(site, this.#view));
		this.#clustered.clear();
		if (!this.#moved) this.#goHome(false);
		void this.#restyle();
		this.#tellBounds();
	}

	/** Shows another view; only what differs is changed. */
	update(view: View): void {
		const before = this.#view;
		this.#view = view;
		if (view.theme !== before.theme || view.language !== before.language)
			void this.#restyle(view.theme !== before.theme);
		if (view.overlays !== before.overlays) this.#showOverlays();
		if (view.visibleActors !== before.visibleActors || view.actorsBySite !== before.actorsBySite)
			this.#showActors();
		if (view.measured !== before.measured || view.circle !== before.circle) this.#drawMeasure();
		if (view.measuring !== before.measuring) this.#map.getCanvas().style.cursor = this.#cursor(null);
		this.#markSites();
		const turned = !sameCamera(view.camera, before.camera) && !this.#isEcho(view.camera);
		const away = turned && view.camera && !sameCamera(view.camera, this.camera);
		if (away) {
			this.#whole = false;
			this.#map.jumpTo(jump(view.camera!));
		} else if (view.selected !== before.selected && view.selected !== null) this.#goTo(view.selected, true);
		else if (turned && !view.camera && !this.#whole) {
			this.#moved = false;
			this.#goHome(false);
		} else if (!sameInsets(view.insets, before.insets)) {
			this.#limit();
			if (!this.#moved) this.#goHome(false);
			this.#tellBounds();
		}
	}

	#limitsOf({ insets, overlays }: View) {
		return limitsOf(
			insets.bottom,
			overlays.flatMap(({ bounds }) => (bounds ? [bounds] : []))
		);
	}

	/** Lets the map go as far as what it shows. */
	#limit(): void {
		const { bounds, leastZoom } = this.#limitsOf(this.#view);
		this.#map.setMinZoom(leastZoom);
		this.#map.setMaxBounds(bounds);
	}

	/** The reader's own data is part of the style, but what changes often changes without it. */
	#showOverlays(): void {
		this.#limit();
		const options = this.#styleOptions;
		const isDone = this.#overlays.show(options.overlays, palettes[options.theme], layerOptions(options));
		if (!isDone) void this.#restyle();
	}

	/** Whether a camera is one that the map told the page itself; it may come back late, when the map is elsewhere. */
	#isEcho(camera: Camera | null): boolean {
		const at = this.#told.findIndex((told) => sameCamera(told, camera));
		if (at < 0) {
			this.#told = [];
			return false;
		}
		this.#told.splice(0, at + 1);
		return true;
	}

	/** Tries a failed file of the basemap again. */
	retry(name: string): void {
		if (this.#overlays.retry(name)) return;
		const source = this.#map.getSource(name) as GeoJSONSource | undefined;
		const address = source?.serialize().data;
		if (source && typeof address === 'string') void source.setData(address);
		else void this.#restyle();
	}

	zoomBy(steps: number): void {
		this.#moved = true;
		this.#map.easeTo({ zoom: this.#map.getZoom() + steps, ...this.#motion() }, byReader);
	}

	/** Moves the map by a third of its part that nothing covers, to the right and down. */
	panBy(right: number, down: number): void {
		this.#moved = true;
		const { top, right: end, bottom, left } = this.#view.insets;
		const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
		const across = Math.max(80, (width - left - end) / 3);
		const along = Math.max(80, (height - top - bottom) / 3);
		this.#map.panBy([right * across, down * along], this.#motion(), byReader);
	}

	/** Shows the whole map. */
	showAll(): void {
		this.#whole = true;
		this.#goHome(true, true);
		this.#callbacks.oncamera(null);
	}

	/** Shows a box, as of the reader's own data, from no nearer than tells where it is. */
	showBox(box: Box): void {
		this.#moved = true;
		this.#whole = false;
		this.#fit(box, true, nearestZoom, byReader);
	}

	/** Moves a site into the clear part of the map if it isn't there, without changing the zoom. */
	reveal(site: string): void {
		const position = this.#data?.sites.get(site)?.position;
		if (!position) return;
		if (!contains(this.#clearBox(24), position))
			this.#map.easeTo({ center: position, offset: this.#offset(), ...this.#motion() });
	}

	/** Where a site, or the cluster that stands for it, is on the screen. */
	project(site: string): ScreenPosition | null {
		const known = this.#data?.sites.get(site);
		if (!known) return null;
		const group =
			Math.floor(this.#map.getZoom()) === this.#clusteredAt ? this.#clustered.get(site) : undefined;
		const { x, y } = this.#map.project(group?.position ?? known.position);
		return { x, y, cluster: group?.cluster ?? null };
	}

	/** Where the map is. */
	get camera(): Camera {
		const { lng: longitude, lat: latitude } = this.#map.getCenter();
		return { zoom: this.#map.getZoom(), latitude, longitude };
	}

	/** The box of the whole picture. */
	get box(): Box {
		const [west, south, east, north] = this.#map.getBounds().toArray().flat() as [
			number,
			number,
			number,
			number
		];
		return [west, south, east, north];
	}

	/**
	 * A copy of the picture as it is now, so many pixels to one of the page. The map keeps no picture between frames, so
	 * it is drawn and copied in one go.
	 */
	copy(scale: number): HTMLCanvasElement {
		const map = this.#map;
		const before = map.getPixelRatio();
		if (scale !== before) map.setPixelRatio(scale);
		map.redraw();
		const picture = map.getCanvas();
		const copy = document.createElement('canvas');
		copy.width = picture.width;
		copy.height = picture.height;
		copy.getContext('2d')!.drawImage(picture, 0, 0);
		if (scale !== before) {
			map.setPixelRatio(devicePixels);
			map.redraw();
		}
		return copy;
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
		this.#workerErrors.unsubscribe();
		this.#overlays.destroy();
		this.#map.remove();
	}

	#listen(): void {
		const map = this.#map;
		map.once('style.load', () => {
			this.#ready = true;
			void this.#restyle();
			map.once('style.load', () => (this.#isStyled = true));
		});
		// A style that had to be built anew, as after a lost context, has forgotten all state.
		map.on('style.load', () => {
			withoutSky(map);
			this.#applyState();
		});
		const whole = map.on('idle', () => {
			if (this.#veiled || !map.getSource(marksSource)) return;
			whole.unsubscribe();
			this.#callbacks.onready();
		});
		this.#unveil();
		map.on('render', () => {
			// Only a frame asks for the tiles of where the map is now and lets go of those that stood in for them. And the
			// map doesn't come to rest while a file of the basemap is missing; the clusters must not wait for it.
			if (this.#areClustersStale) this.#findClusters();
			this.#callbacks.onmove();
		});
		map.on('idle', () => this.#findClusters());
		map.on('moveend', (event) => {
			this.#areClustersStale = true;
			this.#tellBounds();
			const { originalEvent, byReader } = event as { originalEvent?: Event; byReader?: boolean };
			if (originalEvent || byReader) this.#tellCamera();
		});
		map.on('sourcedata', ({ sourceId }) => {
			if (sourceId === marksSource) this.#areClustersStale = true;
		});
		map.on('movestart', ({ originalEvent }) => {
			if (originalEvent) this.#moved = true;
			if (originalEvent) this.#whole = false;
			// What was under the pointer moves away from it.
			this.#callbacks.onhover(null);
		});
		map.on('mousemove', ({ point }) => {
			const target = this.#targetAt(point, 3);
			const isOwn = target === null && this.#overlays.hitAt(point, 2) !== null;
			map.getCanvas().style.cursor = this.#cursor(target, isOwn);
			this.#callbacks.onhover(target);
		});
		map.on('mouseout', () => this.#callbacks.onhover(null));
		map.on('click', ({ point, lngLat, originalEvent }) => {
			const touch = 'pointerType' in originalEvent && originalEvent.pointerType === 'touch';
			const target = this.#targetAt(point, touch ? 12 : this.#view.measuring ? 8 : 3);
			const own = target === null ? this.#overlays.hitAt(point, touch ? 10 : 3) : null;
			if (this.#view.measuring && (target === null || 'site' in target)) {
				const { longitude, latitude } = own ?? { longitude: lngLat.lng, latitude: lngLat.lat };
				this.#callbacks.onmeasure(target ?? { longitude, latitude });
				return;
			}
			this.#callbacks.onoverlay(own);
			if (own) return;
			if (target === null) this.#callbacks.onselect(null);
			else if ('site' in target) this.#callbacks.onselect(target.site);
			else void this.#open(target.cluster);
		});
		map.on('webglcontextlost', () => this.#callbacks.oncontextlost(true));
		map.on('webglcontextrestored', () => this.#callbacks.oncontextlost(false));
		map.on('error', (event) => {
			const { sourceId } = event as { sourceId?: string };
			if (sourceId) this.#callbacks.onfail(sourceId);
			// Fonts tell for themselves (fonts.ts); an image that fails leaves a sign in a substitute.
		});
	}

	/**
	 * Hides the picture while it is not whole, and keeps it small: where there is no graphics card a frame of full size
	 * costs a tenth of a second, and the first whole one would have to wait for those before it.
	 */
	#unveil(): void {
		const map = this.#map;
		const canvas = map.getCanvas();
		canvas.style.visibility = 'hidden';
		let patience: ReturnType<typeof setTimeout> | undefined;
		let isWhole = false;
		const show = () => {
			if (isWhole) return;
			isWhole = true;
			clearTimeout(patience);
			map.setPixelRatio(devicePixels);
		};
		// What comes over a slow line is shown as it comes.
		const wait = () => (patience ??= setTimeout(show, 1000));
		const look = () => {
			if (!isWhole) {
				// Tiles of a source that is not read yet would count as loaded.
				if (patience !== undefined && map.isStyleLoaded()) show();
				return;
			}
			// The first frame of full size is drawn.
			for (const heard of hearing) heard.unsubscribe();
			this.#veiled = false;
			canvas.style.visibility = '';
		};
		map.once('remove', () => clearTimeout(patience));
		const hearing = [
			map.on('sourcedata', wait),
			map.on('render', look),
			map.on('error', show),
			map.on('idle', show)
		];
	}

	get #styleOptions(): StyleOptions {
		const { theme, language, actors, overlays } = this.#view;
		return { theme, language, actors, overlays, data: this.#data, measure: this.#measure };
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
			if (repaint) this.#repaint([...this.#images]);
			this.#hits = hitLayers(palettes[options.theme], layerOptions(options));
			// Telling two styles apart takes longer than putting one on, and is worth it where there is something to keep.
			this.#map.setStyle(buildStyle(options, basemap), { diff: this.#isStyled });
			this.#applyState();
		});
		return this.#styling;
	}

	get #measure(): FeatureCollection {
		const { measured, circle } = this.#view;
		return measureFeatures(measured, circle, (site) => this.#data?.sites.get(site)?.position);
	}

	#drawMeasure(): void {
		const source = this.#map.getSource(measureSource) as GeoJSONSource | undefined;
		const drawn = this.#measure;
		// Its layers are there while it draws something: empty ones cost every frame as much as full ones.
		if (source && drawn.features.length > 0) void source.setData(drawn);
		else if (source || drawn.features.length > 0) void this.#restyle();
	}

	#applyState(): void {
		if (!this.#map.getSource(marksSource)) return;
		this.#marked = { selected: null, highlighted: null };
		this.#showActors(true);
		this.#markSites();
	}

	/**
	 * Shows and hides chips, and all that hangs on a site, by feature state, and draws the clusters anew: no source is
	 * touched and no tile laid out, so the next frame has it.
	 * @param all sets the state of every site, and not only where it differs from what was set before
	 */
	#showActors(all = false): void {
		if (!this.#data || !this.#map.getSource(marksSource)) return;
		const before = this.#shown;
		this.#shown = this.#data.numbered.map((site) => visibleActorsAt(site, this.#view));
		this.#data.numbered.forEach(({ id, actors }, number) => {
			const [was, now] = [before[number]!, this.#shown[number]!];
			if (!all && sameList(was, now)) return;
			const hidden = now.length === 0;
			this.#map.setFeatureState(
				{ source: marksSource, id },
				{
					[hiddenState]: hidden,
					...Object.fromEntries(actors.map((actor) => [hiddenActorState(actor), !now.includes(actor)]))
				}
			);
			if (all || hidden !== (was.length === 0))
				this.#map.setFeatureState({ source: shapesSource, id }, { [hiddenState]: hidden });
		});
		this.#repaint(
			[...this.#clusterPictures.keys()].filter(
				(id) => this.#clusterSays(id) !== this.#clusterPictures.get(id)
			)
		);
	}

	/** All that the picture of a cluster depends on, beside the theme. */
	#clusterSays(image: string): string {
		const { sites, parts } = shares(
			membersOf(image)!.map(this.#shownAt),
			this.#view.actors.map(({ id }) => id)
		);
		return `${sites} ${parts.map(({ actor, share }) => `${actor} ${share}`).join(' ')}`;
	}

	#shownAt = (number: number): readonly string[] => this.#shown[number] ?? [];

	#isShown(site: string): boolean {
		const known = this.#data?.sites.get(site);
		return known !== undefined && visibleActorsAt(known, this.#view).length > 0;
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

	/** What the map's pictures are drawn with. */
	get glyphs(): GlyphContext {
		return {
			palette: palettes[this.#view.theme],
			actors: this.#view.actors,
			shownAt: this.#shownAt,
			font: `'${chipFont.family}', sans-serif`,
			pixelRatio: devicePixelRatio
		};
	}

	async #drawMissing(id: string): Promise<void> {
		await this.#font;
		if (this.#map.hasImage(id)) return;
		const glyphs = this.glyphs;
		this.#map.addImage(id, drawGlyph(id, glyphs), { pixelRatio: glyphs.pixelRatio });
		this.#images.add(id);
		if (membersOf(id)) this.#clusterPictures.set(id, this.#clusterSays(id));
	}

	/** Draws images again in place: no source or layout is touched, so the next frame has them. */
	#repaint(ids: string[]): void {
		for (const id of ids) {
			const image = this.#map.hasImage(id) && this.#map.getImage(id);
			if (!image) continue;
			// A picture keeps its size: what was made at another pixel ratio stays at it.
			this.#map.updateImage(id, drawGlyph(id, { ...this.glyphs, pixelRatio: image.pixelRatio }));
			if (membersOf(id)) this.#clusterPictures.set(id, this.#clusterSays(id));
		}
		this.#map.triggerRepaint();
	}

	/** The click router: the topmost thing at a point that means something and is shown. */
	#targetAt(point: Point, reach: number): PointerTarget {
		if (!this.#data || !this.#map.getSource(marksSource)) return null;
		const hits = this.#hits;
		// A measured line may well end on a road; only what stands at one place draws its end to itself.
		const layers = [...hits.keys()].filter(
			(id) => this.#map.getLayer(id) && !(this.#view.measuring && this.#map.getLayer(id)!.type === 'line')
		);
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

	#siteOf(feature: MapGeoJSONFeature, layer: string): PointerTarget {
		const site = this.#data?.sites.get(feature.properties.site as string);
		const shown = site ? visibleActorsAt(site, this.#view) : [];
		if (!site || shown.length === 0) return null;
		const actor = this.#view.actors.find(({ id }) => layer === actorLayerId(id));
		return actor && !shown.includes(actor.id) ? null : { site: site.id };
	}

	#groupOf(feature: MapGeoJSONFeature): PointerTarget {
		if (feature.geometry.type !== 'Point') return null;
		const id = feature.properties.cluster_id as number;
		const sites = this.#membersAt(feature)
			.map(({ id }) => id)
			.filter((id) => this.#isShown(id));
		if (sites.length === 0) return null;
		const { x, y } = this.#map.project(feature.geometry.coordinates as [number, number]);
		return { cluster: { id, x, y, sites } };
	}

	/** The sites that a cluster stands for, shown or not. */
	#membersAt({ properties }: { properties: Record<string, unknown> }): MapSite[] {
		return membersIn(String(properties.members)).flatMap((number) => this.#data?.numbered[number] ?? []);
	}

	/** Zooms in until the cluster parts, or, where it never does, hands its sites over as a list. */
	async #open(group: ClusterHit): Promise<void> {
		if (group.sites.length === 1) {
			if (this.#view.measuring) this.#callbacks.onmeasure({ site: group.sites[0]! });
			else this.#callbacks.onselect(group.sites[0]!);
			return;
		}
		const source = this.#map.getSource(marksSource) as GeoJSONSource;
		const zoom = await source.getClusterExpansionZoom(group.id).catch(() => Infinity);
		if (zoom > maxZoom) {
			this.#callbacks.oncluster(group);
			return;
		}
		this.#moved = true;
		const positions = group.sites.map((id) => this.#data!.sites.get(id)!.position);
		const [west, south, east, north] = around(positions);
		// A hair above the whole zoom at which it parts, or rounding might land just below.
		this.#map.easeTo(
			{
				center: [(west + east) / 2, (south + north) / 2],
				zoom: Math.max(zoom + 0.05, this.#map.getZoom() + 1),
				offset: this.#offset(),
				...this.#motion()
			},
			byReader
		);
	}

	/** Learns which sites the clusters in sight stand for. */
	#findClusters(): void {
		if (!this.#map.getSource(marksSource) || !this.#map.getLayer('clusters')) return;
		const zoom = Math.floor(this.#map.getZoom());
		// Tiles of another zoom stand in for those that are on their way; their clusters are not those of this one.
		if (zoom !== this.#clusteredAt && !this.#map.isSourceLoaded(marksSource)) return;
		this.#areClustersStale = false;
		this.#clustered.clear();
		this.#clusteredAt = zoom;
		const found = this.#map.querySourceFeatures(marksSource, { filter: ['has', 'point_count'] });
		for (const feature of found) {
			if (feature.geometry.type !== 'Point') continue;
			const cluster = feature.properties.cluster_id as number;
			const position = feature.geometry.coordinates as [number, number];
			for (const { id } of this.#membersAt(feature)) this.#clustered.set(id, { cluster, position });
		}
		this.#callbacks.onmove();
	}

	#tellCamera(): void {
		const camera = rounded(this.camera);
		this.#whole = false;
		// A page that has no address for cameras never sends them back.
		this.#told = [...this.#told.slice(-20), camera];
		this.#callbacks.oncamera(camera);
	}

	#tellBounds(): void {
		if (!this.#data) return;
		const box = this.#clearBox(0);
		const sites = this.#data.numbered.filter(({ position }) => contains(box, position));
		this.#callbacks.onbounds(
			box,
			sites.map(({ id }) => id)
		);
	}

	#cursor(target: PointerTarget, isOwn = false): string {
		if (this.#view.measuring) return target && 'cluster' in target ? 'pointer' : 'crosshair';
		return target || isOwn ? 'pointer' : '';
	}

	/** The middle part of the map that nothing covers, less a margin; never smaller than a point. */
	#clearBox(margin: number): Box {
		const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
		const { top, right, bottom, left } = this.#view.insets;
		const [x1, x2] = [left + margin, Math.max(left + margin, width - right - margin)];
		const [y1, y2] = [top + margin, Math.max(top + margin, height - bottom - margin)];
		const [northWest, southEast] = [this.#map.unproject([x1, y1]), this.#map.unproject([x2, y2])];
		return [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
	}

	#goHome(animate: boolean, all = false): void {
		const { selected, camera } = this.#view;
		if (camera && !all) {
			this.#map.jumpTo(jump(camera));
			return;
		}
		if (selected && this.#data?.sites.has(selected) && !all) {
			this.#goTo(selected, animate);
			return;
		}
		const sites = this.#data?.numbered ?? [];
		const positions = around(sites.map(({ position }) => position));
		// Widened by sites that lie beyond.
		if (!this.#close || sites.length === 0) this.#fit(joined([homeBox, positions]), animate, maxZoom);
		else this.#fit(joined([positions, ...sites.flatMap(({ box }) => (box ? [box] : []))]), animate, 9.5);
	}

	#goTo(id: string, animate: boolean): void {
		const site = this.#data?.sites.get(id);
		if (!site) return;
		this.#whole = false;
		if (site.box) this.#fit(joined([site.box, around([site.position])]), animate, 9.5);
		else
			this.#map.easeTo({
				center: site.position,
				zoom: this.#zoomTo(site),
				offset: this.#offset(),
				...this.#motion(animate)
			});
	}

	/** How near a point is shown: as near as it takes to part it from others, as far as its uncertainty asks for. */
	#zoomTo(site: MapSite): number {
		const others = this.#data!.numbered.filter((other) => other !== site);
		const apart = partingZoom(
			site.position,
			others.map(({ position }) => position),
			clusterRadius
		);
		const wanted = Math.max(siteZoom, this.#map.getZoom(), apart);
		if (!site.uncertainty) return Math.min(wanted, nearestZoom);
		const [west, , east] = site.uncertainty;
		const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
		const { top, right, bottom, left } = this.#view.insets;
		const side = Math.max(100, Math.min(width - left - right, height - top - bottom));
		const least = zoomForWidth(west, east, side * circleShare.least);
		const most = zoomForWidth(west, east, side * circleShare.most);
		return Math.min(Math.max(wanted, least), most, nearestZoom);
	}

	#fit(box: Box, animate: boolean, most: number, event = {}): void {
		// A canvas that is not on the page, as on paper, has no room to fit anything into.
		if (this.#map.getContainer().clientWidth === 0) return;
		this.#map.fitBounds(box, { padding: this.#padding(), maxZoom: most, ...this.#motion(animate) }, event);
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
		const margin = this.#close ? 6 : 20;
		// The line of credits lies over the foot of a small map.
		const foot = this.#close ? 16 : 0;
		const container = this.#map?.getContainer();
		const [width, height] = [container?.clientWidth ?? Infinity, container?.clientHeight ?? Infinity];
		const across = Math.min(1, (0.7 * width) / (left + right + 2 * margin || 1));
		const down = Math.min(1, (0.7 * height) / (top + bottom + foot + 2 * margin || 1));
		return {
			top: (top + margin) * down,
			bottom: (bottom + foot + margin) * down,
			left: (left + margin) * across,
			right: (right + margin) * across
		};
	}
}

/**
 * A style without a sky gets a clear one from MapLibre 6, for which each frame draws over the whole canvas, and the first
 * links a program. It can't be seen on a map that is never tilted.
 */
function withoutSky({ style }: MapLibre): void {
	(style.sky as { getEvaluated: () => unknown }).getEvaluated = () => undefined;
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
		reportMissing('fonts');
	}
}

function jump({ zoom, latitude, longitude }: Camera) {
	return { zoom, center: [longitude, latitude] as [number, number] };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

function sameInsets(a: Insets, b: Insets): boolean {
	return a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
}
