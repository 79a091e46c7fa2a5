/** Keeps the style that is on the map in step with the view and the data. */
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, StyleSpecification, StyleSwapOptions } from 'maplibre-gl';
import { draftFeatures } from '../draft';
import { draftSource, marksSource, measureSource } from '../style/sources';
import { measureFeatures } from '../measure';
import type { Overlays } from '../overlay/overlays';
import { hasNear, loadBasemap, type Basemap } from '../style/basemap';
import { nearZoom } from '../style/basemapZoom';
import { restoreAddresses } from '../style/fileAddresses';
import { paletteOver, palettes, type Theme } from '../style/palette';
import { buildStyle, layerOptions, type StyleOptions } from '../style/style';
import { hitLayers } from '../zorder';
import type { MapBackground } from './background';
import type { Images } from './images';
import type { Callbacks, EngineState, View } from './types';

/** A map with nothing on it yet but the sea. */
export function emptyStyle(theme: Theme): StyleSpecification {
	return { version: 8, sources: {}, layers: [sea(theme)] };
}

export class MapStyle {
	/** What a click on a layer means, from the top down. */
	hits: ReturnType<typeof hitLayers> = new Map();
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#overlays: () => Overlays | null;
	#images: Images;
	#background: MapBackground;
	#callbacks: Callbacks;
	#onstyle: () => void;
	/** Whether the map has read the empty style that it was made with, and so takes another. */
	#isReady = false;
	/** The style that was last put on the map. */
	#style: StyleSpecification | null = null;
	/** Whether a style of ours is loaded, so that the next is compared with it. */
	#isOurs = false;
	/** Whether the map was ever seen so close up that it has the finer ground near the sites. */
	#isNear = false;
	/** Whether a row of an overlay was ever selected. */
	#hasSelected = false;
	/** Whether a mark of ours ever covered rows of an overlay. */
	#hasRowsBeneath = false;
	#building: Promise<void> = Promise.resolve();
	/** The basemap that is on the map, and where that is dark the light one beside it, which paper needs at once. */
	#basemaps: Partial<Record<Theme, Basemap>> = {};

	/**
	 * @param overlays what draws them, once there is one
	 * @param onstyle called when a style was put on the map or loaded, which may have forgotten all feature state
	 */
	constructor(
		map: MapLibre,
		state: Readonly<EngineState>,
		overlays: () => Overlays | null,
		images: Images,
		background: (onchange: () => void) => MapBackground,
		callbacks: Callbacks,
		onstyle: () => void
	) {
		this.#map = map;
		this.#state = state;
		this.#overlays = overlays;
		this.#images = images;
		this.#background = background(() => void this.rebuild());
		this.#callbacks = callbacks;
		this.#onstyle = onstyle;
		map.once('style.load', () => {
			this.#isReady = true;
			void this.rebuild();
			map.once('style.load', () => (this.#isOurs = true));
		});
		map.on('zoom', () => this.#comeNear());
		map.on('style.load', () => {
			withoutSky(map);
			onstyle();
		});
	}

	/** Whether the map has our data, or at least has been given it. */
	get hasMarks(): boolean {
		return this.#map.getSource(marksSource) !== undefined;
	}

	/** Follows the view, and builds the style anew only where it takes that. */
	update(before: View): void {
		const { view } = this.#state;
		const isOtherTheme = view.theme !== before.theme;
		if (isOtherTheme || view.language !== before.language) void this.rebuild(isOtherTheme);
		if (view.overlays !== before.overlays) this.#showOverlays();
		if (view.draft !== before.draft) this.#showDraft();
		if (view.measured !== before.measured || view.circle !== before.circle) this.#showMeasure();
	}

	/**
	 * Builds the style anew and lets MapLibre change what differs; calls follow one another.
	 * @param isOtherTheme draws all images again as well
	 */
	rebuild(isOtherTheme = false): Promise<void> {
		this.#building = this.#building.then(async () => {
			if (!this.#isReady) return;
			const options = this.#options;
			const basemap = await loadBasemap(options.theme, layerOptions(options)).catch(() => {
				this.#callbacks.onfail('basemap');
				return { sources: {}, layers: [sea(options.theme)] };
			});
			this.#basemaps = { [options.theme]: basemap };
			if (options.theme === 'dark') this.#keepLight(options);
			if (isOtherTheme) this.#images.redraw();
			this.hits = hitLayers(palettes[options.theme], layerOptions(options));
			this.#overlays()?.take(options.overlays, paletteOf(options));
			this.#put(buildStyle(options, basemap));
			this.#onstyle();
		});
		return this.#building;
	}

	#put(style: StyleSpecification): void {
		// Our own styles are validated by tests; what somebody else wrote is validated here, and refused as a whole.
		if (!this.#background.drawn || !this.#isOurs) {
			this.#set(style);
			return;
		}
		let isRefused = false;
		const watch = this.#map.on('error', () => (isRefused = true));
		this.#set(style, { validate: true });
		watch.unsubscribe();
		if (isRefused) this.#background.refuse();
	}

	#set(style: StyleSpecification, options: { validate?: boolean } = {}): void {
		const before = this.#style;
		this.#style = style;
		const compared: StyleSwapOptions = {
			diff: true,
			transformStyle(now, next) {
				if (now && before) restoreAddresses(now, before);
				return next;
			}
		};
		// Diffing two styles costs more than replacing one; diff only after our first style. Before a style that is to be
		// transformed takes the place of one that is still on its way, MapLibre would load all files of that one.
		this.#map.setStyle(style, { ...options, ...(this.#isOurs ? compared : { diff: false }) });
	}

