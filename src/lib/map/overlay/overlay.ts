/** A reader's own data as the map draws it, and what a click on it finds. */
import type { Box } from '../box';

export interface OverlayLayer {
	/** Letters and digits. */
	id: string;
	/** A Mapbox vector tile as `src/lib/overlay/query/tiles.ts` describes it, not compressed; null where it is empty. */
	tile(zoom: number, column: number, row: number): Promise<Uint8Array<ArrayBuffer> | null>;
	/** The deepest zoom that there are tiles of, which are drawn larger from there on; without it `overlayMaxZoom`. */
	maxzoom?: number;
	/** Whether any tile has a line or an area. */
	hasShapes: boolean;
	/** Grows when tiles that were given are no longer right, as after a search: they are asked for again. */
	version: number;
	/** Rows that stand somewhere on the map. */
	rows: number;
	/** Whether the site publishes it; else it is the reader's own. */
	isPublished?: boolean;
	/** Degrees that hold them all; the map lets one go there, wherever on Earth it is. Null where there are none. */
	bounds: Box | null;
	/**
	 * By the code of the value that rows are told apart by: `#rrggbb`. A code without one is grey. The first dozen of
	 * them are turned off and on at once, the others after their tiles were laid out anew.
	 */
	colours: readonly (string | undefined)[];
	/** Codes that are turned off. */
	off: ReadonlySet<number>;
	/** Days since 1970-01-01, both included; rows without a date are in none. */
	window: { from: number; to: number } | null;
	/** A row that is chosen, or pointed at in a list: where it stands, in degrees. */
	selected: [longitude: number, latitude: number] | null;
}

/** What a click on a mark of a reader's own data found. */
export interface OverlayHit {
	/** Id of the layer. */
	layer: string;
	/** Number of the row, or of the first of several. */
	row: number;
	/** How many rows the mark stands for. */
	count: number;
	/** Degrees: the row's own place, or the middle of the cell that the mark stands for. */
	longitude: number;
	latitude: number;
	/** Side of that cell, in degrees of longitude; 0 for a single row. */
	degrees: number;
	/** Code of the value that the mark's rows have in common. */
	code: number;
}
