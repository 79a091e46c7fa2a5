/** What the columns of a file mean, guessed from their names and their texts. */
import type { ColumnRoles } from '../table';
import type { RawColumn } from './column';
import { plainName, rankOf, type Meaning } from './columnNames';
import { parseAngle, parseMgrs, parsePair } from './coordinates';
import { parseDays } from './days';
import { shortText } from './numbers';
import type { Rows } from './rows';
import { looksLikeWkt } from './wkt';

/** Where the place of a row is written. Columns by their number. */
export type PlaceColumns =
	/** In the geometries of the file. */
	| { by: 'geometry' }
	| { by: 'pair'; latitude: number; longitude: number }
	/** Both in one cell: two angles, MGRS or WKT. */
	| { by: 'text'; column: number };

/** Of the columns that pass, the one whose name or HXL tag has the meaning most surely. */
function byName(
	meaning: Meaning,
	rows: Rows,
	passes: (column: RawColumn, index: number) => boolean
): number | null {
	let best: number | null = null;
	let bestRank = Infinity;
	rows.columns.forEach((column, index) => {
		const rank = Math.min(rankOf(meaning, column.name), rankOf(meaning, rows.tags[index] ?? ''));
		if (rank < bestRank && passes(column, index)) [best, bestRank] = [index, rank];
	});
	return best;
}

/** The first texts of a column, '' aside. */
function* sample(column: RawColumn, most = 50): Generator<string> {
	let found = 0;
	for (let row = 0; row < column.rows && row < 5000 && found < most; row++) {
		const text = column.text(row);
		if (text === '') continue;
		found++;
		yield text;
	}
}

/** Whether at least half of the first texts pass; a column without texts does not. */
function mostly(column: RawColumn, passes: (text: string) => boolean): boolean {
	let [yes, all] = [0, 0];
	for (const text of sample(column)) {
		all++;
		if (passes(text)) yes++;
	}
	return all > 0 && yes * 2 >= all;
}

const isAngle = (text: string) => parseAngle(text) !== null;
const isPlace = (text: string) => looksLikeWkt(text) || parseMgrs(text) !== null || parsePair(text) !== null;

/** Which columns say where a row is; null where none does. */
export function guessPlace(rows: Rows): PlaceColumns | null {
	if (rows.shapes.size > 0 || rows.x?.some((x) => !Number.isNaN(x))) return { by: 'geometry' };
	const isAngles = (column: RawColumn) => mostly(column, isAngle);
	const latitude = byName('latitude', rows, isAngles) ?? byPart(rows, /lat(?!e)|breite|عرض/, isAngles);
	const longitude = byName('longitude', rows, isAngles) ?? byPart(rows, /lon|lng|lange|laenge|طول/, isAngles);
	if (latitude !== null && longitude !== null && latitude !== longitude)
		return { by: 'pair', latitude, longitude };
	const isPlaces = (column: RawColumn) => mostly(column, isPlace);
	const named = byName('place', rows, isPlaces);
	if (named !== null) return { by: 'text', column: named };
	// Without a telling name: only a column that can hardly be anything else.
	const sure = rows.columns.findIndex((column) => mostly(column, isSurelyPlace));
	if (sure >= 0) return { by: 'text', column: sure };
	// A name without readable cells is still the best guess: each row is then reported as unreadable.
	const [fallbackLatitude, fallbackLongitude] = [
		byName('latitude', rows, hasText),
		byName('longitude', rows, hasText)
	];
	if (fallbackLatitude !== null && fallbackLongitude !== null && fallbackLatitude !== fallbackLongitude)
		return { by: 'pair', latitude: fallbackLatitude, longitude: fallbackLongitude };
	return guessUnnamed(rows);
}

const hasText = (column: RawColumn) => column.filled > 0;

function byPart(rows: Rows, part: RegExp, passes: (column: RawColumn) => boolean): number | null {
	const index = rows.columns.findIndex((column) => part.test(plainName(column.name)) && passes(column));
	return index < 0 ? null : index;
}

/** Text that is a place beyond doubt: a number alone, a date or a span of numbers is not. */
function isSurelyPlace(text: string): boolean {
	if (looksLikeWkt(text) || parseMgrs(text) !== null) return true;
	const plain = shortText(text);
	if (plain === null || !/[.,]\d{2,}.*[.,]\d{2,}|°/.test(plain)) return false;
	const pair = parsePair(text);
	return pair !== null && Math.abs(pair[0]) <= 180 && Math.abs(pair[1]) <= 90;
}

/** Two columns of decimal degrees beside each other, in a file that names no column: latitude first. */
function guessUnnamed(rows: Rows): PlaceColumns | null {
	if (!rows.columns.every(({ name }) => /^\d+$/.test(name))) return null;
	const isDegrees = (text: string) =>
		/[.,]\d{2,}/.test(text) && Math.abs(parseAngle(text)?.degrees ?? 999) <= 180;
	const index = rows.columns.findIndex(
		(column, at) =>
			mostly(column, isDegrees) && rows.columns[at + 1] && mostly(rows.columns[at + 1]!, isDegrees)
	);
	return index < 0 ? null : { by: 'pair', latitude: index, longitude: index + 1 };
}

/** The columns of the other meanings: each column has one at most, and those of the place have none. */
export function guessRoles(rows: Rows, place: PlaceColumns | null): ColumnRoles {
	const taken = new Set<number>(
		place?.by === 'pair' ? [place.latitude, place.longitude] : place?.by === 'text' ? [place.column] : []
	);
	const take = (meaning: Meaning, passes: (column: RawColumn) => boolean = hasText) => {
		const index = byName(meaning, rows, (column, at) => !taken.has(at) && passes(column));
		if (index !== null) taken.add(index);
		return index;
	};
	const isDated = (column: RawColumn) => mostly(column, isDate);
	// The strictest first, since some names are in several lists.
	const date = take('date', isDated);
	const actor = take('actor', (column) => hasText(column) && repeats(column));
	return { name: take('name'), actor, date, source: take('source'), quote: take('quote') };
}

function isDate(text: string): boolean {
	return parseDays(text, 'day-first') !== null || /^\d{4,13}(?:\.\d+)?$/.test(text);
}

/** Whether there are few enough texts to colour rows by: 12, or 1,000 that each repeat twice on average. */
function repeats(column: RawColumn): boolean {
	const distinct = column.distinct();
	return (
		distinct !== null &&
		distinct.length <= 1000 &&
		(distinct.length <= 12 || distinct.length * 2 <= column.filled)
	);
}
