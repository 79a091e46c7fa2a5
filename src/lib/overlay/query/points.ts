/**
 * The points of a table, found by their place: a k-d tree over Web Mercator, from which the tiles of the map are cut
 * as they are asked for, so that the cost of a picture follows the screen and not the file.
 */
import { mercatorX, mercatorY } from '../../base/mercator';
import KDBush from 'kdbush';
import { noDay, type CodedColumn, type Table } from '../table';
import { crowdingOf, sizesOf, type Size } from './sizes';

/** Units of a tile on each side, as in the Mapbox Vector Tile specification. */
export const extent = 4096;

/**
 * Cells of 32 px, in which each actor's mark has a place of its own: a screen then has at most some 1,000 marks of each
 * actor, however many rows there are, and a toggle costs what it costs with 10,000 rows.
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

export interface TileMarks {
	marks: Mark[];
	/** Cells on each side of a tile that was thinned; null where each row has its own mark. */
	across: number | null;
	/** How large a mark of so many rows is. */
	sizeOf: (count: number) => Size;
}

/** A mark of no more rows than these stands where one of them does: a grid of such would only look tidy. */
const fewTogether = 3;

/** With as many cells, those of each actor apart, a tile has a table of them; with more, a map. */
const largestTable = 1 << 20;

export class Points {
	private readonly tree: KDBush | null;
	/** Rows that are placed, with their codes and days, in the order of the tree: neighbours lie side by side. */
	private readonly rows: Uint32Array;
	private readonly actors: CodedColumn['codes'];
	private readonly from: Int32Array;
	private readonly to: Int32Array;
	private readonly actorCount: number;
	private readonly places: Places;
	private readonly crowding: number;

