/**
 * The rows in a JSON document that is neither GeoJSON nor a list: under some name, however deep, as lists of objects, as
 * objects under keys, as lists of cells, or as a list for each column.
 */
import { angleWordOf } from './angleNames';
import { rankOf } from './columnNames';
import { geometryTypes, isGeometry, isObject, saysAngles, spread } from './jsonPlaces';

/** Rows that were found under a name. */
export interface FoundRows {
	/** The names on the way to them, with points between; '' where they are the document itself. */
	name: string;
	/** Objects, or lists of cells. */
	rows: unknown[];
	/** What the cells of lists are, where the document says it apart. */
	header: string[] | null;
	hasPlaces: boolean;
	/** Whether the file says that they are rows: objects under keys may be anything. */
	isSure: boolean;
}

/** Objects within each other are looked through up to so many deep, and so many in all. */
const deepest = 4;
const mostObjects = 2000;
/** Rows that are looked at to see whether they have places. */
const mostLooked = 50;
/** The name of the column for the keys of rows. */
const keyName = 'key';

/** All rows of a document: those with places first, then those that are rows beyond doubt, of each kind the most first. */
export function rowsIn(document: Record<string, unknown>): FoundRows[] {
	const found: FoundRows[] = [];
	let objects = 0;
	const look = (object: Record<string, unknown>, name: string, depth: number, headers: string[] | null) => {
		if (objects++ > mostObjects || depth > deepest) return;
		const whole = wholeOf(object, name, depth);
		if (whole) {
			found.push(whole);
			return;
		}
		// It may be a row alone, where nothing in it is rows.
		if (isRow(object)) found.push({ name, rows: [object], header: null, hasPlaces: true, isSure: false });
		const header = headerIn(object) ?? headers;
		for (const [key, value] of Object.entries(object)) {
			const at = name === '' ? key : `${name}.${key}`;
			if (Array.isArray(value)) {
				const list = listOf(value, at, header);
				if (list) found.push(list);
			} else if (isObject(value)) look(value, at, depth + 1, header);
		}
	};
	look(document, '', 0, socrataHeader(document));
	return found.sort(
		(a, b) =>
			Number(b.hasPlaces) - Number(a.hasPlaces) ||
			Number(b.isSure) - Number(a.isSure) ||
			b.rows.length - a.rows.length
	);
}

/** A list of which at least half are rows. */
function listOf(list: unknown[], name: string, header: string[] | null): FoundRows | null {
	const objects = list.filter(isObject);
	if (objects.length > 0 && objects.length * 2 >= list.length)
		return { name, rows: list, header: null, hasPlaces: somePlace(objects), isSure: true };
	const lists = list.filter((item) => Array.isArray(item));
	if (lists.length === 0 || lists.length * 2 < list.length) return null;
	const names = header?.length === lists[0]!.length ? header : null;
	// The names, and the tags of HXL below them. Without either, lists of numbers may be anything.
	const tops =
		names ?? lists.slice(0, 2).flatMap((cells) => cells.filter((cell) => typeof cell === 'string'));
	const hasPlaces = namesPlace(tops as string[]);
	if (!names && !hasPlaces) return null;
	return { name, rows: list, header: names, hasPlaces, isSure: names !== null };
}

/** What an object is as a whole: GeoJSON in a wrapping, columns as lists, or rows under keys. */
function wholeOf(object: Record<string, unknown>, name: string, depth: number): FoundRows | null {
	const { type } = object;
	const isWrapped =
		depth > 0 &&
		typeof type === 'string' &&
		(['Feature', 'FeatureCollection', 'Topology'].includes(type) || geometryTypes.includes(type));
	const sure = { name, header: null, hasPlaces: true, isSure: true };
	if (isWrapped) return { ...sure, rows: [object] };
	const columns = columnsIn(object);
	if (columns) return { ...sure, rows: columns };
	const entries = Object.entries(object).filter(([, value]) => value !== null);
	const isKeyed = entries.length > 0 && entries.every(([, value]) => isObject(value));
	const objects = isKeyed ? entries.map(([, value]) => value as Record<string, unknown>) : [];
	const looked = objects.slice(0, mostLooked);
	const placed = looked.filter(isRow).length;
	const hasPlaces = placed > 0 && placed * 2 >= looked.length;
	if (!hasPlaces && !areAlike(looked)) return null;
	const rows = objects.map((row, index) => keyed(entries[index]![0], row));
	return { ...sure, rows, hasPlaces, isSure: false };
}

