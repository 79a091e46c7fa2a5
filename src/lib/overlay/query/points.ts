/**
 * The marks of the map's tiles, made from the points of a table as tiles are asked for: the cost of a picture follows
 * the screen and not the file.
 */
import { noDay } from '../../base/days';
import type { CodedColumn, Table } from '../table';
import { tileUnits } from '../../base/markTile';
import { PointTree, worldX, worldY } from './pointTree';
import { crowdingOf, sizesOf } from './sizes';
import { looksOf, type Look } from './stacks';

/**
 * Cells of 32 px, in each of which an actor has one mark: a screen then has at most some 1,000 marks of each actor, however
 * many rows there are, and a toggle costs what it costs with 10,000 rows.
 */
const defaultAcross = 16;
const defaultMost = 2000;

export interface TileChoices {
	/** One byte for each row of the table: 0 leaves it out. */
	mask?: Uint8Array | null;
	/** A tile with more points than this is thinned; else it has all of them. */
	most?: number;
	/** Cells on each side of a tile that is thinned. */
	across?: number;
	/** Whether rows that stand at exactly one place have a mark each, in a tile that is not thinned. */
	isApart?: boolean;
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
	/** Number of a point in the tree where all of its rows stand; -1 where they stand at several places. */
	spot: number;
}

export interface TileMarks {
	marks: Mark[];
	/** Cells on each side of a tile that was thinned; null where each row, or all of a value at one place, has its own mark. */
	across: number | null;
	/** How each mark is drawn. */
	looks: Look[];
}

/** Of more values the marks of a cell are no smaller. */
const mostValues = 16;

/** Up to so many cells times actors, marks are looked up in an array; beyond, in a Map. */
const largestTable = 1 << 20;

export class Points {
	private readonly tree: PointTree;
	/** Rows that are placed, with their codes and days, in the order of the tree. */
	private readonly rows: Uint32Array;
	private readonly actors: CodedColumn['codes'];
	private readonly from: Int32Array;
	private readonly to: Int32Array;
	private readonly actorCount: number;
	/** How many values are there, up to so many as make marks smaller. */
	private readonly values: number;
	private readonly crowding: number;

	/** @param colour the coded column that rows are told apart by; that of the actors where none is given */
	constructor(table: Table, colour: CodedColumn | null = actorsOf(table)) {
		this.tree = new PointTree(table.longitude, table.latitude);
		this.rows = this.tree.rows;
		const count = this.rows.length;
		this.actors = (colour?.codes ?? new Uint8Array(count)).slice(0, count);
		if (colour)
			for (let index = 0; index < count; index++) this.actors[index] = colour.codes[this.rows[index]!]!;
		this.actorCount = colour?.values.length ?? 1;
		this.values = Math.max(1, Math.min(mostValues, new Set(this.actors).size));
		this.crowding = crowdingOf(this.tree.coords);
		const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
		this.from = new Int32Array(count).fill(noDay);
		this.to = new Int32Array(count).fill(noDay);
		if (dates?.kind !== 'date') return;
		for (let index = 0; index < count; index++) {
			this.from[index] = dates.from[this.rows[index]!]!;
			this.to[index] = dates.to[this.rows[index]!]!;
		}
	}

	/** How many rows are placed. */
	get size(): number {
		return this.rows.length;
	}

	/**
	 * The marks of a tile. Each point is in exactly one tile of a zoom, and in exactly one mark of it, so that the
	 * counts of all tiles add up to those of the table. A mark of several rows stands where one of them does, as if drawn
	 * by lot: marks in the middle of their cells, or side by side in them, would look like a grid that is not in the data.
	 */
	marks(zoom: number, column: number, row: number, choices: TileChoices = {}): TileMarks {
		const { mask = null, most = defaultMost, across = defaultAcross, isApart = false } = choices;
		const marks: Mark[] = [];
		const cell = tileUnits / across;
		// A tile has 512 pixels. The largest marks of a cell may lie a little over each other: such a cell is full.
		const room = (0.9 * (512 / across)) / Math.ceil(Math.sqrt(this.values));
		const sizeOf = sizesOf(this.crowding, this.size, zoom, this.values, room);
		const shown = this.inTile(zoom, column, row, mask);
		const coords = this.tree.coords;
		const scale = 2 ** zoom;
		const keyOf = ({ spot }: Mark) => placeKey(coords[2 * spot]!, coords[2 * spot + 1]!);
		if (shown.length <= most) {
			const known = new Map<number, Mark[]>();
			for (const index of shown) {
				const [shareX, shareY] = [coords[2 * index]!, coords[2 * index + 1]!];
				const key = placeKey(shareX, shareY);
				const there = known.get(key);
				const actor = this.actors[index]!;
				const same = (isApart ? undefined : there)?.find(
					(mark) =>
						mark.actor === actor && coords[2 * mark.spot] === shareX && coords[2 * mark.spot + 1] === shareY
				);
				if (same) {
					this.join(same, index);
					continue;
				}
				const mark = this.mark(index, unitsOf(shareX, scale, column), unitsOf(shareY, scale, row));
				marks.push(mark);
				if (there) there.push(mark);
				else known.set(key, [mark]);
			}
			return { marks, across: null, looks: looksOf(marks, sizeOf, keyOf) };
		}
		const leasts: number[] = [];
		const numbers = numbersByKey(across * across * this.actorCount);
		for (const index of shown) {
			const x = unitsOf(coords[2 * index]!, scale, column);
			const y = unitsOf(coords[2 * index + 1]!, scale, row);
			const [cellX, cellY] = [Math.floor(x / cell), Math.floor(y / cell)];
			const actor = this.actors[index]!;
			const key = (actor * across + cellY) * across + cellX;
			const number = numbers.get(key);
			if (number === 0) {
				numbers.set(key, marks.push(this.mark(index, x, y)));
				leasts.push(scattered(this.rows[index]!));
				continue;
			}
			const mark = marks[number - 1]!;
			if (scattered(this.rows[index]!) < leasts[number - 1]!) {
				leasts[number - 1] = scattered(this.rows[index]!);
				[mark.x, mark.y] = [x, y];
			}
			this.join(mark, index);
		}
		return { marks, across, looks: looksOf(marks, sizeOf, keyOf) };
	}

