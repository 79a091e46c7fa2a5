/** The coordinates of rows as the file writes them, before it is known what they measure. */
import type { Geometry } from 'geojson';
import { cellText } from '../cells';
import type { Column } from '../table';
import {
	directionOf,
	isOnEarth,
	parseAngle,
	parseMgrs,
	parsePackedAngle,
	parseUtm,
	readPair,
	type Axis,
	type Position
} from './coordinates';
import { isIn, type Box } from './box';
import { orderSaidBy } from './angleNames';
import { parseMapLink } from './mapLinks';
import type { PairColumns, PlaceColumns } from './placeColumns';
import type { Problems } from './problem';
import type { Rows } from './rows';
import { looksLikeShape, parseShape } from './shapeText';
import { parseSurveyPoint, parseSurveyTrace } from './survey';

export interface Written {
	x: Float64Array;
	y: Float64Array;
	shapes: Map<number, Geometry>;
	/** How far from its position a row may be, in metres; NaN where it says nothing. Null where no row does. */
	accuracy: Float32Array | null;
	/** Whether x or y is the array of one of the table's columns, which stays as the file has it. */
	isShared: boolean;
	/** What the cells themselves say of their coordinate system. */
	projection: string | null;
	/** EPSG numbers by row, 0 where a row says none; null where all that say one say the same. */
	systems: Int32Array | null;
}

/** @param region where rows are more likely than elsewhere: it decides where the order of two numbers is open */
export function writtenPlaces(
	rows: Rows,
	columns: readonly Column[],
	by: PlaceColumns | null,
	region: Box | null,
	problems: Problems
): Written {
	const empty = () => new Float64Array(rows.count).fill(NaN);
	const nothing = { shapes: new Map(), accuracy: null, isShared: false, projection: null, systems: null };
	if (by?.by === 'geometry') {
		const [x, y] = [rows.x ?? empty(), rows.y ?? empty()];
		for (let row = 0; row < rows.count; row++)
			if (Number.isNaN(x[row]) && !rows.shapes.has(row) && !rows.told.has(row))
				problems.add('no-place', { origin: rows.origin[row]! });
		const written: Written = { ...nothing, x, y, shapes: rows.shapes };
		if (rows.systems.size > 0) {
			written.projection = rows.projection;
			written.systems = new Int32Array(rows.count);
			for (const [row, number] of rows.systems) written.systems[row] = number;
		}
		return written;
	}
	if (by?.by === 'pair') return pairs(rows, columns, by, problems);
	const written: Written = { ...nothing, x: empty(), y: empty() };
	if (by) texts(rows, columns[by.column]!, written, region, problems);
	else if (rows.count > 0) problems.add('no-place', { origin: rows.origin[0]! }, rows.count);
	return written;
}

function pairs(rows: Rows, columns: readonly Column[], by: PairColumns, problems: Problems): Written {
	const [longitude, latitude] = [columns[by.longitude]!, columns[by.latitude]!];
	const [east, north] = [angles(rows, longitude, problems), angles(rows, latitude, problems)];
	let [x, y] = [east.degrees, north.degrees];
	let isShared = longitude.kind === 'number' || latitude.kind === 'number';
	const own = () => {
		if (isShared) [x, y] = [x.slice(), y.slice()];
		isShared = false;
	};
	for (let row = 0; row < rows.count; row++) {
		const origin = rows.origin[row]!;
		if (Number.isNaN(x[row]) || Number.isNaN(y[row])) {
			if (cellText(longitude, row) === '' || cellText(latitude, row) === '')
				problems.add('no-place', { origin });
			continue;
		}
		// What a letter says is surer than the name of its column.
		const [a, b] = [east.axes?.[row], north.axes?.[row]];
		if (a && b && a !== b) {
			const [first, second] = [longitude, latitude].map((column) => parsePackedAngle(cellText(column, row)));
			if (first && second) {
				own();
				[x[row], y[row]] = [first.degrees, second.degrees];
			}
		}
		if (a !== 'latitude' && b !== 'longitude') continue;
		own();
		const found = `${cellText(latitude, row)}, ${cellText(longitude, row)}`;
		if (a === b) {
			problems.add('unreadable-place', { origin, found });
			x[row] = y[row] = NaN;
		} else {
			problems.add('letters-differ', { origin, found });
			[x[row], y[row]] = [y[row]!, x[row]!];
		}
	}
	for (const [part, size] of [
		[by.minutes, 60],
		[by.seconds, 3600]
	] as const) {
		if (!part) continue;
		own();
		added(rows, columns[part[0]]!, 1 / size, y, problems);
		added(rows, columns[part[1]]!, 1 / size, x, problems);
	}
	for (const [number, axis, values] of [
		[by.longitudeSign, 'longitude', () => x],
		[by.latitudeSign, 'latitude', () => y]
	] as const) {
		const column = number === undefined ? undefined : columns[number];
		if (!column) continue;
		own();
		signed(rows, column, axis, values(), problems);
	}
	return { x, y, shapes: new Map(), accuracy: null, isShared, projection: null, systems: null };
}

