/** Places: where they lie, how they are drawn against what is known, and what they say of each other. */
import { isAcross, isInBox, widthOf } from '../../base/antimeridian';
import type { Region } from '../datasetSchema';
import type { Geometry, PlaceRecord, Position } from '../schema';
import type { DrawnAs } from '../vocabulary';
import { quoted } from './problem';
import type { FaultCode, Problem } from './problem';
import type { Located, Reading } from './reading';

export type PlaceFault = Omit<Problem, 'file'> & { code: FaultCode };

export function* checkPlaces(reading: Reading): Iterable<Problem> {
	const region = reading.dataset?.region;
	for (const { file, record } of reading.places) {
		// With a box that is wrong itself, nothing is said of places.
		const known = region && !goesAround(region.box) ? region : undefined;
		for (const { at, message, fix } of faultsOfPlace(record, known)) yield { file, at, message, fix };
	}
	yield* checkRelations(reading.places);
}

/**
 * What is wrong with a place by itself.
 * @param region of the data set; where it is not known, a place may lie anywhere
 */
export function faultsOfPlace(record: PlaceRecord, region: Region | undefined): PlaceFault[] {
	return [
		...(region ? checkRegion(record, region) : []),
		...checkRings(record.geometry),
		...checkCut(record.geometry),
		...checkDrawing(record)
	];
}

function* checkRegion({ geometry, properties }: PlaceRecord, region: Region): Iterable<PlaceFault> {
	if (properties.foreign) return;
	const positions: [string, Position][] = geometry ? positionsIn(geometry) : [];
	const outside = positions.find(([, position]) => !isInRegion(position, region));
	// One wrong position is reported for all: the others are wrong in the same way.
	if (outside) yield outsideRegion(...outside, region);
	for (const [index, { position }] of properties.alternatives.entries()) {
		const path = `properties.alternatives[${index}].position`;
		if (!isInRegion(position, region)) yield outsideRegion(path, position, region);
	}
}

/** Whether a box goes across the antimeridian and around more than half of the world: it was meant the other way. */
const goesAround = (box: Region['box']): boolean => isAcross(box) && widthOf(box) > 180;

export const isInRegion = (position: Position, { box }: Pick<Region, 'box'>): boolean =>
	isInBox(position, box);

function outsideRegion(path: string, [longitude, latitude]: Position, region: Region): PlaceFault {
	const [west, south, east, north] = region.box;
	if (isInRegion([latitude, longitude], region)) {
		const message = `[${longitude}, ${latitude}] looks swapped: it lies outside the region of the map, the other way round inside`;
		return { at: path, message, fix: 'write the longitude first, then the latitude', code: 'swapped' };
	}
	const message = `[${longitude}, ${latitude}] lies outside the region of the map (${side(west, 'E', 'W')} to ${side(east, 'E', 'W')}, ${side(south, 'N', 'S')} to ${side(north, 'N', 'S')})`;
	return { at: path, message, fix: 'correct it, or say "foreign": true', code: 'outside' };
}

const side = (degrees: number, positive: string, negative: string): string =>
	`${Math.abs(degrees)} ${degrees < 0 ? negative : positive}`;

/** All positions of a geometry, each with its path in the record. */
export function positionsIn(geometry: Geometry): [string, Position][] {
	const found: [string, Position][] = [];
	const walk = (value: unknown, path: string) => {
		if (!Array.isArray(value)) return;
		if (typeof value[0] === 'number') found.push([path, value as Position]);
		else value.forEach((inner, index) => walk(inner, `${path}[${index}]`));
	};
	walk(geometry.coordinates, 'geometry.coordinates');
	return found;
}

function* checkRings(geometry: Geometry | null): Iterable<PlaceFault> {
	if (geometry?.type === 'Polygon') yield* checkPolygon(geometry.coordinates, 'geometry.coordinates');
	if (geometry?.type !== 'MultiPolygon') return;
	for (const [index, polygon] of geometry.coordinates.entries()) {
		yield* checkPolygon(polygon, `geometry.coordinates[${index}]`);
	}
}

/** RFC 7946, 3.1.9: what reaches over the antimeridian is cut there. From one position to the next is less than half a turn. */
function* checkCut(geometry: Geometry | null): Iterable<PlaceFault> {
	if (!geometry || geometry.type === 'Point') return;
	const positions = positionsIn(geometry);
	const lineOfPath = (path: string) => path.slice(0, path.lastIndexOf('['));
	const leap = positions.find(
		([path, [longitude]], index) =>
			index > 0 &&
			lineOfPath(path) === lineOfPath(positions[index - 1]![0]) &&
			Math.abs(longitude - positions[index - 1]![1][0]) > 180
	);
	if (leap)
		yield {
			at: leap[0],
			message: 'the line to here leaps around the world, over the antimeridian',
			fix: 'cut it there: one part ends at 180, the next begins at -180 (RFC 7946, 3.1.9), as Multi… of the same kind',
			code: 'uncut'
		};
}