/** A row with the key that it stands under in a column before the others; of a feature among its properties. */
function keyed(key: string, row: Record<string, unknown>): Record<string, unknown> {
	const named = (fields: Record<string, unknown>) => {
		let free = keyName;
		for (let copy = 2; Object.hasOwn(fields, free); copy++) free = `${keyName} ${copy}`;
		return { [free]: key, ...fields };
	};
	if (row.type !== 'Feature') return named(row);
	return { ...row, properties: named(isObject(row.properties) ? row.properties : {}) };
}

/** Whether objects have names in common, as rows do: most have the first one's names. */
function areAlike(objects: readonly Record<string, unknown>[]): boolean {
	const [first, ...others] = objects;
	const names = Object.keys(first ?? {});
	if (others.length === 0 || names.length === 0) return false;
	const shared = others.filter((other) => names.some((name) => Object.hasOwn(other, name)));
	return shared.length * 4 >= others.length * 3;
}

/** The rows of an object that has a list, or an object of numbered values, for each column; null where it is none. */
function columnsIn(object: Record<string, unknown>): Record<string, unknown>[] | null {
	const isScalar = (value: unknown) => typeof value !== 'object' || value === null;
	const columns: [name: string, values: unknown[]][] = [];
	for (const [name, value] of Object.entries(object)) {
		const isNumbered = isObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key));
		if (Array.isArray(value)) columns.push([name, value]);
		else if (isNumbered) columns.push([name, Object.values(value)]);
	}
	const [axis] = columns.filter(([name]) => rankOf('latitude', name) < Infinity);
	const rows = axis?.[1].length ?? 0;
	const fit = columns.filter(([, values]) => values.length === rows);
	if (rows === 0 || !namesPlace(fit.map(([name]) => name)) || !axis![1].every(isScalar)) return null;
	return Array.from({ length: rows }, (_, row) =>
		Object.fromEntries(fit.map(([name, values]) => [name, values[row]]))
	);
}

const headerNames = ['columns', 'fields', 'headers', 'header', 'cols', 'schema'];

/** The names of columns that an object gives apart from its rows: as texts, or as objects with a name. */
function headerIn(object: Record<string, unknown>): string[] | null {
	for (const name of headerNames) {
		const value = object[name];
		if (!Array.isArray(value) || value.length === 0) continue;
		const names = value.map(nameOf);
		if (names.every((each) => each !== null)) return names;
	}
	return null;
}

function nameOf(value: unknown): string | null {
	if (typeof value === 'string') return value;
	if (!isObject(value)) return null;
	const name = value.name ?? value.id ?? value.title ?? value.label;
	return typeof name === 'string' ? name : null;
}

/** Socrata's `rows.json` says its columns far from its rows. */
function socrataHeader({ meta }: Record<string, unknown>): string[] | null {
	const view = isObject(meta) ? meta.view : null;
	return isObject(view) ? headerIn(view) : null;
}

const somePlace = (rows: readonly Record<string, unknown>[]) => rows.slice(0, mostLooked).some(saysPlace);

/** Whether names are those of a latitude and a longitude, or one is that of a place. */
function namesPlace(names: readonly string[]): boolean {
	const has = (axis: 'latitude' | 'longitude') =>
		names.some((name) => rankOf(axis, name) < Infinity || angleWordOf(axis, name) !== null);
	return (has('latitude') && has('longitude')) || names.some((name) => rankOf('place', name) < Infinity);
}

/** Whether an object says where it is: it is GeoJSON, or has values under names of coordinates. */
function saysPlace(row: Record<string, unknown>): boolean {
	const { type } = row;
	if (type === 'Feature' || type === 'FeatureCollection' || Array.isArray(row.coordinates)) return true;
	const whole = spread(row);
	return namesPlace(Object.keys(whole).filter((name) => whole[name] !== null && whole[name] !== ''));
}

/** Whether an object is a row: it says a place itself, or in an object of such a name, or beside other values. */
function isRow(object: Record<string, unknown>): boolean {
	if (object.type === 'Feature' || saysAngles(object)) return true;
	const places = Object.entries(object).filter(
		([, value]) => isObject(value) && (isGeometry(value) || saysAngles(value))
	);
	if (places.length === 0) return false;
	return (
		places.some(([name]) => rankOf('place', name) < Infinity) ||
		Object.values(object).some((value) => !isObject(value))
	);
}
