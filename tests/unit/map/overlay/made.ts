/** Made-up marks of overlays. */
import { noDay } from '../../../../src/lib/base/days';
import { emptyTile, type MarkTile } from '../../../../src/lib/base/markTile';
import type { PlacedTile, TilePlace } from '../../../../src/lib/map/overlay/marks/markTiles';
import type { OverlayLayer } from '../../../../src/lib/map/overlay/overlay';
import { overlayLayer } from '../fixtures';

/** An overlay of points of which all are shown. */
export const plain: OverlayLayer = {
	...overlayLayer,
	hasShapes: false,
	off: new Set(),
	window: null,
	selected: null
};

/** What differs in a mark from one of a single row without a date. */
export type GivenMark = Partial<Record<keyof MarkTile, number>>;

export function tileOf(...given: GivenMark[]): MarkTile {
	const tile = emptyTile(given.length);
	given.forEach((mark, at) => {
		const whole = { count: 1, from: noDay, to: noDay, fixed: 4, ...mark };
		for (const [name, value] of Object.entries(whole)) tile[name as keyof MarkTile][at] = value;
	});
	return tile;
}

/** Marks in a tile, that of the whole world where none is said. */
export const placed = (marks: MarkTile, place: Partial<TilePlace> = {}): PlacedTile => ({
	...{ zoom: 0, column: 0, row: 0, wrap: 0 },
	...place,
	marks
});
