/** Rows put on the map: which degrees the texts and geometries of a file mean. */
import { fromMercatorMetres, mercatorEdge } from '../../base/mercator';
import type { Geometry } from 'geojson';
import type { Column } from '../table';
import { cellText } from '../cells';
import { isOnEarth, parseAngle, parseMgrs, parsePair, type Position } from './coordinates';
import type { PlaceColumns } from './columns';
import { everyPosition, moved, pointOn } from './geometry';
import type { Problems } from './problem';
import type { Rows } from './rows';
import { looksLikeWkt, parseWkt } from './wkt';

/** What the numbers are: degrees, or metres of EPSG:3857. */
export type Projection = 'degrees' | 'web-mercator';

export interface Placed {
	longitude: Float64Array;
	latitude: Float64Array;
	shapes: Map<number, Geometry>;
	projection: Projection;
	/** Whether latitude and longitude were taken for each other on request. */
	swap: boolean;
	/** How many more rows would be on Earth if they were swapped; 0 where swapping makes nothing better. */
	swapGains: number;
}

export interface PlaceChoices {
	projection?: Projection;
	swap?: boolean;
}

/** Places rows by the columns that say where they are. Rows that can't be placed are NaN, and reported. */
export function placeRows(
	rows: Rows,
	columns: readonly Column[],
	by: PlaceColumns | null,
	choices: PlaceChoices,
	problems: Problems
): Placed {
	const written = writtenPlaces(rows, columns, by, problems);
	const named = projectionNamed(rows.projection ?? written.projection);
	const projection =
		choices.projection ?? (named === 'other' ? 'degrees' : (named ?? guessProjection(written)));
	const swap = choices.swap ?? false;
	const isOther = named === 'other' && !choices.projection;
	const move = ([x, y]: Position): Position => {
		const [a, b] = swap ? [y, x] : [x, y];
		return projection === 'degrees' ? [a, b] : fromMercatorMetres(a, b);
	};
	const isPlain = !swap && projection === 'degrees';
	const longitude = isPlain ? written.x : new Float64Array(rows.count).fill(NaN);
	const latitude = isPlain ? written.y : new Float64Array(rows.count).fill(NaN);
	let isShared = isPlain && written.isShared;
	const result: Placed = { longitude, latitude, shapes: new Map(), projection, swap, swapGains: 0 };
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
		if (isPlain && !isOther && isOnEarth(x, y)) {
			if (!isOnEarth(y, x)) gains--;
			continue;
		}
		const at = move([x, y]);
		const isPlaced = !isOther && isOnEarth(at[0], at[1]);
		if (projection === 'degrees') gains += Number(isOnEarth(at[1], at[0])) - Number(isPlaced);
		if (!isPlaced) {
			misplaced(row, `${x}, ${y}`);
			unplaced(row);
			continue;
		}
		if (projection === 'web-mercator') converted++;
		[result.longitude[row], result.latitude[row]] = at;
	}
	if (converted > 0) problems.add('web-mercator', {}, converted);
	if (gains > 0 && !isOther) result.swapGains = gains;
	return result;

	function placeShape(row: number, shape: Geometry) {
		copyIfShared();
		const there = isPlain ? shape : moved(shape, (at) => move(at as Position));
		if (isOther || !everyPosition(there, (at) => isOnEarth(at[0]!, at[1]!))) {
			const other = projection === 'degrees' && moved(there, ([a, b]) => [b!, a!]);
			if (other && everyPosition(other, (at) => isOnEarth(at[0]!, at[1]!))) gains++;
			misplaced(row, JSON.stringify(pointOn(shape)));
			unplaced(row);
			return;
		}
		if (projection === 'web-mercator') converted++;
		result.shapes.set(row, there);
		[result.longitude[row], result.latitude[row]] = pointOn(there) as Position;
	}

	function misplaced(row: number, found: string) {
		const origin = rows.origin[row]!;
		if (isOther)
			problems.add('other-projection', { origin, found: rows.projection ?? written.projection ?? '' });
		else problems.add('out-of-range', { origin, found });
	}
}

/** Coordinates as the file has them, before it is known what they measure. */
interface Written {
	x: Float64Array;
	y: Float64Array;
	shapes: Map<number, Geometry>;
	/** Whether x and y are the arrays of the table's columns, to be copied before they are changed. */
	isShared: boolean;
	projection: string | null;
}

