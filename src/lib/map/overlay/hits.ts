/** From what lies under the pointer to a row of a reader's own data. Pure. */
import type { OverlayHit, OverlayLayer } from './overlay';
import { maxZoomOf } from './source';

/** A mark or a shape of a tile, as MapLibre finds it. */
export interface Found {
	id?: string | number;
	properties: Record<string, unknown>;
	/** Where it is drawn, in degrees; of a shape where the pointer is. */
	position: [longitude: number, latitude: number];
}

/** The hit on a mark; null on one that is turned off. */
export function hitOf(
	layer: OverlayLayer,
	{ id, properties, position }: Found,
	zoom: number
): OverlayHit | null {
	const code = Number(properties.actor ?? 0);
	if (id === undefined || layer.off.has(code)) return null;
	const count = Number(properties.count ?? 1);
	const across = Number(properties.across ?? 0);
	const hit = { layer: layer.id, row: Number(id), count, code };
	if (count === 1 || !across) return { ...hit, longitude: position[0], latitude: position[1], degrees: 0 };
	const cells = across * 2 ** Math.min(maxZoomOf(layer), Math.max(0, Math.floor(zoom)));
	const middle = (share: number) => (Math.floor(share * cells) + 0.5) / cells;
	return {
		...hit,
		longitude: longitudeOf(middle(position[0] / 360 + 0.5)),
		latitude: latitudeOf(middle(shareOf(position[1]))),
		degrees: 360 / cells
	};
}

/** Web Mercator: 0 at the north, 1 at the south. */
function shareOf(latitude: number): number {
	const sine = Math.sin((latitude * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

const longitudeOf = (share: number) => (share - 0.5) * 360;
const latitudeOf = (share: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * share))) * 180) / Math.PI;
