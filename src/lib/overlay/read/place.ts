/** Rows put on the map: which degrees the texts and geometries of a file mean. */
import type { Geometry } from 'geojson';
import { isOnEarth, type Position } from './coordinates';
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
		return toDegrees ? toDegrees(a, b, row) : isOnEarth(a, b) ? [a, b] : null;
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
		if (toDegrees) converted++;
		else count(...at);
		[result.longitude[row], result.latitude[row]] = at;
	}
	if (converted > 0) {
		if (frame.projection === 'web-mercator') problems.add('web-mercator', {}, converted);
		else problems.add('converted', { instead: frame.name ?? '' }, converted);
	}
	if (frame.isLost) problems.add('systems-lost');
	if (gains > 0) result.swapGains = gains;
	else if (inRegion === 0 && inOther > 0) [result.swapGains, result.swapReason] = [inOther, 'region'];
	return result;

	function count(longitude: number, latitude: number) {
		if (isIn(region, longitude, latitude)) inRegion++;
		else if (isIn(region, latitude, longitude)) inOther++;
	}

	function placeShape(row: number, shape: Geometry) {
		copyIfShared();
		let isPlaced = true;
		const there = moved(shape, (at) => {
			const to = move(at as Position, row);
			if (!to) isPlaced = false;
			return to ?? at;
		});
		if (!isPlaced) {
			if (!toDegrees && everyPosition(shape, ([a, b]) => (swap ? isOnEarth(a!, b!) : isOnEarth(b!, a!))))
				gains++;
			misplaced(row, JSON.stringify(pointOn(shape)));
			unplaced(row);
			return;
		}
		const at = pointOn(there) as Position;
		if (toDegrees) converted++;
		else count(...at);
		result.shapes.set(row, there);
		[result.longitude[row], result.latitude[row]] = at;
	}

	function misplaced(row: number, found: string) {
		const origin = rows.origin[row]!;
		if (frame.refused !== null) problems.add('other-projection', { origin, found: frame.refused });
		else if (isUnknown) problems.add('unknown-projection', { origin, found });
		else problems.add('out-of-range', { origin, found });
	}
}
