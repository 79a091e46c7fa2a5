/**
 * A reader's own file as columns. Everything large is a typed array, so that a million rows are a few buffers:
 * they are handed from worker to worker and put into the browser's store as they are. Pure data, no methods.
 *
 * Degrees are WGS 84; days are whole days since 1970-01-01, UTC, both ends of a span included.
 */

/** Few distinct texts, as actors or kinds have them: each row has the number of one. Number 0 is always ''. */
export interface CodedColumn {
	kind: 'coded';
	name: string;
	codes: Uint8Array | Uint16Array | Uint32Array;
	values: string[];
}

/** Many distinct texts, as names or quotes have them: UTF-8, one after another; `ends[i]` is where row i ends. */
export interface TextColumn {
	kind: 'text';
	name: string;
	bytes: Uint8Array;
	ends: Uint32Array;
}

/**
 * Numbers; NaN where a row has none. They are what the texts of the file mean: the texts are had again as the shortest
 * form of each number, or where that differs by one of the two below.
 */
export interface NumberColumn {
	kind: 'number';
	name: string;
	values: Float64Array;
	/** How many decimals every text has, where all have as many and zeros at the end would else be lost. */
	decimals?: number;
	/** The texts of the rows, in order, whose text is not the shortest form: 170.10, 1e5. */
	written?: { rows: Uint32Array; texts: CodedColumn | TextColumn };
}

/** Dates: the first and the last day that one may mean. `noDay` in both where a row has none. */
export interface DateColumn {
	kind: 'date';
	name: string;
	from: Int32Array;
	to: Int32Array;
	/** The dates as the file writes them; null where all are plain ISO days, which say it as well. */
	written: CodedColumn | TextColumn | null;
}

export type Column = CodedColumn | TextColumn | NumberColumn | DateColumn;

/** Lines and areas, written and read by `shapes.ts`. */
export interface Shapes {
	/** The rows that have one, in order. */
	rows: Uint32Array;
	/** Of each of those rows, where its shape begins in `form` and in `positions`. */
	starts: Uint32Array;
	/** Of each shape its type and how many parts it has. */
	form: Uint32Array;
	/** Longitude and latitude of all points, one after another. */
	positions: Float64Array;
}

/** Ends of a date column that are open; both are `noDay` where there is no date. */
export const firstDay = -2147483647;
export const lastDay = 2147483647;

/** What a column stands for; the number of the column, or null where none does. */
export interface ColumnRoles {
	name: number | null;
	/** What rows are coloured and toggled by. */
	actor: number | null;
	date: number | null;
	source: number | null;
	quote: number | null;
}

export interface Table {
	/** All rows, placed or not. */
	rows: number;
	/** Degrees; NaN where a row could not be placed. A line or an area stands at a point on or in it. */
	longitude: Float64Array;
	latitude: Float64Array;
	/** How far from there a row may be, in metres; NaN where it says nothing. None where no row does. */
	radius?: Float32Array | null;
	columns: Column[];
	roles: ColumnRoles;
	/** Lines and areas. Points are in the arrays above alone. */
	shapes: Shapes;
	/** Where in the file a row stands: its line, or its number among the features; 1-based. */
	origin: Uint32Array;
}

/** A table in the browser's store. Shapes were geometries by row once; `tableOf` makes them as they are now. */
export type StoredTable = Omit<Table, 'shapes'> & {
	shapes: Shapes | Map<number, import('geojson').Geometry>;
};