	/** Rows within a radius of a place, in degrees of longitude there; row numbers in order. */
	near(longitude: number, latitude: number, degrees: number, mask: Uint8Array | null = null): Uint32Array {
		const [x, y, radius] = [worldX(longitude), worldY(latitude), degrees / 360];
		const { coords } = this.tree;
		const found: number[] = [];
		this.tree.visit(x - radius, y - radius, x + radius, y + radius, (index) => {
			const distance = Math.hypot(coords[2 * index]! - x, coords[2 * index + 1]! - y);
			const row = this.rows[index]!;
			if (distance <= radius && (!mask || mask[row])) found.push(row);
		});
		return Uint32Array.from(found).sort();
	}

	/**
	 * Rows that a mark of several stands for: those of the value of a row, in the cell that the row is in, in order.
	 * @param degrees side of the cell, in degrees of longitude
	 */
	inCell(row: number, degrees: number, mask: Uint8Array | null = null): Uint32Array {
		const at = this.rows.indexOf(row);
		if (at < 0) return new Uint32Array(0);
		const { coords } = this.tree;
		const scale = 2 ** Math.round(Math.log2(360 / degrees / defaultAcross));
		const [x, y] = [coords[2 * at]!, coords[2 * at + 1]!];
		const [column, line] = [Math.floor(x * scale), Math.floor(y * scale)];
		// `marks` finds the cell of a point from whole units of its tile: the same rounding is needed here.
		const cellIn = (share: number, start: number) =>
			Math.floor(unitsOf(share, scale, start) / (tileUnits / defaultAcross));
		const [cellX, cellY] = [cellIn(x, column), cellIn(y, line)];
		const side = (1 / defaultAcross + 1 / tileUnits) / scale;
		const found: number[] = [];
		this.tree.visit(x - side, y - side, x + side, y + side, (index) => {
			const other = this.rows[index]!;
			if (this.actors[index] !== this.actors[at] || (mask && !mask[other])) return;
			const [otherX, otherY] = [coords[2 * index]!, coords[2 * index + 1]!];
			if (Math.floor(otherX * scale) !== column || Math.floor(otherY * scale) !== line) return;
			if (cellIn(otherX, column) === cellX && cellIn(otherY, line) === cellY) found.push(other);
		});
		return Uint32Array.from(found).sort();
	}

	/** The points in a tile by their number in the tree; its left and upper edge are in it, the others are not. */
	private inTile(zoom: number, column: number, row: number, mask: Uint8Array | null): Uint32Array {
		const size = 2 ** -zoom;
		const { rows } = this;
		let found = new Uint32Array(1024);
		let count = 0;
		this.tree.visit(column * size, row * size, (column + 1) * size, (row + 1) * size, (index) => {
			if (mask && !mask[rows[index]!]) return;
			if (count === found.length) {
				const longer = new Uint32Array(count * 4);
				longer.set(found);
				found = longer;
			}
			found[count++] = index;
		});
		return found.subarray(0, count);
	}

	private mark(index: number, x: number, y: number): Mark {
		const from = this.from[index]!;
		return {
			x,
			y,
			row: this.rows[index]!,
			actor: this.actors[index]!,
			count: 1,
			from,
			to: this.to[index]!,
			undated: from === noDay ? 1 : 0,
			spot: index
		};
	}

	private join(mark: Mark, index: number): void {
		mark.count++;
		const { coords } = this.tree;
		const { spot } = mark;
		const isThere =
			spot >= 0 && coords[2 * spot] === coords[2 * index] && coords[2 * spot + 1] === coords[2 * index + 1];
		if (!isThere) mark.spot = -1;
		const row = this.rows[index]!;
		if (row < mark.row) mark.row = row;
		const from = this.from[index]!;
		const to = this.to[index]!;
		if (from === noDay) mark.undated++;
		else if (mark.from === noDay) [mark.from, mark.to] = [from, to];
		else {
			if (from < mark.from) mark.from = from;
			if (to > mark.to) mark.to = to;
		}
	}
}

/** Where in a tile a share of the world is, in whole units; `tile` is the number of the tile, of `tiles` in a line. */
function unitsOf(share: number, tiles: number, tile: number): number {
	return Math.min(tileUnits - 1, Math.floor((share * tiles - tile) * tileUnits));
}

/** A number for each row, as if drawn by lot (Knuth's multiplicative hash). */
const scattered = (row: number): number => Math.imul(row + 1, 2654435761) >>> 0;

/** A number that few places share. */
const placeKey = (x: number, y: number) => x + y * 7919;

/** Numbers by key, 0 where there is none. */
function numbersByKey(keys: number): {
	get: (key: number) => number;
	set: (key: number, number: number) => void;
} {
	if (keys <= largestTable) {
		const table = new Uint32Array(keys);
		return { get: (key) => table[key]!, set: (key, number) => (table[key] = number) };
	}
	const map = new Map<number, number>();
	return { get: (key) => map.get(key) ?? 0, set: (key, number) => map.set(key, number) };
}

/** The column of actors as codes, or null where there is none. */
export function actorsOf(table: Table): CodedColumn | null {
	const column = table.roles.actor === null ? undefined : table.columns[table.roles.actor];
	return column?.kind === 'coded' ? column : null;
}
