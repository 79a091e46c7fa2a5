/**
 * The marks of several tiles as one list of numbers for the graphics card, which draws them in its order: values without
 * a colour of their own lie lowest. Beside it the glyphs of the numbers that marks have. Each is a square of four corners
 * with the same numbers: squares as instances of one would be drawn much more slowly, since they are small. Pure.
 */
import { noDay } from '$lib/base/days';
import { markFlags, tileUnits } from '$lib/base/markTile';
import { colouredCodes } from '../groups';
import type { OverlayLayer } from '../overlay';
import type { PlacedTile } from './markTiles';

/** Numbers of each corner of a mark: x, y, fixed and growing part of its radius, first day, last day, code. */
export const markNumbers = 7;
/** Numbers of each glyph: as above of its height, how far right of the middle it is in parts of that, its place among `glyphs`. */
export const glyphNumbers = 9;

export const corners = 4;

/** What numbers are written with. */
export const glyphs = '0123456789k';

export interface Vertices {
	/** The tiles are of this zoom, and x and y are counted in their units from this tile's corner. */
	zoom: number;
	column: number;
	row: number;
	marks: Float32Array<ArrayBuffer>;
	glyphs: Float32Array<ArrayBuffer>;
}

/** Days that no window reaches: of a mark without a date. */
const never = { from: 3e38, to: -3e38 };

/** From which count on a mark says it, though its rows stand at several places. */
const leastCount = 10;

/**
 * @param advances how wide each of `glyphs` is, in parts of its height
 */
export function verticesOf(
	tiles: readonly PlacedTile[],
	colours: OverlayLayer['colours'],
	advances: readonly number[]
): Vertices {
	const [zoom, column, row] = cornerOf(tiles);
	const rankOf = ranksOf(colours);
	const ranks = Math.max(1, ...rankOf.values()) + 1;
	const all = tiles.reduce((sum, { marks }) => sum + marks.x.length, 0);
	// Counted first and then put in their places: the lowest first, and those of a rank as they come.
	const starts = new Uint32Array(ranks + 1);
	const rankAt = ({ code }: PlacedTile['marks'], at: number) => rankOf.get(code[at]!) ?? 0;
	for (const { marks } of tiles) for (let at = 0; at < marks.x.length; at++) starts[rankAt(marks, at) + 1]!++;
	for (let rank = 1; rank <= ranks; rank++) starts[rank]! += starts[rank - 1]!;
	const list = new Float32Array(all * corners * markNumbers);
	const written: number[] = [];
	for (const tile of tiles) {
		const { marks } = tile;
		const right = (tile.column + tile.wrap * 2 ** zoom - column) * tileUnits;
		const down = (tile.row - row) * tileUnits;
		for (let at = 0; at < marks.x.length; at++) {
			const isUndated = marks.from[at] === noDay;
			const mark = [
				right + marks.x[at]!,
				down + marks.y[at]!,
				marks.fixed[at]!,
				marks.growing[at]!,
				isUndated ? never.from : marks.from[at]!,
				isUndated ? never.to : marks.to[at]!,
				marks.code[at]!
			] as const;
			const start = starts[rankAt(marks, at)]!++ * corners;
			for (let corner = 0; corner < corners; corner++) list.set(mark, (start + corner) * markNumbers);
			if (hasNumber(marks.count[at]!, marks.flags[at]!)) write(written, mark, marks.count[at]!, advances);
		}
	}
	return { zoom, column, row, marks: list, glyphs: Float32Array.from(written) };
}

function cornerOf(tiles: readonly PlacedTile[]): [zoom: number, column: number, row: number] {
	if (tiles.length === 0) return [0, 0, 0];
	const { zoom } = tiles[0]!;
	return [
		zoom,
		Math.min(...tiles.map(({ column, wrap }) => column + wrap * 2 ** zoom)),
		Math.min(...tiles.map(({ row }) => row))
	];
}

/** How high the marks of a code lie; at 0 without an entry. */
function ranksOf(colours: OverlayLayer['colours']): Map<number, number> {
	return new Map(colouredCodes(colours).map(({ code }, index) => [code, index + 1]));
}

function hasNumber(count: number, flags: number): boolean {
	if (flags & markFlags.under) return false;
	return count >= leastCount || (flags & markFlags.stack) !== 0;
}

/** The number of rows as a text; from 10,000 on in thousands. */
export const numberOf = (count: number): string =>
	count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;

/** The height of that text as a part of the mark's radius: the more glyphs, the lower. */
const heightOf = (length: number): number => [1.1, 1.1, 1.1, 0.9, 0.72, 0.6][length] ?? 0.6;

function write(
	list: number[],
	[x, y, fixed, growing, from, to, code]: readonly [number, number, number, number, number, number, number],
	count: number,
	advances: readonly number[]
): void {
	const text = [...numberOf(count)].map((glyph) => glyphs.indexOf(glyph));
	const height = heightOf(text.length);
	let right = -text.reduce((sum, glyph) => sum + advances[glyph]!, 0) / 2;
	for (const glyph of text) {
		const advance = advances[glyph]!;
		for (let corner = 0; corner < corners; corner++)
			list.push(x, y, fixed * height, growing * height, from, to, code, right + advance / 2, glyph);
		right += advance;
	}
}