function writtenPlaces(
	rows: Rows,
	columns: readonly Column[],
	by: PlaceColumns | null,
	problems: Problems
): Written {
	const empty = () => new Float64Array(rows.count).fill(NaN);
	if (by?.by === 'geometry') {
		const [x, y] = [rows.x ?? empty(), rows.y ?? empty()];
		for (let row = 0; row < rows.count; row++)
			if (Number.isNaN(x[row]) && !rows.shapes.has(row) && !rows.told.has(row))
				problems.add('no-place', { origin: rows.origin[row]! });
		return { x, y, shapes: rows.shapes, isShared: false, projection: null };
	}
	if (by?.by === 'pair') return pairs(rows, columns[by.longitude]!, columns[by.latitude]!, problems);
	const written: Written = { x: empty(), y: empty(), shapes: new Map(), isShared: false, projection: null };
	if (by) texts(rows, columns[by.column]!, written, problems);
	else if (rows.count > 0) problems.add('no-place', { origin: rows.origin[0]! }, rows.count);
	return written;
}

function pairs(rows: Rows, longitude: Column, latitude: Column, problems: Problems): Written {
	const isShared = longitude.kind === 'number' && latitude.kind === 'number';
	const x = angles(rows, longitude, problems);
	const y = angles(rows, latitude, problems);
	for (let row = 0; row < rows.count; row++) {
		if (!Number.isNaN(x[row]) && !Number.isNaN(y[row])) continue;
		const [a, b] = [cellText(longitude, row), cellText(latitude, row)];
		if (a === '' || b === '') problems.add('no-place', { origin: rows.origin[row]! });
	}
	// The numbers alone do not tell UTM from other grids in metres; the names of the columns may.
	const isGrid = /northing|easting|utm/i.test(longitude.name + latitude.name);
	return {
		x,
		y,
		shapes: new Map(),
		isShared,
		projection: isGrid && x.some((value) => Math.abs(value) > 180) ? 'UTM' : null
	};
}

function angles(rows: Rows, column: Column, problems: Problems): Float64Array {
	if (column.kind === 'number') return column.values;
	const degrees = new Float64Array(rows.count).fill(NaN);
	for (let row = 0; row < rows.count; row++) {
		const text = cellText(column, row);
		if (text === '') continue;
		const angle = parseAngle(text);
		if (angle) degrees[row] = angle.degrees;
		else problems.add('unreadable-place', { origin: rows.origin[row]!, column: column.name, found: text });
	}
	return degrees;
}

function texts(rows: Rows, column: Column, written: Written, problems: Problems): void {
	for (let row = 0; row < rows.count; row++) {
		const text = cellText(column, row);
		const origin = rows.origin[row]!;
		if (text === '') {
			problems.add('no-place', { origin });
			continue;
		}
		if (looksLikeWkt(text)) {
			const shape = parseWkt(text);
			if (shape?.srid) written.projection ??= `EPSG:${shape.srid}`;
			if (shape?.geometry.type === 'Point')
				[written.x[row], written.y[row]] = shape.geometry.coordinates as Position;
			else if (shape) written.shapes.set(row, shape.geometry);
			else problems.add('bad-geometry', { origin, column: column.name, found: text });
			continue;
		}
		const at = parseMgrs(text) ?? parsePair(text);
		if (at) [written.x[row], written.y[row]] = at;
		else problems.add('unreadable-place', { origin, column: column.name, found: text });
	}
}

/** What a name of a coordinate system means: EPSG:4326, urn:ogc:def:crs:OGC:1.3:CRS84 … */
function projectionNamed(name: string | null): Projection | 'other' | null {
	if (name === null) return null;
	// No name of a coordinate system is longer; a longer text is not looked through.
	if (name.length > 200) return 'other';
	if (/CRS:?84|(?:EPSG\D*|^)(?:4326|4979)$|WGS ?84$/i.test(name)) return 'degrees';
	if (/(?:EPSG\D*|ESRI\D*|^)(?:[\d.]*:)?(?:3857|900913|102100|102113|3785)$/i.test(name))
		return 'web-mercator';
	return 'other';
}

/** Metres where most positions can't be degrees and all can be metres of EPSG:3857. */
function guessProjection({ x, y, shapes }: Written): Projection {
	let [beyond, all] = [0, 0];
	const edge = mercatorEdge * 1.001;
	const look = (a: number, b: number): boolean => {
		all++;
		// Degrees are never beyond 1,000, whatever was mistyped.
		if (Math.abs(a) > 1000 && Math.abs(b) > 1000) beyond++;
		return Math.abs(a) <= edge && Math.abs(b) <= edge;
	};
	for (let row = 0; row < x.length; row++) {
		if (Number.isNaN(x[row]) || Number.isNaN(y[row])) continue;
		if (!look(x[row]!, y[row]!)) return 'degrees';
	}
	for (const shape of shapes.values()) {
		const [a, b] = pointOn(shape);
		if (!look(a!, b!)) return 'degrees';
	}
	return beyond > all / 2 ? 'web-mercator' : 'degrees';
}