	/** @param colour the coded column that rows are told apart by; that of the actors where none is given */
	constructor(table: Table, colour: CodedColumn | null = actorsOf(table)) {
		const { longitude, latitude } = table;
		const placed = new Uint32Array(table.rows);
		let count = 0;
		for (let row = 0; row < table.rows; row++) if (!Number.isNaN(longitude[row])) placed[count++] = row;
		this.tree = count > 0 ? new KDBush(count, 64, Float64Array) : null;
		for (let index = 0; index < count; index++) {
			const row = placed[index]!;
			this.tree!.add(tileX(longitude[row]!), tileY(latitude[row]!));
		}
		this.tree?.finish();
		const { ids } = this.tree ?? { ids: new Uint32Array(0) };
		this.rows = Uint32Array.from(ids, (id) => placed[id]!);
		this.actors = (colour?.codes ?? new Uint8Array(count)).slice(0, count);
		if (colour)
			for (let index = 0; index < count; index++) this.actors[index] = colour.codes[this.rows[index]!]!;
		this.actorCount = colour?.values.length ?? 1;
		this.places = placesOf(this.actors, this.actorCount);
		this.crowding = crowdingOf(this.tree?.coords ?? []);
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
	 * counts of all tiles add up to those of the table. The mark of one row, or a few, stands where the first of them
	 * does, that of more in its actor's place within the cell.
	 */
	marks(zoom: number, column: number, row: number, choices: TileChoices = {}): TileMarks {
		const { mask = null, most = defaultMost, across = defaultAcross } = choices;
		const marks: Mark[] = [];
		const cell = extent / across;
		// A tile has 512 pixels.
		const room = this.places.room * (512 / across);
		const sizeOf = sizesOf(this.crowding, this.size, zoom, this.places.shares.length / 2, room);
		if (!this.tree) return { marks, across: null, sizeOf };
		const shown = this.inTile(zoom, column, row, mask);
		const coords = this.tree.coords;
		const scale = 2 ** zoom;
		if (shown.length <= most) {
			for (const index of shown) {
				const x = unitsOf(coords[2 * index]!, scale, column);
				const y = unitsOf(coords[2 * index + 1]!, scale, row);
				marks.push(this.mark(index, x, y));
			}
			return { marks, across: null, sizeOf };
		}
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
				continue;
			}
			const mark = marks[number - 1]!;
			if (mark.count === fewTogether) {
				const place = 2 * this.places.byActor[actor]!;
				mark.x = Math.floor((cellX + this.places.shares[place]!) * cell);
				mark.y = Math.floor((cellY + this.places.shares[place + 1]!) * cell);
			}
			this.join(mark, index);
		}
		return { marks, across, sizeOf };
	}

	/** Rows within a radius of a place, in degrees of longitude there; row numbers in order. */
	near(longitude: number, latitude: number, degrees: number, mask: Uint8Array | null = null): Uint32Array {
		if (!this.tree) return new Uint32Array(0);
		const [x, y, radius] = [tileX(longitude), tileY(latitude), degrees / 360];
		const { coords } = this.tree;
		const found: number[] = [];
		this.visit(x - radius, y - radius, x + radius, y + radius, (index) => {
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
		const { coords } = this.tree!;
		const scale = 2 ** Math.round(Math.log2(360 / degrees / defaultAcross));
		const [x, y] = [coords[2 * at]!, coords[2 * at + 1]!];
		const [column, line] = [Math.floor(x * scale), Math.floor(y * scale)];
		// The cells of a tile are of whole units: which one a point is in is asked in the same way as there.
		const cellIn = (share: number, start: number) =>
			Math.floor(unitsOf(share, scale, start) / (extent / defaultAcross));
		const [cellX, cellY] = [cellIn(x, column), cellIn(y, line)];
		const side = (1 / defaultAcross + 1 / extent) / scale;
		const found: number[] = [];
		this.visit(x - side, y - side, x + side, y + side, (index) => {
			const other = this.rows[index]!;
			if (this.actors[index] !== this.actors[at] || (mask && !mask[other])) return;
			const [otherX, otherY] = [coords[2 * index]!, coords[2 * index + 1]!];
			if (Math.floor(otherX * scale) !== column || Math.floor(otherY * scale) !== line) return;
			if (cellIn(otherX, column) === cellX && cellIn(otherY, line) === cellY) found.push(other);
		});
		return Uint32Array.from(found).sort();
	}

	/** The numbers of the points in a tile; its left and upper edge are in it, the others are not. */
	private inTile(zoom: number, column: number, row: number, mask: Uint8Array | null): Uint32Array {
		const size = 2 ** -zoom;
		const { rows } = this;
		let found = new Uint32Array(1024);
		let count = 0;
		this.visit(column * size, row * size, (column + 1) * size, (row + 1) * size, (index) => {
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

	/**
	 * Visits the points of a box, its left and upper edge with it and the others without, in the order of the tree, as
	 * KDBush's own `range` does; that makes a list of the numbers that the points once had, which lie apart.
	 */
	private visit(
		left: number,
		top: number,
		right: number,
		bottom: number,
		visit: (index: number) => void
	): void {
		const { coords, nodeSize } = this.tree!;
		const test = (index: number) => {
			const x = coords[2 * index]!;
			const y = coords[2 * index + 1]!;
			if (x >= left && x < right && y >= top && y < bottom) visit(index);
		};
		const walk = (start: number, end: number, isX: boolean): void => {
			if (end - start <= nodeSize) {
				for (let index = start; index <= end; index++) test(index);
				return;
			}
			const middle = (start + end) >> 1;
			const at = coords[2 * middle + (isX ? 0 : 1)]!;
			if ((isX ? left : top) <= at) walk(start, middle - 1, !isX);
			test(middle);
			if ((isX ? right : bottom) >= at) walk(middle + 1, end, !isX);
		};
		walk(0, this.rows.length - 1, true);
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
			undated: from === noDay ? 1 : 0
		};
	}

	private join(mark: Mark, index: number): void {
		mark.count++;
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

/** Where in a cell the marks of the actors stand: x and y of each place one after another, as shares of the cell. */
interface Places {
	byActor: Uint8Array;
	shares: Float64Array;
	/** Radius of a circle about each place that meets no other, as a share of the cell. */
	room: number;
}

/** More places than this would be too small to see: then several actors have one. */
const mostPlaces = 16;

/** Gives the actors that have rows a place each, in rows of about as many: seven stand as two, three and two. */
function placesOf(actors: CodedColumn['codes'], actorCount: number): Places {
	const isThere = new Uint8Array(actorCount);
	for (let index = 0; index < actors.length; index++) isThere[actors[index]!] = 1;
	const byActor = new Uint8Array(actorCount);
	let there = 0;
	for (let actor = 0; actor < actorCount; actor++) if (isThere[actor]) byActor[actor] = there++ % mostPlaces;
	const count = Math.max(1, Math.min(there, mostPlaces));
	const lines = Math.round(Math.sqrt(count));
	const shares = new Float64Array(2 * count);
	let most = lines;
	for (let line = 0, place = 0; line < lines; line++) {
		const start = place;
		const end = Math.round(((line + 1) * count) / lines);
		most = Math.max(most, end - start);
		for (; place < end; place++) {
			shares[2 * place] = (place - start + 0.5) / (end - start);
			shares[2 * place + 1] = (line + 0.5) / lines;
		}
	}
	return { byActor, shares, room: 0.5 / most };
}

/** Where in a tile a share of the world is, in whole units, where the tile is the one of that number of so many. */
function unitsOf(share: number, tiles: number, tile: number): number {
	return Math.min(extent - 1, Math.floor((share * tiles - tile) * extent));
}

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

/** Less than 1, so that the easternmost and southernmost points are in the last tile and not beyond it. */
const belowOne = 1 - 2 ** -40;

function tileX(longitude: number): number {
	return Math.min(Math.max(mercatorX(longitude), 0), belowOne);
}

function tileY(latitude: number): number {
	return Math.min(Math.max(mercatorY(latitude), 0), belowOne);
}
