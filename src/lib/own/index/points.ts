/**
 * The points of a table, found by their place: a k-d tree over Web Mercator, from which the tiles of the map are cut
 * as they are asked for, so that the cost of a picture follows the screen and not the file.
 */
import KDBush from 'kdbush';
import { noDay, type CodedColumn, type DateColumn, type Table } from '../table';

/** Units of a tile on each side, as in the Mapbox Vector Tile specification. */
export const extent = 4096;

export interface TileChoices {
	/** One byte for each row of the table: 0 leaves it out. */
	mask?: Uint8Array | null;
	/** A tile with more points than this is thinned. */
	most?: number;
	/** Side of the cells that a tile is thinned by, in units of the tile: 64 are 8 px of its 512. */
	cell?: number;
}

/** What stands for one row, or for all rows of one actor in one cell. */
export interface Mark {
	/** Units of the tile, from its upper left corner. */
	x: number;
	y: number;
	/** Number of a row: the only one, or the first of several. */
	row: number;
	/** Code in the column that rows are told apart by; 0 where there is none. */
	actor: number;
	count: number;
	/** First and last day of all; `noDay` where none has a date. */
	from: number;
	to: number;
	/** How many of the rows have no date. */
	undated: number;
}

export class Points {
	/** Rows that are placed, by the number that the tree has for each. */
	private readonly rows: Uint32Array;
	/** Web Mercator, from 0 to 1, by the same numbers. */
	private readonly x: Float64Array;
	private readonly y: Float64Array;
	private readonly tree: KDBush | null;
	private readonly actors: CodedColumn['codes'] | null;
	private readonly dates: DateColumn | null;

	/** @param colour the coded column that rows are told apart by; that of the actors where none is given */
	constructor(table: Table, colour: CodedColumn | null = actorsOf(table)) {
		this.actors = colour?.codes ?? null;
		const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
		this.dates = dates?.kind === 'date' ? dates : null;
		const { longitude, latitude } = table;
		const rows = new Uint32Array(table.rows);
		let count = 0;
		for (let row = 0; row < table.rows; row++) if (!Number.isNaN(longitude[row])) rows[count++] = row;
		this.rows = rows.slice(0, count);
		this.x = new Float64Array(count);
		this.y = new Float64Array(count);
		this.tree = count > 0 ? new KDBush(count, 64, Float64Array) : null;
		for (let index = 0; index < count; index++) {
			const row = rows[index]!;
			this.x[index] = mercatorX(longitude[row]!);
			this.y[index] = mercatorY(latitude[row]!);
			this.tree!.add(this.x[index]!, this.y[index]!);
		}
		this.tree?.finish();
	}

	/** How many rows are placed. */
	get size(): number {
		return this.rows.length;
	}

	/**
	 * The marks of a tile. Each point is in exactly one tile of a zoom, and in exactly one mark of it, so that the
	 * counts of all tiles add up to those of the table.
	 */
	marks(
		zoom: number,
		column: number,
		row: number,
		{ mask = null, most = 4000, cell = 64 }: TileChoices = {}
	): Mark[] {
		const shown = this.inTile(zoom, column, row, mask);
		const scale = 2 ** zoom;
		const unitsOf = (share: number, start: number) =>
			Math.min(extent - 1, Math.floor((share * scale - start) * extent));
		if (shown.length <= most) {
			return shown.map((index) =>
				this.mark(index, unitsOf(this.x[index]!, column), unitsOf(this.y[index]!, row))
			);
		}
		const marks = new Map<number, Mark>();
		const across = Math.ceil(extent / cell);
		for (const index of shown) {
			const [x, y] = [unitsOf(this.x[index]!, column), unitsOf(this.y[index]!, row)];
			const actor = this.actors ? this.actors[this.rows[index]!]! : 0;
			const key = (actor * across + Math.floor(y / cell)) * across + Math.floor(x / cell);
			const mark = marks.get(key);
			if (mark) this.join(mark, this.rows[index]!);
			else marks.set(key, this.mark(index, x, y));
		}
		return [...marks.values()];
	}

	/** Rows within a radius of a place, in degrees of longitude there; row numbers in order. */
	near(longitude: number, latitude: number, degrees: number, mask: Uint8Array | null = null): Uint32Array {
		const found = this.tree?.within(mercatorX(longitude), mercatorY(latitude), degrees / 360) ?? [];
		const rows = found.map((index) => this.rows[index]!);
		return Uint32Array.from(mask ? rows.filter((row) => mask[row]) : rows).sort();
	}

	/** The numbers of the points in a tile; its left and upper edge are in it, the others are not. */
	private inTile(zoom: number, column: number, row: number, mask: Uint8Array | null): number[] {
		const size = 2 ** -zoom;
		const found = this.tree?.range(column * size, row * size, (column + 1) * size, (row + 1) * size) ?? [];
		const scale = 2 ** zoom;
		return found.filter(
			(index) =>
				Math.floor(this.x[index]! * scale) === column &&
				Math.floor(this.y[index]! * scale) === row &&
				(!mask || mask[this.rows[index]!])
		);
	}

	private mark(index: number, x: number, y: number): Mark {
		const row = this.rows[index]!;
		const from = this.dates ? this.dates.from[row]! : noDay;
		const to = this.dates ? this.dates.to[row]! : noDay;
		const actor = this.actors ? this.actors[row]! : 0;
		return { x, y, row, actor, count: 1, from, to, undated: from === noDay ? 1 : 0 };
	}

	private join(mark: Mark, row: number): void {
		mark.count++;
		mark.row = Math.min(mark.row, row);
		const from = this.dates ? this.dates.from[row]! : noDay;
		if (from === noDay) {
			mark.undated++;
			return;
		}
		const to = this.dates!.to[row]!;
		if (mark.from === noDay) [mark.from, mark.to] = [from, to];
		else [mark.from, mark.to] = [Math.min(mark.from, from), Math.max(mark.to, to)];
	}
}

/** The column of actors as codes, or null where there is none. */
export function actorsOf(table: Table): CodedColumn | null {
	const column = table.roles.actor === null ? undefined : table.columns[table.roles.actor];
	return column?.kind === 'coded' ? column : null;
}

/** Less than 1, so that the easternmost and southernmost points are in the last tile and not beyond it. */
const belowOne = 1 - 2 ** -40;

function mercatorX(longitude: number): number {
	return Math.min(Math.max(longitude / 360 + 0.5, 0), belowOne);
}

function mercatorY(latitude: number): number {
	const sine = Math.sin((latitude * Math.PI) / 180);
	const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
	return Math.min(Math.max(y, 0), belowOne);
}
