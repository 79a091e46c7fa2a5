/** Boxes of degrees. Pure. */
import type { Geometry, Point, Position } from 'geojson';

export type Box = [west: number, south: number, east: number, north: number];

/** Whether a position lies in a box, its edges included. */
export function contains([west, south, east, north]: Box, [x, y]: [number, number]): boolean {
	return x >= west && x <= east && y >= south && y <= north;
}

/** The smallest box about positions; of none, one that `joined` passes over. */
export function around(positions: readonly [number, number][]): Box {
	return joined(positions.map(([x, y]): Box => [x, y, x, y]));
}

/** The smallest box about boxes. */
export function joined(boxes: readonly Box[]): Box {
	const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [west, south, east, north] of boxes) {
		box[0] = Math.min(box[0], west);
		box[1] = Math.min(box[1], south);
		box[2] = Math.max(box[2], east);
		box[3] = Math.max(box[3], north);
	}
	return box;
}

/** The smallest box about a geometry. */
export function boxOf(geometry: Geometry): Box {
	const positions: [number, number][] = [];
	const visit = (coordinates: unknown): void => {
		if (!Array.isArray(coordinates)) return;
		if (typeof coordinates[0] === 'number') {
			const [x, y] = coordinates as Position;
			positions.push([x!, y!]);
		} else coordinates.forEach(visit);
	};
	if (geometry.type === 'GeometryCollection')
		geometry.geometries.forEach((part) => visit((part as Point).coordinates));
	else visit(geometry.coordinates);
	return around(positions);
}
