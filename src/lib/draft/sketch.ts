/**
 * A place as an author draws it on the map, corner by corner, by pointer or by keyboard: a point; a ring by its centre
 * and its edge; a line; an area. Positions are degrees, WGS 84, longitude first. Pure.
 */
import { continuous, cutLine, cutRing, goesBeyond } from '../base/antimeridian';
import { signedArea } from '../base/rings';
import type { Geometry, Position } from '../geodata/schema';
import type { DrawnAs } from '../geodata/vocabulary';
import { kilometresBetween } from './resolve/score';

export const tools = ['point', 'ring', 'line', 'region'] as const satisfies readonly DrawnAs[];
export type Tool = (typeof tools)[number];

export interface Sketch {
	tool: Tool;
	/** Those that are set; of a ring its centre first. */
	corners: readonly Position[];
	/** Where the next would be set now, if that is known. */
	aim: Position | null;
}

/** What a sketch has become. */
export interface Drawn {
	drawn: Tool;
	geometry: Geometry;
	/** Of a ring, in km. */
	radius_km: number | null;
}

/** What keeps the corners from being a place. */
export type SketchFault = 'crossing';

const least: Record<Tool, number> = { point: 1, ring: 2, line: 2, region: 3 };
/** A record holds no larger radius, in km. */
const largestRadius_km = 500;

export const beginSketch = (tool: Tool): Sketch => ({ tool, corners: [], aim: null });

export const aimed = (sketch: Sketch, at: Position): Sketch => ({ ...sketch, aim: rounded(at) });

/** With one corner more; the same place twice in a row is one corner. A point and a ring take no more than they need. */
export function withCorner(sketch: Sketch, at: Position): Sketch {
	const { tool, corners } = sketch;
	const corner = rounded(at);
	if (isSame(corners.at(-1), corner) || isComplete(sketch)) return sketch;
	return { tool, corners: [...corners, corner], aim: null };
}

/** Without the last corner. */
export const takenBack = (sketch: Sketch): Sketch => ({ ...sketch, corners: sketch.corners.slice(0, -1) });

/** Whether nothing can be added. A line and an area go on until their author says that they are done. */
export const isComplete = ({ tool, corners }: Sketch): boolean =>
	(tool === 'point' || tool === 'ring') && corners.length >= least[tool];

/** What is wrong with it; null for what is only not there yet. */
export function sketchFault({ tool, corners }: Sketch): SketchFault | null {
	return tool === 'region' && corners.length > 3 && crosses(continuous(corners)) ? 'crossing' : null;
}

/** What the corners make, as a record has it; null as long as they are too few, or make no area. */
export function drawnBy(sketch: Sketch): Drawn | null {
	const { tool, corners } = sketch;
	const [first, second] = corners;
	if (!first || corners.length < least[tool] || sketchFault(sketch)) return null;
	switch (tool) {
		case 'point':
			return { drawn: tool, geometry: { type: 'Point', coordinates: first }, radius_km: null };
		case 'ring':
			return {
				drawn: tool,
				geometry: { type: 'Point', coordinates: first },
				radius_km: radiusOf(first, second!)
			};
		case 'line':
			return { drawn: tool, geometry: lineOf(continuous(corners)), radius_km: null };
		case 'region': {
			const whole = continuous(corners);
			const area = signedArea(whole);
			if (area === 0) return null;
			// RFC 7946, 3.1.6: counter-clockwise, and closed.
			const ring = area > 0 ? whole : whole.toReversed();
			return { drawn: tool, geometry: areaOf([...ring, ring[0]!]), radius_km: null };
		}
	}
}

/** Over the antimeridian a line and an area are two that meet there (RFC 7946, 3.1.9). */
function lineOf(line: Position[]): Geometry {
	if (!goesBeyond(line)) return { type: 'LineString', coordinates: line };
	return { type: 'MultiLineString', coordinates: cutLine(line) as Position[][] };
}

function areaOf(ring: Position[]): Geometry {
	if (!goesBeyond(ring)) return { type: 'Polygon', coordinates: [ring] };
	return { type: 'MultiPolygon', coordinates: cutRing(ring).map((part) => [part as Position[]]) };
}

/** From the centre of a ring to its edge, in km: a tenth below ten, whole ones above. */
export function radiusOf(centre: Position, edge: Position): number {
	const [[longitude, latitude], [edgeLongitude, edgeLatitude]] = [centre, edge];
	const distance = kilometresBetween(
		{ longitude, latitude },
		{ longitude: edgeLongitude, latitude: edgeLatitude }
	);
	const whole = distance < 10 ? Math.round(distance * 10) / 10 : Math.round(distance);
	return Math.min(largestRadius_km, Math.max(0.1, whole));
}

/** Four decimals of a degree are about 10 m: no article knows more, and no hand draws finer. */
const rounded = ([longitude, latitude]: Position): Position => [
	Number(longitude.toFixed(4)),
	Number(latitude.toFixed(4))
];

const isSame = (one: Position | undefined, other: Position): boolean =>
	one !== undefined && one[0] === other[0] && one[1] === other[1];

/** Whether two sides of the closed line through the corners cross. */
function crosses(corners: readonly Position[]): boolean {
	const sides = corners.map((from, index) => [from, corners[(index + 1) % corners.length]!] as const);
	return sides.some(([a, b], one) =>
		sides.slice(one + 2).some(([c, d], after) => {
			// The last side and the first share a corner.
			if (one === 0 && one + 2 + after === sides.length - 1) return false;
			return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
		})
	);
}

/** Above 0 where the way over three positions turns left. */
const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
	(bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