	/**
	 * Puts the style of the view's theme on the map, so that the next frame is drawn in it. A theme whose basemap is not there
	 * yet changes nothing.
	 */
	putAtOnce(): void {
		const options = this.#options;
		const basemap = this.#basemaps[options.theme];
		if (!basemap || !this.#isOurs) return;
		this.#images.redraw();
		this.#overlays()?.take(options.overlays, paletteOf(options));
		const style = buildStyle(options, basemap);
		this.#set({ ...style, transition: { duration: 0, delay: 0 } });
		this.#onstyle();
	}

	#keepLight(options: StyleOptions): void {
		const basemaps = this.#basemaps;
		loadBasemap('light', layerOptions(options)).then(
			(basemap) => void (basemaps.light = basemap),
			// On paper the map then keeps its colours.
			() => undefined
		);
	}

	/** From now on the map has the rings about our marks that cover rows of overlays. */
	drawRowsBeneath(): void {
		if (this.#hasRowsBeneath) return;
		this.#hasRowsBeneath = true;
		void this.rebuild();
	}

	/** Loads a file again that has failed, by the name of its source or `basemap`. */
	retry(name: string): void {
		if (this.#overlays()?.retry(name)) return;
		const source = this.#map.getSource(name) as GeoJSONSource | undefined;
		const address = source?.serialize().data;
		if (source && typeof address === 'string') void source.setData(address);
		else void this.rebuild();
	}

	/** Once only: who goes back up finds it there when they come down again. */
	#comeNear(): void {
		if (this.#isNear || !this.#isOurs || !this.#seesNear) return;
		void this.rebuild();
	}

	get #seesNear(): boolean {
		return hasNear && this.#map.getZoom() >= nearZoom;
	}

	get #options(): StyleOptions {
		const { theme, language, actors, overlays, draft } = this.#state.view;
		this.#isNear ||= this.#seesNear;
		this.#hasSelected ||= overlays.some(({ selected }) => selected !== null);
		const { drawn, isShown } = this.#background;
		return {
			theme,
			language,
			actors,
			overlays,
			draft,
			data: this.#state.data,
			measure: this.#measure,
			isNear: this.#isNear,
			hasSelected: this.#hasSelected,
			hasRowsBeneath: this.#hasRowsBeneath,
			background: drawn && { ...drawn, isShown }
		};
	}

	get #measure(): FeatureCollection {
		const { measured, circle } = this.#state.view;
		return measureFeatures(measured, circle, (site) => this.#state.data?.sites.get(site)?.position);
	}

	/** Overlays are part of the style, but what changes often in them changes without a new one. */
	#showOverlays(): void {
		const options = this.#options;
		const isDone = this.#overlays()?.show(options.overlays, paletteOf(options), layerOptions(options));
		if (!isDone) void this.rebuild();
	}

	#showDraft(): void {
		const { draft } = this.#state.view;
		const source = this.#map.getSource(draftSource) as GeoJSONSource | undefined;
		if (source && draft) void source.setData(draftFeatures(draft));
		else void this.rebuild();
	}

	#showMeasure(): void {
		const source = this.#map.getSource(measureSource) as GeoJSONSource | undefined;
		const drawn = this.#measure;
		// The style has the layers of the tool only while it draws: empty layers cost a frame as much as full ones.
		if (source && drawn.features.length > 0) void source.setData(drawn);
		else if (source || drawn.features.length > 0) void this.rebuild();
	}
}

/** The colours of what lies on the ground, whatever that is. */
const paletteOf = (options: StyleOptions) => paletteOver(options.theme, layerOptions(options).isOverImagery);

function sea(theme: Theme) {
	return { id: 'sea', type: 'background' as const, paint: { 'background-color': palettes[theme].sea } };
}

/**
 * MapLibre 6 gives a style without a sky a transparent one, which it draws over the whole canvas in each frame, and for
 * which it links a shader before the first. A map that is never tilted shows none of it.
 */
function withoutSky({ style }: MapLibre): void {
	(style.sky as { getEvaluated: () => unknown }).getEvaluated = () => undefined;
}
