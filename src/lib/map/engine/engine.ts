/**
 * The thin shell around MapLibre: it owns the one map and hands each view and the data on to the parts that put them on
 * it. What is drawn is decided by pure functions; what the reader does comes out as callbacks.
 */
import {
	addProtocol,
	getGlobalDispatcher,
	GPUInitializationError,
	Map as MapLibre,
	prewarm,
	setWorkerUrl,
	type Subscription
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { trustOwnScripts } from '../../base/trusted';
import { m } from '$lib/words';
import type { Box } from '../box';
import type { MapData } from '../data';
import { draftBox, markBox, markPosition, withRoom, type DraftMark } from '../draft';
import type { MapPoint } from '../measure';
import { fromMap, goesAround } from '../onMap';
import { basemapAddress } from '../style/basemap';
import { fontProtocol, loadChipFont, loadFont } from '../style/fonts';
import type { GlyphContext } from '../style/glyphs';
import { MapBackground } from './background';
import { CoveredNames, type Patch } from './coveredNames';
import { CameraControl, startOptions } from './cameraControl';
import { Clusters } from './clusters';
import { copyOf } from './copy';
import type { Drafting } from './drafting';
import { Images } from './images';
import { emptyStyle, MapStyle } from './mapStyle';
import { Overlaying } from './overlaying';
import { Pointer } from './pointer';
import { Sites } from './sites';
import type { Callbacks, EngineState, ScreenPosition, View } from './types';
import { Veil, veiledPixels } from './veil';
import { watchAlone, WorkerWatch } from './workerWatch';

trustOwnScripts();
setWorkerUrl(workerUrl);
watchAlone(getGlobalDispatcher());
// The worker starts while the map is put together, and stays for the map of the next page.
prewarm();

/** Whether the failure is the browser's lack of WebGL. */
export function lacksWebgl(error: unknown): boolean {
	return error instanceof GPUInitializationError;
}

export interface EngineOptions {
	interactive?: boolean;
	/** A small map inside a text, which must not catch the wheel that scrolls the text. */
	small?: boolean;
	/** In a frame of another page, which one finger and the wheel scroll on: two fingers, or a key with it, move the map. */
	cooperative?: boolean;
	/** Fits to the sites alone, and not to all of the region. */
	close?: boolean;
	/** What draws at the desk. */
	drafting?: typeof Drafting;
}

export class MapEngine {
	#state: EngineState;
	#map: MapLibre;
	#overlaying: Overlaying;
	#sites: Sites;
	#images: Images;
	#style: MapStyle;
	#background!: MapBackground;
	#clusters: Clusters;
	#camera: CameraControl;
	#pointer: Pointer;
	#drafting: Drafting | null;
	#names: CoveredNames;
	#workerErrors: Subscription;
	#workerWatch: WorkerWatch;

	/** @throws GPUInitializationError where there is no WebGL */
	constructor(
		container: HTMLElement,
		view: View,
		callbacks: Callbacks,
		{ interactive = true, small = false, cooperative = false, close = false, drafting }: EngineOptions = {}
	) {
		addProtocol(fontProtocol, loadFont);
		// Fetched while the map is put together.
		const chipFont = loadChipFont();
		const map = new MapLibre({
			container,
			style: emptyStyle(view.theme),
			...startOptions(view, { width: container.clientWidth, height: container.clientHeight }, close),
			interactive,
			dragRotate: false,
			touchPitch: false,
			pitchWithRotate: false,
			rollEnabled: false,
			scrollZoom: !small || cooperative,
			cooperativeGestures: cooperative,
			renderWorldCopies: goesAround,
			attributionControl: false,
			pixelRatio: veiledPixels,
			// Our own styles are validated by tests.
			validateStyle: basemapAddress !== undefined,
			transformRequest: (address, kind) => this.#background.request(address, kind),
			fadeDuration: 120,
			locale: {
				'Map.Title': m.map_picture(),
				'CooperativeGesturesHandler.WindowsHelpText': m.map_gesture_control(),
				'CooperativeGesturesHandler.MacHelpText': m.map_gesture_command(),
				'CooperativeGesturesHandler.MobileHelpText': m.map_gesture_fingers()
			}
		});
		map.touchZoomRotate.disableRotation();
		map.keyboard.disableRotation();
		this.#overlaying = new Overlaying(
			(code) => code.overlaid(map, state, { clusters: this.#clusters, style: this.#style }, callbacks),
			(view) => this.update(view),
			(source) => callbacks.onfail(source)
		);
		const state: EngineState = { view: this.#overlaying.of(view), data: null };
		this.#state = state;
		this.#map = map;
		const workers = getGlobalDispatcher();
		this.#workerErrors = workers.on('error', () => callbacks.onbroken());
		this.#workerWatch = new WorkerWatch(workers, () => callbacks.ongone());

		this.#names = new CoveredNames(map);
		this.#sites = new Sites(map, state, () => this.#images.redrawClusters());
		this.#images = new Images(map, state, this.#sites.visibleAt, chipFont);
		this.#style = new MapStyle(
			map,
			state,
			() => this.#overlaying.current?.overlays ?? null,
			this.#images,
			(onchange) => (this.#background = new MapBackground(map, state, callbacks, onchange)),
			callbacks,
			() => {
				this.#sites.restore();
				this.#names.forget();
				this.#overlaying.current?.overlays.restore();
				this.#overlaying.current?.beneath.restore();
			}
		);
		// MapLibre calls listeners in the order in which they were added: the clusters come after the veil, and what lies
		// over the map is moved after the clusters were found.
		const veil = new Veil(map);
		this.#clusters = new Clusters(map, state, () => callbacks.onmove());
		this.#camera = new CameraControl(map, state, callbacks, close);
		this.#pointer = new Pointer(
			map,
			state,
			{
				overlaid: () => this.#overlaying.current,
				clusters: this.#clusters,
				style: this.#style,
				camera: this.#camera
			},
			callbacks
		);
		this.#drafting = drafting ? new drafting(map, state, callbacks) : null;
		map.on('render', () => callbacks.onmove());
		const firstIdle = map.on('idle', () => {
			if (!veil.isLifted || !this.#style.hasMarks) return;
			firstIdle.unsubscribe();
			callbacks.onready();
			this.#background.begin();
			map.on('idle', () => callbacks.onrest?.());
			callbacks.onrest?.();
		});
		map.on('webglcontextlost', () => callbacks.oncontextlost(true));
		map.on('webglcontextrestored', () => callbacks.oncontextlost(false));
		map.on('error', (event) => {
			// Others have no source: fonts report for themselves (style/fonts.ts), and without an image its sign is drawn in
			// a substitute.
			const { sourceId } = event as { sourceId?: string };
			if (sourceId && !this.#background.has(sourceId)) callbacks.onfail(sourceId);
		});
	}

	/** Puts the data on the map and shows all of it, or what is selected. */
	setData(data: MapData): void {
		this.#state.data = data;
		this.#sites.setData(data);
		this.#clusters.clear();
		this.#camera.home();
		void this.#style.rebuild();
		this.#camera.reportBounds();
	}

	/** Shows another view; only what differs is changed. */
	update(wanted: View): void {
		const before = this.#state.view;
		const view = this.#overlaying.of(wanted);
		this.#state.view = view;
		if (view.overlays !== before.overlays || view.draft?.marks !== before.draft?.marks) this.#camera.limit();
		this.#style.update(before);
		this.#background.update(before);
		this.#sites.update(before);
		this.#pointer.update(before);
		this.#overlaying.current?.beneath.update();
		this.#drafting?.update(before);
		this.#camera.update(before);
	}

	/** Loads a file again that has failed, by the name that `onfail` gave. */
	retry(name: string): void {
		this.#overlaying.retry();
		this.#style.retry(name);
	}

	/** Asks for the background again. */
	retryBackground(): void {
		this.#background.retry();
	}

	zoomBy(steps: number): void {
		this.#camera.zoomBy(steps);
	}

	/** Moves the map by a third of its clear part, to the right and down. */
	panBy(right: number, down: number): void {
		this.#camera.panBy(right, down);
	}

	/** Shows the whole map. */
	showAll(): void {
		this.#camera.showAll();
	}

	/** Shows a box, such as that of an overlay. */
	showBox(box: Box): void {
		this.#camera.showBox(box);
	}

	/** Shows all that is drafted at the desk; where nothing is, the whole map. Returns whether something is. */
	showDraft(): boolean {
		const { draft } = this.#state.view;
		const box = draft ? draftBox(draft) : null;
		if (box) this.#camera.showBox(withRoom(box));
		else this.#camera.showAll();
		return box !== null;
	}

	/** Moves a drafted place into the clear part of the map if it isn't there. */
	bringDraft(mark: string | null): void {
		const found = this.#state.view.draft?.marks.find(({ id }) => id === mark);
		if (found) this.#camera.bring(markBox(found));
	}

	/** Moves the map by pixels, to the right and down. */
	nudge(right: number, down: number): void {
		this.#camera.nudge(right, down);
	}

	/** Moves a site into the clear part of the map if it isn't there, without changing the zoom. */
	reveal(site: string): void {
		this.#camera.reveal(site);
	}

	/** Where a site, or the cluster that stands for it, is on the screen. */
	project(site: string): ScreenPosition | null {
		const known = this.#state.data?.sites.get(site);
		if (!known) return null;
		const cluster = this.#clusters.of(site);
		const { x, y } = this.#map.project(cluster?.position ?? known.position);
		return { x, y, cluster: cluster?.id ?? null };
	}

	/** Offers a site and the rows of overlays that its mark lies on, by `onspot`; says whether there are any. */
	offer(site: string): boolean {
		return this.#pointer.offer(site);
	}

	/** Where the mark of a drafted place is, in pixels of the page from the map's upper left corner. */
	locate(mark: DraftMark): { x: number; y: number } {
		return this.#map.project(markPosition(mark));
	}

	/** Whether a name is drawn in a part of the picture. */
	hasName(patch: Patch): boolean {
		return this.#names.isAt(patch);
	}

	/** Hides the names that lie under any of these parts, and no others. */
	hideNames(patches: readonly Patch[]): void {
		this.#names.hide(patches);
	}

	/** The middle of the map. */
	get middle(): MapPoint {
		const { lng: longitude, lat: latitude } = this.#map.getCenter();
		return { longitude: fromMap(longitude), latitude };
	}

	/** The box of the whole picture. */
	get box(): Box {
		return this.#camera.box;
	}

	/** Whether a row of an overlay looks out from under a mark as a ring. */
	get hasRings(): boolean {
		return this.#overlaying.current?.beneath.hasRings ?? false;
	}

	get zoom(): number {
		return this.#map.getZoom();
	}

	/** Of the middle of the map, in degrees. */
	get latitude(): number {
		return this.#map.getCenter().lat;
	}

	/** What the map's images are drawn with. */
	get glyphs(): GlyphContext {
		return this.#images.context;
	}

	/** A copy of the map as it is now, with so many pixels to one of the page. */
	copy(scale: number): HTMLCanvasElement {
		return copyOf(this.#map, scale);
	}

	/** A copy in light colours, whatever the map is drawn in. Nobody sees it change: no frame comes between. */
	lightCopy(scale: number): HTMLCanvasElement {
		const { view } = this.#state;
		if (view.theme === 'light') return this.copy(scale);
		this.#state.view = { ...view, theme: 'light' };
		this.#style.putAtOnce();
		const copy = this.copy(scale);
		this.#state.view = view;
		this.#style.putAtOnce();
		// Changes from here on take their time again.
		void this.#style.rebuild();
		return copy;
	}

	/** Takes over the size of its room, which it else notices a little later. */
	resize(): void {
		this.#map.resize();
	}

	focus(): void {
		this.#map.getCanvas().focus();
	}

	destroy(): void {
		this.#drafting?.end();
		this.#workerErrors.unsubscribe();
		this.#workerWatch.end();
		this.#background.end();
		this.#overlaying.end();
		this.#map.remove();
	}
}
