/** The shapes of a Shapefile as geometries: numbers with the lowest byte first, in parts that are lists of points. */
import type { Geometry, Position } from 'geojson';
import { areaOf } from './esri';
import type { Work } from './work';

/** Smaller numbers stand for none. */
const none = -1e38;

/** A geometry; null where the record says that there is none, undefined where it can't be read. */
export function shapeOf(record: DataView, work: Work): Geometry | null | undefined {
	const type = record.getInt32(0, true);
	if (type === 0) return null;
	const has = (bytes: number) => record.byteLength >= bytes;
	// Height and measure, which the tens stand for, come behind the rest.
	const kind = type < 30 ? type % 10 : 0;
	if (kind === 1) {
		if (!has(20)) return undefined;
		const at = pointAt(record, 4);
		return at && { type: 'Point', coordinates: at };
	}
	if (kind === 8) {
		if (!has(40)) return undefined;
		const points = pointsFrom(record, 40, record.getInt32(36, true));
		return points && (points.length === 0 ? null : { type: 'MultiPoint', coordinates: points });
	}
	if ((kind !== 3 && kind !== 5) || !has(44)) return undefined;
	const parts = partsOf(record);
	if (!parts) return undefined;
	if (parts.length === 0) return null;
	if (kind === 3)
		return parts.length === 1
			? { type: 'LineString', coordinates: parts[0]! }
			: { type: 'MultiLineString', coordinates: parts };
	// Each hole is looked for in each area.
	if (parts.length > 2) work.spend(parts.length * (record.byteLength / 16));
	return areaOf(parts) as Geometry;
}

function partsOf(record: DataView): Position[][] | undefined {
	const [count, points] = [record.getInt32(36, true), record.getInt32(40, true)];
	const from = 44 + count * 4;
	if (count < 0 || points < 0 || record.byteLength < from + points * 16) return undefined;
	const all = pointsFrom(record, from, points);
	if (!all) return undefined;
	const starts = Array.from({ length: count }, (_, index) => record.getInt32(44 + index * 4, true));
	const parts = starts.map((start, index) => all.slice(start, starts[index + 1] ?? points));
	return parts.filter((part) => part.length > 0);
}

function pointsFrom(record: DataView, from: number, count: number): Position[] | undefined {
	if (count < 0 || record.byteLength < from + count * 16) return undefined;
	const points: Position[] = [];
	for (let index = 0; index < count; index++) {
		const point = pointAt(record, from + index * 16);
		if (point) points.push(point);
	}
	return points;
}

function pointAt(record: DataView, from: number): Position | null {
	const [x, y] = [record.getFloat64(from, true), record.getFloat64(from + 8, true)];
	return Number.isFinite(x) && Number.isFinite(y) && x > none && y > none ? [x, y] : null;
}
