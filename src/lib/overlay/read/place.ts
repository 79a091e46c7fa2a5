/** Rows put on the map: which degrees the texts and geometries of a file mean. */
import type { Geometry } from 'geojson';
import { aroundEarth, isOnEarth, type Position } from './coordinates';
import { everyPosition, moved, pointOn } from './geometry';
import { isIn, type Box } from './box';
import type { Frame } from './frame';
import type { Problems } from './problem';
import type { Rows } from './rows';
import type { Written } from './written';

export interface Placed {
	longitude: Float64Array;
	latitude: Float64Array;
	shapes: Map<number, Geometry>;
	/** What the positions themselves say of how exact they are, in metres; NaN where one says nothing. Null where none does. */
	accuracy: Float32Array | null;
	/** Whether latitude and longitude were taken for each other on request. */
	swap: boolean;
	/** How many more rows would be on Earth if they were swapped; 0 where swapping makes nothing better. */
	swapGains: number;
	/** Whether they would be on Earth, or are on Earth already and would be in the region. */
	swapReason: 'earth' | 'region';
}

/**
 * Places rows. Those that can't be placed are NaN, and reported.
 * @param swap whether the reader says that latitude and longitude stand for each other
 * @param region where rows are more likely than elsewhere
 */
export function placeRows(
	rows: Rows,
	written: Written,
	frame: Frame,
	swap: boolean,
	region: Box | null,
	problems: Problems
): Placed {
	const isUnknown = frame.projection === 'unknown';
	const { toDegrees } = frame;
	const move = ([x, y]: Position, row: number): Position | null => {
		const [a, b] = swap ? [y, x] : [x, y];
		if (toDegrees) return toDegrees(a, b, row);
		const around = aroundEarth(a);
		return isOnEarth(around, b) ? [around, b] : null;
	};
	const isPlain = !swap && !toDegrees;
	const longitude = isPlain ? written.x : new Float64Array(rows.count).fill(NaN);
	const latitude = isPlain ? written.y : new Float64Array(rows.count).fill(NaN);
	let isShared = isPlain && written.isShared;
	const result: Placed = {
		longitude,
		latitude,
		shapes: new Map(),
		accuracy: written.accuracy,
		swap,
		swapGains: 0,
		swapReason: 'earth'
	};
	const copyIfShared = () => {
		if (isShared) [result.longitude, result.latitude] = [result.longitude.slice(), result.latitude.slice()];
		isShared = false;
	};
	const unplaced = (row: number) => {
		copyIfShared();
		result.longitude[row] = result.latitude[row] = NaN;
	};
	// Rows that the other order would put on Earth, less those that it would take away.
	let gains = 0;
	let [inRegion, inOther] = [0, 0];
	let converted = 0;
	for (let row = 0; row < rows.count; row++) {
		const [x, y] = [written.x[row]!, written.y[row]!];
		const shape = written.shapes.get(row);
		if (shape) {
			placeShape(row, shape);
			continue;
		}
		if (Number.isNaN(x) || Number.isNaN(y)) {
			unplaced(row);
			continue;
		}
		if (x === 0 && y === 0) problems.add('null-island', { origin: rows.origin[row]! });
		// The common case allocates nothing: a million rows may pass here.
		if (isPlain && isOnEarth(x, y)) {
			if (!isOnEarth(y, x)) gains--;
			count(x, y);
			continue;
		}
		const at = move([x, y], row);
		if (!toDegrees) gains += Number(swap ? isOnEarth(x, y) : isOnEarth(y, x)) - Number(at !== null);
		if (!at) {
			misplaced(row, `${x}, ${y}`);
			unplaced(row);
			continue;
		}
		const longitude = swap ? y : x;
		if (!toDegrees && at[0] !== longitude) wrapped(row, longitude, at[0]);
		copyIfShared();
		if (toDegrees) converted += Number(at[0] !== x || at[1] !== y);
		else count(...at);
		[result.longitude[row], result.latitude[row]] = at;
	}
	if (converted > 0) {
		if (frame.projection === 'web-mercator') problems.add('web-mercator', {}, converted);
		else problems.add('converted', { instead: frame.rowNames ?? frame.name ?? '' }, converted);
	}
	if (frame.isLost) problems.add('systems-lost');
	if (gains > 0) result.swapGains = gains;
	else if (inRegion === 0 && inOther > 0) [result.swapGains, result.swapReason] = [inOther, 'region'];
	return result;

	function wrapped(row: number, longitude: number, to: number) {
		problems.add('wrapped', {
			origin: rows.origin[row]!,
			found: String(longitude),
			instead: String(Number(to.toFixed(7)))
		});
	}

	function count(longitude: number, latitude: number) {
		if (isIn(region, longitude, latitude)) inRegion++;
		else if (isIn(region, latitude, longitude)) inOther++;
	}

	function placeShape(row: number, shape: Geometry) {
		copyIfShared();
		let isPlaced = true;
		const around = toDegrees ? null : aroundOf(shape, swap);
		const there = moved(shape, ([x, y]) => {
			const to = around ? around.move(x!, y!) : move([x!, y!], row);
			if (!to) isPlaced = false;
			return to ?? [x!, y!];
		});
		if (!isPlaced) {
			if (!toDegrees && everyPosition(shape, ([a, b]) => (swap ? isOnEarth(a!, b!) : isOnEarth(b!, a!))))
				gains++;
			misplaced(row, JSON.stringify(pointOn(shape)));
			unplaced(row);
			return;
		}
		const on = pointOn(there) as Position;
		const at: Position = [aroundEarth(on[0]), on[1]];
		if (around?.isBeyond) wrapped(row, pointOn(shape)[swap ? 1 : 0]!, at[0]);
		if (toDegrees) converted++;
		else count(...at);
		result.shapes.set(row, there);
		[result.longitude[row], result.latitude[row]] = at;
	}

	function misplaced(row: number, found: string) {
		const origin = rows.origin[row]!;
		const refused = frame.refusedIn?.(row) ?? frame.refused;
		if (refused !== null) problems.add('other-projection', { origin, found: refused });
		else if (isUnknown) problems.add('unknown-projection', { origin, found });
		else problems.add('out-of-range', { origin, found });
	}
}

/**
 * How a line or an area goes round the Earth: as a whole, so that one across the antimeridian is not torn. Most of it is
 * put between -180° and 180°.
 */
function aroundOf(
	shape: Geometry,
	swap: boolean
): { isBeyond: boolean; move: (x: number, y: number) => Position | null } {
	let [west, east] = [Infinity, -Infinity];
	everyPosition(shape, ([x, y]) => {
		const longitude = (swap ? y : x)!;
		[west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
		return true;
	});
	const middle = (west + east) / 2;
	const shift = middle > 180 ? -360 : middle < -180 ? 360 : 0;
	const isBeyond = !isOnEarth(west, 0) || !isOnEarth(east, 0);
	return {
		isBeyond,
		move(x, y) {
			const [longitude, latitude] = swap ? [y, x] : [x, y];
			return Math.abs(longitude) <= 360 && isOnEarth(0, latitude) ? [longitude + shift, latitude] : null;
		}
	};
}