/** Adds minutes or seconds to degrees. An empty cell is none; one that can't be read leaves its row without a place. */
function added(rows: Rows, column: Column, size: number, values: Float64Array, problems: Problems): void {
	const parts = angles(rows, column, problems).degrees;
	for (let row = 0; row < rows.count; row++) {
		const text = cellText(column, row);
		if (text === '') continue;
		const isNegative = values[row]! < 0 || Object.is(values[row], -0);
		values[row] = values[row]! + (isNegative ? -size : size) * parts[row]!;
	}
}

/** Gives angles the sign of the directions in a column beside them. A cell that is no direction of theirs is told. */
function signed(rows: Rows, column: Column, axis: Axis, values: Float64Array, problems: Problems): void {
	for (let row = 0; row < rows.count; row++) {
		if (Number.isNaN(values[row])) continue;
		const text = cellText(column, row);
		if (text === '') continue;
		const direction = directionOf(text);
		// Of metres it says which half of the Earth a zone is of, and nothing of a sign.
		if (direction?.axis === axis && Math.abs(values[row]!) > 1000) continue;
		// A minus beside an S says the same; beside an N nobody knows which of them is wrong.
		const isAtOdds = values[row]! < 0 && direction?.sign === 1;
		if (direction?.axis === axis && !isAtOdds) values[row] = Math.abs(values[row]!) * direction.sign;
		else {
			problems.add('unreadable-place', { origin: rows.origin[row]!, column: column.name, found: text });
			values[row] = NaN;
		}
	}
}

interface Angles {
	degrees: Float64Array;
	/** By row, what a letter says that an angle is. Null where no cell has a letter. */
	axes: (Axis | undefined)[] | null;
}

function angles(rows: Rows, column: Column, problems: Problems): Angles {
	if (column.kind === 'number') return { degrees: column.values, axes: null };
	const degrees = new Float64Array(rows.count).fill(NaN);
	let axes: Angles['axes'] = null;
	for (let row = 0; row < rows.count; row++) {
		const text = cellText(column, row);
		if (text === '') continue;
		const angle = parseAngle(text);
		if (!angle) {
			problems.add('unreadable-place', { origin: rows.origin[row]!, column: column.name, found: text });
			continue;
		}
		degrees[row] = angle.degrees;
		if (angle.axis) (axes ??= [])[row] = angle.axis;
	}
	return { degrees, axes };
}

/** Rows whose order of latitude and longitude no letter says. */
interface Open {
	rows: number[];
	/** How many of them are in the region as they were read, and how many in the other order. */
	inRegion: number;
	inOther: number;
}