/** RFC 7946, 3.1.6: rings are closed, the outer one runs counter-clockwise, holes run clockwise. */
function* checkPolygon(rings: Position[][], path: string): Iterable<PlaceFault> {
	for (const [index, ring] of rings.entries()) {
		const [first, last] = [ring[0], ring.at(-1)];
		const area = signedArea(ring);
		if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
			const message = 'the ring is not closed';
			const fix = 'repeat its first position at its end';
			yield { at: `${path}[${index}]`, message, fix, code: 'ring-open' };
		} else if (area === 0) {
			yield {
				at: `${path}[${index}]`,
				message: 'the ring has no area',
				fix: 'give it at least three corners',
				code: 'ring-flat'
			};
		} else if (area > 0 !== (index === 0)) {
			const [is, wanted] =
				index === 0 ? ['clockwise', 'counter-clockwise'] : ['counter-clockwise', 'clockwise'];
			const message = `the ${index === 0 ? 'outer ring' : 'hole'} runs ${is}`;
			const fix = `reverse its positions: RFC 7946 wants it ${wanted}`;
			yield { at: `${path}[${index}]`, message, fix, code: 'ring-turned' };
		}
	}
}

/** Twice the area in square degrees, positive where the ring runs counter-clockwise. */
function signedArea(ring: Position[]): number {
	return ring.reduce((sum, [x, y], index) => {
		const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
		return sum + (x * nextY - nextX * y);
	}, 0);
}

const geometriesOf: Record<Exclude<DrawnAs, 'none'>, Geometry['type'][]> = {
	point: ['Point'],
	ring: ['Point'],
	region: ['Polygon', 'MultiPolygon'],
	line: ['LineString', 'MultiLineString']
};

/** Nothing is drawn more precisely than it is known. */
function* checkDrawing({ geometry, properties }: PlaceRecord): Iterable<PlaceFault> {
	const { drawn, precision, label } = properties;
	const { where_prec: wherePrec, radius_km: radius } = precision;
	if (label && drawn !== 'ring') {
		const fix = 'remove it: only a ring has one';
		const message = `a place drawn as ${quoted(drawn)} has no label`;
		yield { at: 'properties.label', message, fix, code: 'shape' };
	}
	if (drawn === 'none') return;
	const path = 'properties.drawn';
	if (!geometry) {
		const message = `there is no geometry to draw as ${quoted(drawn)}`;
		yield { at: path, message, fix: 'use "none", or give the geometry', code: 'geometry-missing' };
		return;
	}
	if (wherePrec === 6) {
		const message = 'where only the country is known (where_prec 6), nothing may be drawn';
		yield { at: path, message, fix: 'use "none"', code: 'country-only' };
		return;
	}
	if (!geometriesOf[drawn].includes(geometry.type)) {
		const wanted = geometriesOf[drawn].join(' or ');
		const message = `a ${geometry.type} can't be drawn as ${quoted(drawn)}`;
		const fix = `use another value, or a geometry that is a ${wanted}`;
		yield { at: path, message, fix, code: 'geometry-other' };
		return;
	}
	if (drawn === 'point' && wherePrec > 2) {
		const message = `where_prec ${wherePrec} must not be drawn as a point`;
		const fix = 'draw it as what is known: "ring", "region" or "line"';
		yield { at: path, message, fix, code: 'too-fine' };
	}
	if (drawn === 'ring' && wherePrec < 3) {
		const message = `where_prec ${wherePrec} is too precise for a ring`;
		const fix = 'use "point", or a where_prec of 3, 4, 5 or 7';
		yield { at: path, message, fix, code: 'too-coarse' };
	}
	if (drawn === 'ring' && radius === null) {
		const message = 'a ring needs a radius';
		const fix = 'say within how many kilometres it lies';
		yield { at: 'properties.precision.radius_km', message, fix, code: 'radius-missing' };
	}
}

/** What one place says of another, the other says of it. */
function* checkRelations(places: Located<PlaceRecord>[]): Iterable<Problem> {
	const byId = new Map(places.map((located) => [located.record.id, located]));
	for (const { file, record } of places) {
		for (const [index, { place, relation }] of record.properties.related.entries()) {
			const at = `properties.related[${index}]`;
			if (place === record.id) {
				yield { file, at, message: 'the place is related to itself', fix: 'remove it' };
				continue;
			}
			const other = byId.get(place);
			if (!other) continue;
			const answers = relationsTo(record.id, other.record);
			if (answers.includes(relation)) continue;
			// Two places that disagree about their tie are one problem, reported at the first of them.
			if (answers.length > 0 && other.file < file) continue;
			const said =
				answers.length > 0 ? `says ${answers.map((answer) => quoted(answer)).join(', ')}` : 'does not say so';
			yield {
				file,
				at,
				message: `says ${quoted(relation)} of ${quoted(place)}, which ${said} of this place`,
				fix: `say the same in properties.related of ${other.file}`
			};
		}
	}
}

function relationsTo(id: string, { properties }: PlaceRecord): string[] {
	return properties.related.filter(({ place }) => place === id).map(({ relation }) => relation);
}
