/**
 * How large marks are drawn. Where rows are crowded, marks are small and grow until the tiles of the next zoom replace
 * them; where rows are few, marks keep their size. All tiles of a zoom follow the same rule, so that no seam shows
 * between thinned ones and others. Pure.
 */

/** How a mark is drawn at any zoom: its radius is `fixed + growing * 2 ** zoom`, in pixels of 512 to the whole world. */
export interface Size {
	fixed: number;
	growing: number;
}

/** Radius of the mark of a single row, in pixels: where rows are few, and where they are many. */
const single = { few: 4, many: 2.3 };
/** Rows in a square of `side` pixels: up to how many they are few, and from how many they are many. */
const side = 32;
const rowsThere = { few: 2, many: 24 };
/** Cells on each side of the grid that rows are counted in. */
const across = 256;

/**
 * How many other rows a row has about itself: the median, in a square as large as the whole world in Web Mercator, were
 * all of it as full.
 * @param coords x and y one after another, as shares of the world
 */
export function crowdingOf(coords: ArrayLike<number>): number {
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let at = 0; at < coords.length; at += 2) {
		west = Math.min(west, coords[at]!);
		east = Math.max(east, coords[at]!);
		north = Math.min(north, coords[at + 1]!);
		south = Math.max(south, coords[at + 1]!);
	}
	// Rows all at one place would make an area of 0, and divide by it.
	const [width, height] = [east - west, south - north].map(
		(size) => Math.max(size, 2 ** -16) / (across - 1)
	) as [number, number];
	const counts = new Uint32Array(across * across);
	for (let at = 0; at < coords.length; at += 2) {
		const x = Math.floor((coords[at]! - west) / width);
		const y = Math.floor((coords[at + 1]! - north) / height);
		counts[y * across + x]!++;
	}
	const full = counts.filter((count) => count > 0).sort();
	const half = coords.length / 4;
	let [sum, median] = [0, 0];
	for (let at = 0; sum < half; at++) sum += median = full[at]!;
	return Math.max(0, median - 1) / (width * height);
}

/**
 * The sizes of a zoom's marks, by the number of rows that one stands for.
 * @param crowding of the whole table, by `crowdingOf`
 * @param all how many rows it has
 * @param values how many values it has, whose marks stand apart
 * @param room radius that no mark goes beyond, in pixels at the zoom's start
 */
export function sizesOf(
	crowding: number,
	all: number,
	zoom: number,
	values: number,
	room: number
): (count: number) => Size {
	const rows = Math.min(all, crowding * (side / 512 / 2 ** zoom) ** 2);
	const fullness = between(
		Math.log(Math.max(rows, rowsThere.few) / rowsThere.few) / Math.log(rowsThere.many / rowsThere.few)
	);
	const one = single.few + (single.many - single.few) * fullness;
	const usual = 2 * Math.sqrt(Math.max(4, rows / values));
	return (count) => {
		const over = Math.sqrt(count) - 1;
		const radius = one + (Math.max(one, room) - one) * (over / (over + usual));
		return { fixed: radius * (1 - fullness), growing: (radius * fullness) / 2 ** zoom };
	};
}

const between = (share: number) => Math.min(1, Math.max(0, share));
