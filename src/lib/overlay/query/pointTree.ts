/** Points found by their place: a k-d tree over Web Mercator. */
import KDBush from 'kdbush';
import { mercatorX, mercatorY } from '../../base/mercator';

/** So many points are not parted any further, but looked at one by one. */
const nodeSize = 64;

export class PointTree {
	/** Numbers of the rows that are placed, in the order of the tree: neighbours lie side by side. */
	readonly rows: Uint32Array;
	/** x and y of them one after another, as shares of the world. */
	readonly coords: Float64Array;

	/** Degrees by row; NaN where a row has no place. */
	constructor(longitude: Float64Array, latitude: Float64Array) {
		const placed = new Uint32Array(longitude.length);
		let count = 0;
		for (let row = 0; row < longitude.length; row++) if (!Number.isNaN(longitude[row])) placed[count++] = row;
		const tree = count > 0 ? new KDBush(count, nodeSize, Float64Array) : null;
		for (let index = 0; index < count; index++) {
			const row = placed[index]!;
			tree!.add(worldX(longitude[row]!), worldY(latitude[row]!));
		}
		tree?.finish();
		this.rows = tree ? Uint32Array.from(tree.ids, (id) => placed[id]!) : new Uint32Array(0);
		this.coords = (tree?.coords as Float64Array | undefined) ?? new Float64Array(0);
	}

	/**
	 * Visits the points of a box, its left and upper edge with it and the others without, in the order of the tree.
	 * KDBush's own `range` lists numbers in the order in which points were added, which lie apart in memory.
	 */
	visit(left: number, top: number, right: number, bottom: number, visit: (index: number) => void): void {
		const { coords } = this;
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
}

/** Less than 1, so that the easternmost and southernmost points are in the last tile and not beyond it. */
const belowOne = 1 - 2 ** -40;

/** Longitude as a share of the world, within it. */
export function worldX(longitude: number): number {
	return Math.min(Math.max(mercatorX(longitude), 0), belowOne);
}

/** Latitude as a share of the world, within it. */
export function worldY(latitude: number): number {
	return Math.min(Math.max(mercatorY(latitude), 0), belowOne);
}