function texts(rows: Rows, column: Column, written: Written, region: Box | null, problems: Problems): void {
	const { x, y, shapes } = written;
	const isSurvey = hasSurveyPoints(column, rows.count, region);
	const open: Record<'brackets' | 'custom', Open> = {
		brackets: { rows: [], inRegion: 0, inOther: 0 },
		custom: { rows: [], inRegion: 0, inOther: 0 }
	};
	const said = orderSaidBy(column.name);
	for (let row = 0; row < rows.count; row++) {
		const text = cellText(column, row);
		const origin = rows.origin[row]!;
		if (text === '') {
			problems.add('no-place', { origin });
			continue;
		}
		if (looksLikeShape(text)) {
			const shape = parseShape(text);
			const geometry = shape?.geometry;
			if (shape?.srid) (written.systems ??= new Int32Array(rows.count))[row] = shape.srid;
			if (geometry?.type === 'Point') [x[row], y[row]] = geometry.coordinates as Position;
			else if (geometry) shapes.set(row, geometry);
			else if (shape) problems.add('no-place', { origin });
			else problems.add('bad-geometry', { origin, column: column.name, found: text });
			continue;
		}
		const trace = parseSurveyTrace(text);
		if (trace) {
			shapes.set(row, trace);
			continue;
		}
		const survey = parseSurveyPoint(text);
		if (survey && (isSurvey || survey.isSure)) {
			[x[row], y[row]] = survey.at;
			if (survey.accuracy !== null)
				(written.accuracy ??= new Float32Array(rows.count).fill(NaN))[row] = survey.accuracy;
			continue;
		}
		const link = parseMapLink(text);
		if (link) {
			[x[row], y[row]] = link;
			continue;
		}
		const utm = parseUtm(text);
		if (utm) {
			[x[row], y[row]] = utm.at;
			(written.systems ??= new Int32Array(rows.count))[row] = utm.system;
			continue;
		}
		const grid = parseMgrs(text);
		const pair = grid ? null : readPair(text);
		const at = grid ?? pair?.at;
		if (!at) {
			problems.add('unreadable-place', { origin, column: column.name, found: text });
			continue;
		}
		[x[row], y[row]] = at;
		if (!pair || pair.order === 'letters') continue;
		// What the name of the column says is surer than a custom.
		const usual = pair.order === 'brackets' ? 'longitude-first' : 'latitude-first';
		if (said !== null && said !== usual) at.reverse();
		[x[row], y[row]] = at;
		const those = open[pair.order];
		those.rows.push(row);
		if (isIn(region, at[0], at[1])) those.inRegion++;
		if (isIn(region, at[1], at[0])) those.inOther++;
	}
	if (written.systems) usualSystem(written, written.systems);
	for (const order of ['brackets', 'custom'] as const) {
		const { rows: those, inRegion, inOther } = open[order];
		const isTurned = inOther > inRegion;
		if (isTurned) for (const row of those) [x[row], y[row]] = [y[row]!, x[row]!];
		const begun = said ?? (order === 'brackets' ? 'longitude-first' : 'latitude-first');
		const instead = isTurned === (begun === 'latitude-first') ? 'longitude-first' : 'latitude-first';
		const [first] = those;
		// What the name of the column says needs no word, and latitude first is what all expect who wrote no brackets.
		if (first === undefined || (!isTurned && (order === 'custom' || said !== null))) continue;
		const isOpen = those.some((row) => isOnEarth(y[row]!, x[row]!));
		if (isTurned || isOpen)
			problems.add(
				isTurned ? 'order-by-region' : 'order-by-brackets',
				{ origin: rows.origin[first]!, column: column.name, found: cellText(column, first), instead },
				those.length
			);
	}
}

/** Takes the system that most rows say for that of the file. */
function usualSystem(written: Written, systems: Int32Array): void {
	const counts = new Map<number, number>();
	for (const system of systems) if (system !== 0) counts.set(system, (counts.get(system) ?? 0) + 1);
	const [[usual] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
	written.projection = `EPSG:${usual}`;
	if (counts.size === 1) written.systems = null;
}

/**
 * Whether any of the first cells is a point of a survey tool beyond doubt; then those that might be are so too. Where none
 * is, they are where more of them lie in the region so than as degrees and minutes.
 */
function hasSurveyPoints(column: Column, count: number, region: Box | null): boolean {
	let [asSurvey, asPair] = [0, 0];
	for (let row = 0, looked = 0; row < count && looked < 200; row++) {
		const text = cellText(column, row);
		if (text === '') continue;
		looked++;
		const survey = parseSurveyPoint(text);
		if (survey?.isSure) return true;
		const pair = survey && readPair(text);
		if (survey && isIn(region, ...survey.at)) asSurvey++;
		if (pair && isIn(region, ...pair.at)) asPair++;
	}
	return asSurvey > asPair;
}
