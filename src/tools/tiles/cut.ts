/** Every tile of a table, from the whole Earth down to where nothing needs to be thinned any more. */
import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import type { Tiles } from '../../lib/overlay/query/tiles';

/**
 * Deeper than this no tile is cut, and deeper than the first only where there are too many points for one. A place in a
 * tile of zoom 12 is right to 2.4 m at the equator, of zoom 14 to 0.6 m: what a map magnifies is not drawn elsewhere.
 */
export const zooms = { least: 12, most: 14 };

export interface CutTile {
	zoom: number;
	column: number;
	row: number;
	/** A Mapbox vector tile, not compressed. */
	bytes: Uint8Array;
	/** Whether there are shapes alone in it: inside an area many tiles are the same. */
	isOnlyShapes: boolean;
}

/** What is known once all tiles are cut. */
export interface Cut {
	/** Whether in the deepest tiles each row has a mark of its own. */
	isComplete: boolean;
}

/** The deepest zoom that the tiles below are cut for. */
export function depthOf(tiles: Tiles, range = zooms): number {
	if (range.least === range.most) return range.most;
	let deepest = 0;
	for (const { zoom } of tilesOf(tiles, range)) deepest = zoom;
	return deepest;
}

/** The tiles with something in them, in the order of their ids in PMTiles; from zoom `least` on with the columns that are kept. */
export function* tilesOf(
	tiles: Tiles,
	{ least, most }: { least: number; most: number } = zooms
): Generator<CutTile, Cut> {
	let ids = [0];
	for (let zoom = 0; ; zoom++) {
		const below: number[] = [];
		let marks = 0;
		for (const id of ids) {
			const [, column, row] = tileIdToZxy(id);
			const cut = tiles.cut(zoom, column, row, { isKept: zoom >= least, isApart: true });
			if (cut.bytes) yield { zoom, column, row, bytes: cut.bytes, isOnlyShapes: cut.marks === 0 };
			marks += cut.marks;
			if (!cut.goesOn) continue;
			// The Hilbert curve passes through all four parts of a tile before it goes on to the next.
			const first = zxyToTileId(zoom + 1, 0, 0) + 4 * (id - zxyToTileId(zoom, 0, 0));
			for (let part = 0; part < 4; part++) below.push(first + part);
		}
		const isComplete = marks === tiles.points.size;
		if (zoom >= most || (zoom >= least && isComplete)) return { isComplete };
		ids = below;
	}
}
