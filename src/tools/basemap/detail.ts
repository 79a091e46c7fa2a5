/** How fine a background is drawn: finer where the map begins, coarser about it, and all coarser where it grows too heavy. */
import type { Position } from 'geojson';
import type { DegreeBox } from '../../lib/base/antimeridian';
import { isIn, triangleArea } from './geometry';

/** Where the map is used close up, and everything else, of a map so many degrees wide or high. */
const near = { metres: 150, island: 0.1, lake: 15, hole: 1 };
const far = { metres: 800, island: 3, lake: 40, hole: 5, side: 23 };

export interface Detail {
	/** What may be lost of a line where it is used close up, in metres; elsewhere it is several times as much. */
	metres: number;
	/** Of a triangle of positions, as a part of what may be lost at its place: below 1 its middle goes. */
	weight: (triangle: Position[]) => number;
	/** Square kilometres that a piece of land, a lake or a hole needs at a place to be drawn. */
	least: (what: 'island' | 'lake' | 'hole') => (at: Position) => number;
}

/**
 * @param focus the box in which the map is used close up
 * @param box all of the map; the larger it is, the coarser is what is far from the focus
 * @param coarser how many times less is kept than of the finest
 */
export function detailOf(focus: DegreeBox, box: DegreeBox, coarser: number): Detail {
	const wider = Math.max(1, Math.max(box[2] - box[0], box[3] - box[1]) / far.side);
	const around = {
		metres: far.metres * wider,
		island: far.island * wider ** 2,
		lake: far.lake * wider ** 2,
		hole: far.hole * wider ** 2
	};
	const at = (position: Position) => (isIn(position, focus) ? near : around);
	return {
		metres: near.metres * coarser,
		weight: (triangle) => triangleArea(triangle) / ((coarser * at(triangle[1]!).metres) ** 2 / 2),
		least: (what) => (position) => at(position)[what] * coarser ** 2
	};
}

/** How much coarser each try is than the one before, and where it ends. */
export const coarsenings = [1, 1.5, 2.2, 3.3, 5, 7.5, 11, 16];
