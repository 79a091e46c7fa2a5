/**
 * Hides the lines and areas outside an overlay's window by the state of its features: a filter would have MapLibre lay all
 * tiles out anew, which takes several frames, and the state is the next frame's.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import { outState } from './groups';
import type { OverlayLayer } from './overlay';
import { sourceOf } from './source';

const sourceLayer = 'shapes';

/** Whether a shape of a tile is outside a window; one without a date is outside any. */
export function isOutside(
	{ from, to }: Record<string, unknown>,
	window: NonNullable<OverlayLayer['window']>
): boolean {
	return typeof from !== 'number' || from > window.to || Number(to) < window.from;
}

export class OutOfWindow {
	#map: MapLibre;
	/** The features that are hidden, by source. */
	#hidden = new Map<string, Set<string | number>>();

	constructor(map: MapLibre) {
		this.#map = map;
	}

	/** Hides what is outside the overlay's window in the tiles that there are, and shows again what is not any more. */
	update(layer: OverlayLayer): void {
		const source = sourceOf(layer);
		if (!this.#map.getSource(source)) return;
		const before = this.#hidden.get(source);
		if (!layer.window && !before) return;
		const now = this.#outside(source, layer.window);
		for (const id of before ?? [])
			if (!now.has(id)) this.#map.setFeatureState({ source, sourceLayer, id }, { [outState]: false });
		for (const id of now)
			if (!before?.has(id)) this.#map.setFeatureState({ source, sourceLayer, id }, { [outState]: true });
		if (now.size > 0) this.#hidden.set(source, now);
		else this.#hidden.delete(source);
	}

	/** Shows all again. The style may have been built anew, and know of nothing that was hidden. */
	clear(): void {
		for (const source of this.#hidden.keys())
			if (this.#map.getSource(source)) this.#map.removeFeatureState({ source, sourceLayer });
		this.#hidden.clear();
	}

	#outside(source: string, window: OverlayLayer['window']): Set<string | number> {
		const outside = new Set<string | number>();
		if (!window) return outside;
		for (const { id, properties } of this.#map.querySourceFeatures(source, { sourceLayer, validate: false }))
			if (id !== undefined && isOutside(properties, window)) outside.add(id);
		return outside;
	}
}
