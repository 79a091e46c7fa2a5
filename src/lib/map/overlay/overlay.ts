/** An overlay, which is a reader's file or a published archive, as the map draws it, and what a click on it finds. */
import type { MarkTile } from '$lib/base/markTile';
import type { Box } from '../box';

export interface OverlayLayer {
	/** Letters and digits. */
	id: string;
	/** As people call it, as short as a sentence needs it, with what nobody sees written out. */
	name: string;
	/** The marks of a tile; null where there are none. */
	marks(zoom: number, column: number, row: number): Promise<MarkTile | null>;
	/**
	 * A Mapbox vector tile, not compressed, whose layer `shapes` has the lines and areas; null where there are none. It is
	 * asked for only where `hasShapes`.
	 */
	shapes(zoom: number, column: number, row: number): Promise<Uint8Array<ArrayBuffer> | null>;
	/** The deepest zoom that has tiles; nearer, they are drawn larger. Without it `overlayMaxZoom`. */
	maxzoom?: number;
	/** Whether any tile has a line or an area. */
	hasShapes: boolean;
	/** Grows when tiles have to be asked for again, as after a search. */
	version: number;
	/** How many rows have a position. */
	rows: number;
	/** Whether the site publishes it; else it is a reader's file. */
	isPublished?: boolean;
	/** The box of all rows, which the map may be moved to, wherever on Earth it is. Null where there are none. */
	bounds: Box | null;
	/**
	 * Colours `#rrggbb` by the code of the value that rows are coloured by; a code without one is grey. All are turned off and
	 * on in the next frame; of lines and areas the first twelve, all others once their tiles are laid out anew (`groups.ts`).
	 */
	colours: readonly (string | undefined)[];
	/** Codes that are turned off. */
	off: ReadonlySet<number>;
	/** Days since 1970-01-01, both included; rows without a date are in none. */
	window: { from: number; to: number } | null;
	/** Whose data it is, as a picture of the map says it; '' where nobody has said it. */
	credit?: string;
	/** The row that is open in the panel, or pointed at in a list. */
	selected: {
		/** Degrees. */
		at: [longitude: number, latitude: number];
		/** How far from there it may be, in metres; null where the file does not say. */
		radius: number | null;
	} | null;
}

/** What a click on a mark of an overlay found. */
export interface OverlayHit {
	/** Id of the overlay. */
	layer: string;
	/** Number of the row, or of the first of several. */
	row: number;
	/** How many rows the mark stands for. */
	count: number;
	/** Degrees: the row's position, or the middle of the cell that the mark stands for. */
	longitude: number;
	latitude: number;
	/** Side of that cell, in degrees of longitude; 0 for a single row. */
	degrees: number;
	/** Code of the value that all rows of the mark share. */
	code: number;
}
