/** Moves the map, keeps it within its limits, and reports where the reader has put it. */
import type { Map as MapLibre, MapOptions } from 'maplibre-gl';
import { around, contains, joined, type Box } from '../box';
import { draftBox } from '../draft';
import { homeBox, limitsOf, type Limits } from '../limits';
import { boxOnMap, fromMap, onMap } from '../onMap';
import { closeZoom, maxZoom } from '../style/style';
import { rounded, sameCamera, type Camera } from './camera';
import { clearCorners, clearSize, offsetOf, paddingOf, sameInsets, type Size } from './insets';
import { nearestZoom, zoomTo } from './siteZoom';
import type { Callbacks, EngineState, Insets, View } from './types';

/** A box of sites or shapes is shown from no nearer than this. */
const nearestBoxZoom = 9.5;
/** Marks the moves that a reader asked for, which are reported; the map's other moves are not. */
const byReader = { byReader: true };

/** MapLibre's options for where the map starts in a container of a size, and its limits. */
export function startOptions(view: View, size: Size, isTight: boolean): Partial<MapOptions> {
	const { bounds, leastZoom } = limitsFor(view);
	return {
		...(view.camera
			? jump(view.camera)
			: {
					bounds: homeBox,
					fitBoundsOptions: { padding: paddingOf(view.insets, size, isTight) }
				}),
		minZoom: leastZoom,
		maxZoom: nearestOf(view),
		maxBounds: bounds
	};
}

const nearestOf = ({ background }: View) => (background ? closeZoom : maxZoom);

export class CameraControl {
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#callbacks: Callbacks;
	#isTight: boolean;
	/** Whether the reader moved the map: from then on it stays where it is put. */
	#isMoved = false;
	/** Whether the reader asked for the whole map, and has not moved it since. */
	#isWhole = false;
	/** Cameras that were reported and have not come back in a view yet. */
	#reported: Camera[] = [];

	/** @param isTight fits to the sites alone, not to all of the region */
	constructor(map: MapLibre, state: Readonly<EngineState>, callbacks: Callbacks, isTight: boolean) {
		this.#map = map;
		this.#state = state;
		this.#callbacks = callbacks;
		this.#isTight = isTight;
		map.on('moveend', (event) => {
			this.reportBounds();
			const { originalEvent, byReader } = event as { originalEvent?: Event; byReader?: boolean };
			if (originalEvent || byReader) this.#reportCamera();
		});
		map.on('movestart', ({ originalEvent }) => {
			if (!originalEvent) return;
			this.#isMoved = true;
			this.#isWhole = false;
		});
	}

