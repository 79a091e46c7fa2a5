/** From what lies under the pointer to a row of an overlay. Pure. */
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '$lib/base/mercator';
import type { OverlayHit, OverlayLayer } from './overlay';
import { outState } from './groups';
import { maxZoomOf } from './source';

/** A mark or a shape of a tile, as MapLibre finds it. */
export interface Found {
	id?: string | number;
	properties: Record<string, unknown>;
	/** What the map was told of it. */
	state: Record<string, unknown>;
	/** Where it is drawn, in degrees; of a shape where the pointer is. */
	position: [longitude: number, latitude: number];
}

/** The hit on a mark; null on one that is turned off or outside the window. */
export function hitOf(
	layer: OverlayLayer,
	{ id, properties, state, position }: Found,
	zoom: number
): OverlayHit | null {
	const code = Number(properties.actor ?? 0);
	if (id === undefined || layer.off.has(code) || state[outState] === true) return null;
	const count = Number(properties.count ?? 1);
	const across = Number(properties.across ?? 0);
	const hit = { layer: layer.id, row: Number(id), count, code };
	if (count === 1 || !across) return { ...hit, longitude: position[0], latitude: position[1], degrees: 0 };
	const cells = across * 2 ** Math.min(maxZoomOf(layer), Math.max(0, Math.floor(zoom)));
	const middle = (share: number) => (Math.floor(share * cells) + 0.5) / cells;
	return {
		...hit,
		longitude: longitudeAt(middle(mercatorX(position[0]))),
		latitude: latitudeAt(middle(mercatorY(position[1]))),
		degrees: 360 / cells
	};
}
