/**
 * The marks of one tile of an overlay: for each row, or where there are too many for each value in a cell, one entry in
 * every list. They go from the worker that cuts them to the graphics card as they are.
 */

/** Units of a tile on each side. */
export const tileUnits = 4096;

/** What is drawn beside a mark's circle, as bits. */
export const markFlags = {
	/** Several rows stand at its place, and it says how many. */
	stack: 1,
	/** A mark of another value covers its middle. */
	under: 2
};

export interface MarkTile {
	/** Units of the tile, to the east and to the south of its corner. */
	x: Uint16Array;
	y: Uint16Array;
	/** Number of the row, or of the first of several. */
	row: Uint32Array;
	/** Code of the value that its rows are coloured by. */
	code: Uint32Array;
	/** How many rows it stands for. */
	count: Uint32Array;
	/** Their first and their last day since 1970-01-01, or `noDay`. */
	from: Int32Array;
	to: Int32Array;
	/** Its radius in pixels is `fixed + growing * 2 ** zoom`. */
	fixed: Float32Array;
	growing: Float32Array;
	/** Cells on the sides of the tile, of which it stands for one; 0 where it stands for rows at its own place. */
	across: Uint16Array;
	/** Of `markFlags`. */
	flags: Uint8Array;
}

/** A tile with room for so many marks, all of whose fields are 0. */
export const emptyTile = (marks: number): MarkTile => ({
	x: new Uint16Array(marks),
	y: new Uint16Array(marks),
	row: new Uint32Array(marks),
	code: new Uint32Array(marks),
	count: new Uint32Array(marks),
	from: new Int32Array(marks),
	to: new Int32Array(marks),
	fixed: new Float32Array(marks),
	growing: new Float32Array(marks),
	across: new Uint16Array(marks),
	flags: new Uint8Array(marks)
});
