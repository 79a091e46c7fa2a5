/** What the desk has the map draw: places that are drafted, and the one that is being drawn by hand. Pure. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { boxOf, joined, type Box } from './box';
import { circleAbout } from '../base/sphere';
import { geometryOnMap, onMap } from './onMap';
import type { MapPoint } from './measure';

export interface DraftMark {
	id: string;
	name: string;
	drawn: 'point' | 'ring' | 'line' | 'region';
	/** Of a ring its centre. */
	geometry: Geometry;
	/** In km; what a ring has. */
	radius_km: number | null;
	/** Filled if it is, hollow if it is not yet. */
	isAccepted: boolean;
}

/** A place as far as it is drawn by hand. Positions are degrees, longitude first. */
export interface DraftSketch {
	tool: DraftMark['drawn'];
	/** Of a ring its centre first. */
	corners: readonly Position[];
	/** Where the next would be set now. */
	aim: Position | null;
	/** Of a ring, as far as it reaches now; in km. */
	radius_km: number | null;
}

export interface DraftView {
	marks: readonly DraftMark[];
	/** Id of the mark that is looked at. */
	selected: string | null;
	/** What is being drawn: a click means a corner then. */
	sketch: DraftSketch | null;
}

/** What a hand does while it draws. `back` takes the last corner away, as when a second finger comes to zoom. */
export type DrawAct = { act: 'set' | 'aim'; at: MapPoint } | { act: 'back' };

/** Where the mark of a place stands: at a point, else on what is drawn, so that nobody takes it for the place itself. */
export function markPosition({ drawn, geometry: given, radius_km }: DraftMark): [number, number] {
	const geometry = geometryOnMap(given);
	if (geometry.type === 'Point') {
		const [longitude, latitude] = geometry.coordinates as [number, number];
		if (drawn !== 'ring' || radius_km === null) return [longitude, latitude];
		return [longitude, latitude + radius_km / kilometresPerDegree];
	}
	const positions = positionsOf(geometry);
	if (drawn === 'line') return positions[Math.floor((positions.length - 1) / 2)]!;
	return positions.reduce((north, position) => (position[1] > north[1] ? position : north));
}

/** Of latitude. */
const kilometresPerDegree = 111.2;

/** The box of all that is drawn of a place. */
export const markBox = (mark: DraftMark): Box => boxOf(shapeOf(mark));

/** The box of all places; null where there are none. */
export function draftBox({ marks }: Pick<DraftView, 'marks'>): Box | null {
	return marks.length === 0 ? null : joined(marks.map(markBox));
}

/** A box with room about it, so that one point is not shown from so near that nobody knows where it is. */
export function withRoom([west, south, east, north]: Box): Box {
	const [across, down] = [east - west, north - south].map((size) => Math.max(0, leastRoom - size) / 2) as [
		number,
		number
	];
	return [west - across, south - down, east + across, north + down];
}

/** In degrees. */
const leastRoom = 1.6;

/**
 * Features with `part`: `area`, `edge` and `mark` of places, with `id`, `name`, `accepted` and `selected`; and
 * `sketch-area`, `sketch-line` and `sketch-corner`. The smallest areas come last, to lie on top.
 */
export function draftFeatures({ marks, selected, sketch }: DraftView): FeatureCollection {
	const features = marks
		.map((mark) => ({ mark, size: sizeOf(markBox(mark)) }))
		.sort((a, b) => b.size - a.size)
		.flatMap(({ mark }): Feature[] => {
			const { id, name, isAccepted } = mark;
			const properties = { id, name, accepted: isAccepted, selected: id === selected };
			const feature = (part: string, geometry: Geometry): Feature => ({
				type: 'Feature',
				geometry,
				properties: { ...properties, part }
			});
			const shape = shapeOf(mark);
			return [
				...(mark.drawn === 'ring' || mark.drawn === 'region' ? [feature('area', shape)] : []),
				...(mark.drawn === 'point' ? [] : [feature('edge', shape)]),
				feature('mark', { type: 'Point', coordinates: markPosition(mark) })
			];
		});
	return { type: 'FeatureCollection', features: [...features, ...sketchFeatures(sketch)] };
}

function sketchFeatures(sketch: DraftSketch | null): Feature[] {
	if (!sketch) return [];
	const { tool, radius_km } = sketch;
	const corners = sketch.corners.map((corner) => onMap(corner as [number, number]));
	const aim = sketch.aim && onMap(sketch.aim as [number, number]);
	const feature = (part: string, geometry: Geometry): Feature => ({
		type: 'Feature',
		geometry,
		properties: { part }
	});
	const isSettled = tool === 'point' || (tool === 'ring' && corners.length > 1);
	const path = [...corners, ...(aim && !isSettled ? [aim] : [])];
	const lines = (): Feature[] => {
		const [first] = path;
		if (path.length < 2 || !first) return [];
		if (tool === 'ring') {
			if (radius_km === null) return [];
			const ring = discAbout(first, radius_km);
			return [feature('sketch-area', ring), feature('sketch-line', ring)];
		}
		const line = feature('sketch-line', {
			type: 'LineString',
			coordinates: tool === 'region' ? [...path, first] : path
		});
		if (tool !== 'region' || path.length < 3) return [line];
		return [feature('sketch-area', { type: 'Polygon', coordinates: [[...path, first]] }), line];
	};
	return [
		...lines(),
		...corners.map((coordinates) => feature('sketch-corner', { type: 'Point', coordinates }))
	];
}

function shapeOf({ drawn, geometry: given, radius_km }: DraftMark): Geometry {
	const geometry = geometryOnMap(given);
	if (drawn !== 'ring' || geometry.type !== 'Point' || radius_km === null) return geometry;
	return discAbout(geometry.coordinates, radius_km);
}

const discAbout = ([longitude, latitude]: Position, radius_km: number): Geometry => ({
	type: 'Polygon',
	coordinates: [circleAbout([longitude!, latitude!], Math.max(radius_km, 0.001), 72)]
});

function positionsOf(geometry: Geometry): [number, number][] {
	if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
	const found: [number, number][] = [];
	const visit = (value: unknown): void => {
		if (!Array.isArray(value)) return;
		if (typeof value[0] === 'number') found.push(value as [number, number]);
		else value.forEach(visit);
	};
	visit(geometry.coordinates);
	return found;
}

const sizeOf = ([west, south, east, north]: Box): number => (east - west) * (north - south);