	/** Where the map is. */
	get camera(): Camera {
		const { lng: longitude, lat: latitude } = this.#map.getCenter();
		return { zoom: this.#map.getZoom(), latitude, longitude: fromMap(longitude) };
	}

	/** The box of the whole picture. */
	get box(): Box {
		const bounds = this.#map.getBounds();
		return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
	}

	/** Follows the view: to another camera, to another selected site, out from under what now covers the map. */
	update(before: View): void {
		const { view } = this.#state;
		if (nearestOf(view) !== nearestOf(before)) {
			this.#map.setMaxZoom(nearestOf(view));
			// The address may have asked for more than there was.
			if (view.camera && view.camera.zoom > this.#map.getZoom()) this.#map.jumpTo(jump(view.camera));
		}
		const isOther = !sameCamera(view.camera, before.camera) && !this.#isEcho(view.camera);
		if (isOther && view.camera && !sameCamera(view.camera, this.camera)) {
			this.#isWhole = false;
			this.#map.jumpTo(jump(view.camera));
		} else if (view.selected !== before.selected && view.selected !== null) this.#goTo(view.selected, true);
		else if (isOther && !view.camera && !this.#isWhole) {
			this.#isMoved = false;
			this.#goHome(false);
		} else if (!sameInsets(view.insets, before.insets)) {
			this.limit();
			this.home();
			this.reportBounds();
		}
	}

	/** Lets the map go as far as what it shows. */
	limit(): void {
		const { bounds, leastZoom } = limitsFor(this.#state.view);
		this.#map.setMinZoom(leastZoom);
		this.#map.setMaxBounds(bounds);
	}

	/** Puts the map where the view begins, unless the reader has moved it. */
	home(): void {
		if (!this.#isMoved) this.#goHome(false);
	}

	zoomBy(steps: number): void {
		this.#isMoved = true;
		this.#map.easeTo({ zoom: this.#map.getZoom() + steps, ...motion() }, byReader);
	}

	/** Moves the map by a third of its clear part, to the right and down. */
	panBy(right: number, down: number): void {
		this.#isMoved = true;
		const { width, height } = this.#clearSize;
		const [across, along] = [Math.max(80, width / 3), Math.max(80, height / 3)];
		this.#map.panBy([right * across, down * along], motion(), byReader);
	}

	/** Shows the whole map. */
	showAll(): void {
		this.#isWhole = true;
		this.#goHome(true, true);
		this.#callbacks.oncamera(null);
	}

	/** Shows a box, such as that of an overlay, from no nearer than shows where it is. */
	showBox(box: Box): void {
		this.#isMoved = true;
		this.#isWhole = false;
		this.#fit(boxOnMap(box), true, nearestZoom, byReader);
	}

	/** Moves a box into the clear part of the map if it isn't there, and no nearer than it takes. */
	bring(box: Box): void {
		const clear = this.#clearBox(24);
		const [west, south, east, north] = box;
		if (contains(clear, [west, south]) && contains(clear, [east, north])) return;
		this.#isMoved = true;
		this.#fit(box, true, this.#map.getZoom());
	}

	/** Moves the map by pixels, to the right and down. */
	nudge(right: number, down: number): void {
		this.#isMoved = true;
		this.#map.panBy([right, down], { animate: false }, byReader);
	}

	/** Zooms to positions whose cluster parts at a whole zoom. */
	part(positions: readonly [number, number][], zoom: number): void {
		this.#isMoved = true;
		const [west, south, east, north] = around(positions);
		this.#map.easeTo(
			{
				center: [(west + east) / 2, (south + north) / 2],
				// A hair above the whole zoom, or rounding might land just below.
				zoom: Math.max(zoom + 0.05, this.#map.getZoom() + 1),
				offset: this.#offset,
				...motion()
			},
			byReader
		);
	}

	/** Moves a site into the clear part of the map if it isn't there, without changing the zoom. */
	reveal(site: string): void {
		const position = this.#state.data?.sites.get(site)?.position;
		if (position && !contains(this.#clearBox(24), position))
			this.#map.easeTo({ center: position, offset: this.#offset, ...motion() });
	}

	/** Reports the clear part of the map and the sites in it; nothing before there are sites. */
	reportBounds(): void {
		const { data } = this.#state;
		if (!data) return;
		const box = this.#clearBox(0);
		const sites = data.numbered.filter(({ position }) => contains(box, position));
		this.#callbacks.onbounds(
			box,
			sites.map(({ id }) => id)
		);
	}

	#reportCamera(): void {
		const camera = rounded(this.camera);
		this.#isWhole = false;
		// A page that has no address for cameras never sends them back.
		this.#reported = [...this.#reported.slice(-20), camera];
		this.#callbacks.oncamera(camera);
	}

	/** Whether a camera is one that was reported from here; it may come back late, when the map is elsewhere. */
	#isEcho(camera: Camera | null): boolean {
		const at = this.#reported.findIndex((reported) => sameCamera(reported, camera));
		if (at < 0) {
			this.#reported = [];
			return false;
		}
		this.#reported.splice(0, at + 1);
		return true;
	}

	/** To the view's camera, else to the selected site, else to all sites. */
	#goHome(animate: boolean, all = false): void {
		const { view, data } = this.#state;
		if (view.camera && !all) {
			this.#map.jumpTo(jump(view.camera));
			return;
		}
		if (view.selected && data?.sites.has(view.selected) && !all) {
			this.#goTo(view.selected, animate);
			return;
		}
		const sites = data?.numbered ?? [];
		const positions = around(sites.map(({ position }) => position));
		if (this.#isTight && sites.length > 0)
			this.#fit(
				joined([positions, ...sites.flatMap(({ box }) => (box ? [box] : []))]),
				animate,
				nearestBoxZoom
			);
		// Wider where sites lie beyond the region.
		else this.#fit(joined([homeBox, positions]), animate, maxZoom);
	}

	#goTo(id: string, animate: boolean): void {
		const { data } = this.#state;
		const site = data?.sites.get(id);
		if (!site) return;
		this.#isWhole = false;
		if (site.box) {
			this.#fit(joined([site.box, around([site.position])]), animate, nearestBoxZoom);
			return;
		}
		const others = data!.numbered.filter((other) => other !== site);
		const { width, height } = this.#clearSize;
		this.#map.easeTo({
			center: site.position,
			zoom: zoomTo(
				site,
				others.map(({ position }) => position),
				this.#map.getZoom(),
				Math.max(100, Math.min(width, height))
			),
			offset: this.#offset,
			...motion(animate)
		});
	}

	#fit(box: Box, animate: boolean, nearest: number, event = {}): void {
		// A canvas that is not on the page, as in print, has no room to fit anything into.
		if (this.#size.width === 0) return;
		// The canvas follows its container in the next frame only: until then it may be too small for the padding.
		const { clientWidth, clientHeight } = this.#map.getCanvas();
		if (clientWidth !== this.#size.width || clientHeight !== this.#size.height) this.#map.resize();
		const padding: Insets = paddingOf(this.#state.view.insets, this.#size, this.#isTight);
		this.#map.fitBounds(box, { padding, maxZoom: nearest, ...motion(animate) }, event);
	}

	get #size(): Size {
		const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
		return { width, height };
	}

	get #clearSize(): Size {
		return clearSize(this.#state.view.insets, this.#size);
	}

	get #offset(): [number, number] {
		return offsetOf(this.#state.view.insets);
	}

	/** The box of the clear part, less a margin in pixels. */
	#clearBox(margin: number): Box {
		const [upperLeft, lowerRight] = clearCorners(this.#state.view.insets, this.#size, margin);
		const [northWest, southEast] = [this.#map.unproject(upperLeft), this.#map.unproject(lowerRight)];
		return [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
	}
}

function limitsFor({ insets, overlays, draft }: View): Limits {
	const boxes = [...overlays.map(({ bounds }) => bounds), draft ? draftBox(draft) : null];
	return limitsOf(
		insets.bottom,
		boxes.flatMap((box) => (box ? [boxOnMap(box)] : []))
	);
}

function jump({ zoom, latitude, longitude }: Camera) {
	return { zoom, center: onMap([longitude, latitude]) };
}

/** How the map moves: at once for readers who prefer it so. */
function motion(animate = true): { animate: boolean; duration: number; essential: boolean } {
	const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
	return { animate: !still, duration: still ? 0 : 650, essential: true };
}
