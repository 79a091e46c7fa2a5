/** At the desk: which drafted place the pointer is on, and what a hand draws. */
import type { Map as MapLibre, MapMouseEvent, Point } from 'maplibre-gl';
import type { MapPoint } from '../measure';
import { fromMap } from '../onMap';
import { draftSource } from '../style/sources';
import type { Callbacks, EngineState, View } from './types';

/** Pixels about the pointer in which a mark counts as under it. */
const reaches = { mouse: 4, touch: 14 };
/** What is nearest to the hand first: a mark, a line, and only then an area. */
const asked = [['draft-marks', 'draft-names'], ['draft-edge', 'draft-edge-open'], ['draft-area']];
/** A ring is drawn with one stroke where the pointer goes farther than this, in pixels; else with two clicks. */
const leastStroke = 6;

export class Drafting {
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#callbacks: Callbacks;
	/** Where the stroke of a ring began, and by which pointer. */
	#stroke: { pointer: number; x: number; y: number } | null = null;
	/** Whether the click that follows belongs to a stroke. */
	#isStruck = false;
	/** Whether it is aimed by keyboard, with the middle of the map. */
	#isByKey = false;
	readonly #ended = new AbortController();

	constructor(map: MapLibre, state: Readonly<EngineState>, callbacks: Callbacks) {
		this.#map = map;
		this.#state = state;
		this.#callbacks = callbacks;
		map.on('click', (event) => this.#click(event));
		map.on('mousemove', ({ point, lngLat }) => this.#point(point, lngLat));
		map.on('move', () => this.#moved());
		const { signal } = this.#ended;
		const canvas = map.getCanvasContainer();
		canvas.addEventListener('keydown', () => (this.#isByKey = true), { signal });
		// MapLibre's own events of a touch come as a mouse's too: a stroke is told from the pointer itself.
		canvas.addEventListener('pointerdown', (event) => this.#begin(event), { signal });
		canvas.addEventListener('pointermove', (event) => this.#draw(event), { signal });
		canvas.addEventListener('pointerup', (event) => this.#finish(event), { signal });
		canvas.addEventListener('pointercancel', () => (this.#stroke = null), { signal });
		// A second click at the same place says that a line or an area is done.
		if (state.view.draft) map.doubleClickZoom.disable();
		this.#setHand();
	}

	/** Follows the view: a stroke draws a ring, and otherwise moves the map. */
	update(before: View): void {
		if (this.#state.view.draft?.sketch?.tool !== before.draft?.sketch?.tool) this.#setHand();
	}

	end(): void {
		this.#ended.abort();
	}

	get #sketch() {
		return this.#state.view.draft?.sketch ?? null;
	}

	#setHand(): void {
		if (!this.#state.view.draft) return;
		const isRing = this.#sketch?.tool === 'ring';
		if (isRing) this.#map.dragPan.disable();
		else this.#map.dragPan.enable();
		const canvas = this.#map.getCanvasContainer();
		// Else a browser scrolls the page under a stroke.
		canvas.style.touchAction = isRing ? 'none' : '';
		this.#map.getCanvas().style.cursor = this.#sketch ? 'crosshair' : '';
		if (!this.#sketch) this.#isByKey = false;
	}

	#begin(event: PointerEvent): void {
		this.#isStruck = false;
		if (this.#sketch?.tool !== 'ring' || event.button !== 0) return;
		if (!event.isPrimary) {
			// A second finger comes to zoom.
			if (this.#stroke) this.#callbacks.ondraw?.({ act: 'back' });
			this.#stroke = null;
			return;
		}
		this.#isStruck = true;
		this.#isByKey = false;
		this.#stroke = { pointer: event.pointerId, x: event.clientX, y: event.clientY };
		this.#callbacks.ondraw?.({ act: 'set', at: this.#at(event) });
	}

	#draw(event: PointerEvent): void {
		this.#isByKey = false;
		if (this.#stroke?.pointer === event.pointerId)
			this.#callbacks.ondraw?.({ act: 'aim', at: this.#at(event) });
	}

	#finish(event: PointerEvent): void {
		const stroke = this.#stroke;
		this.#stroke = null;
		if (stroke?.pointer !== event.pointerId) return;
		const length = Math.hypot(event.clientX - stroke.x, event.clientY - stroke.y);
		if (length > leastStroke) this.#callbacks.ondraw?.({ act: 'set', at: this.#at(event) });
	}

	#at({ clientX, clientY }: PointerEvent): MapPoint {
		const { left, top } = this.#map.getCanvas().getBoundingClientRect();
		const { lng: longitude, lat: latitude } = this.#map.unproject([clientX - left, clientY - top]);
		return { longitude: fromMap(longitude), latitude };
	}

	#click({ point, lngLat: { lng: longitude, lat: latitude }, originalEvent }: MapMouseEvent): void {
		if (!this.#state.view.draft || this.#isStruck) return;
		if (this.#sketch) {
			this.#isByKey = false;
			this.#callbacks.ondraw?.({ act: 'set', at: { longitude: fromMap(longitude), latitude } });
			return;
		}
		const isTouch = 'pointerType' in originalEvent && originalEvent.pointerType === 'touch';
		this.#callbacks.ondraft?.(this.#markAt(point, reaches[isTouch ? 'touch' : 'mouse']));
	}

	#point(point: Point, { lng: longitude, lat: latitude }: { lng: number; lat: number }): void {
		if (!this.#state.view.draft) return;
		if (this.#sketch) {
			if (!this.#stroke)
				this.#callbacks.ondraw?.({ act: 'aim', at: { longitude: fromMap(longitude), latitude } });
			return;
		}
		this.#map.getCanvas().style.cursor = this.#markAt(point, reaches.mouse) === null ? '' : 'pointer';
	}

	/** Whoever draws by keyboard aims with the middle of the map. */
	#moved(): void {
		if (!this.#sketch || !this.#isByKey) return;
		const { lng: longitude, lat: latitude } = this.#map.getCenter();
		this.#callbacks.ondraw?.({ act: 'aim', at: { longitude: fromMap(longitude), latitude } });
	}

	#markAt({ x, y }: Point, reach: number): string | null {
		if (!this.#map.getSource(draftSource)) return null;
		for (const ids of asked) {
			const layers = ids.filter((id) => this.#map.getLayer(id));
			const [found] = this.#map.queryRenderedFeatures(
				[
					[x - reach, y - reach],
					[x + reach, y + reach]
				],
				{ layers }
			);
			if (found) return found.properties.id as string;
		}
		return null;
	}
}
