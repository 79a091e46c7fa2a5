/** From what lies under the pointer to a row of an overlay. Pure. */
import { noDay } from '$lib/base/days';
import { tileUnits } from '$lib/base/markTile';
import { latitudeAt, longitudeAt } from '$lib/base/mercator';
import type { OverlayHit, OverlayLayer } from './overlay';
import { outState } from './groups';
import type { PlacedTile } from './marks/markTiles';

/** A line or an area, as MapLibre finds it. */
export interface FoundShape {
	id?: string | number;
	properties: Record<string, unknown>;
	/** What the map was told of it. */
	state: Record<string, unknown>;
}

/** The hit on a line or an area at a place, in degrees; null on one that is turned off or outside the window. */
export function shapeHit(
	layer: OverlayLayer,
	{ id, properties, state }: FoundShape,
	[longitude, latitude]: readonly [number, number]
): OverlayHit | null {
	const code = Number(properties.actor ?? 0);
	if (id === undefined || layer.off.has(code) || state[outState] === true) return null;
	return { layer: layer.id, row: Number(id), count: 1, code, longitude, latitude, degrees: 0 };
}

/** Whether a mark is seen: neither turned off nor outside the window, as one without a date is of any. */
export function isSeen(
	{ off, window }: Pick<OverlayLayer, 'off' | 'window'>,
	{ code, from, to }: Pick<PlacedTile['marks'], 'code' | 'from' | 'to'>,
	at: number
): boolean {
	if (off.has(code[at]!)) return false;
	return !window || (from[at] !== noDay && from[at]! <= window.to && to[at]! >= window.from);
}

/** The hit on a mark of a tile: where its row stands, or the middle of the cell that its rows are in. */
export function markHit(
	layer: Pick<OverlayLayer, 'id'>,
	{ zoom, column, row, marks }: PlacedTile,
	at: number
): OverlayHit {
	const count = marks.count[at]!;
	const across = count > 1 ? marks.across[at]! : 0;
	const place = (tile: number, units: number) => {
		if (!across) return (tile + units / tileUnits) / 2 ** zoom;
		return (tile + (Math.floor((units / tileUnits) * across) + 0.5) / across) / 2 ** zoom;
	};
	return {
		layer: layer.id,
		row: marks.row[at]!,
		count,
		code: marks.code[at]!,
		longitude: longitudeAt(place(column, marks.x[at]!)),
		latitude: latitudeAt(place(row, marks.y[at]!)),
		degrees: across && 360 / across / 2 ** zoom
	};
}
