/** Pairs of columns that their names call latitude and longitude. */
import type { RawColumn } from './column';
import { angleWordOf } from './angleNames';
import { plainName, rankOf, wordsOf } from './columnNames';
import { directionOf, parseAngle, type Axis } from './coordinates';
import type { PairColumns } from './placeColumns';
import type { Rows } from './rows';
import { mostly, sample } from './sample';

/** So many other pairs are offered. */
export const mostOthers = 3;
/** Columns of a kind that are looked at: a file may call all of its 256 columns latitude. */
const mostCandidates = 12;

interface Candidate {
	index: number;
	rank: number;
	/** The other words of its name, by which two columns belong together. */
	rest: string;
}

const isAngle = (text: string) => parseAngle(text) !== null;

/** A word of a name ranks after all names that are known as a whole. */
const wordRank = 100;
/** Two columns whose other words differ, as of two places, rank after all that belong together. */
const otherRest = 1000;

/** Pairs by their names, the surest first; others are of one kind with it, as of where something began and ended. */
export function namedPairs(rows: Rows): PairColumns[] {
	const latitudes = candidates('latitude', rows);
	const longitudes = candidates('longitude', rows);
	const found: { pair: PairColumns; rank: number; rest: string | null }[] = [];
	for (const latitude of latitudes)
		for (const longitude of longitudes) {
			if (latitude.index === longitude.index) continue;
			const isSame = latitude.rest === longitude.rest;
			const isPossible = arePossible(rows.columns[latitude.index]!, rows.columns[longitude.index]!);
			found.push({
				pair: { by: 'pair', latitude: latitude.index, longitude: longitude.index },
				rank: latitude.rank + longitude.rank + (isSame ? 0 : otherRest) + (isPossible ? 0 : 10 * otherRest),
				rest: isSame ? latitude.rest : null
			});
		}
	if (found.length === 0) found.push(...gluedPairs(rows).map((pair) => ({ pair, rank: 0, rest: null })));
	const [best, ...others] = found.sort((a, b) => a.rank - b.rank);
	if (!best) return [];
	const used = new Set([best.pair.latitude, best.pair.longitude]);
	const rivals: PairColumns[] = [];
	for (const { pair, rank, rest } of others) {
		// Of two places of a row, as where something began and ended; not the same place written twice.
		if (rest === null || rest === best.rest || rank - best.rank >= wordRank) continue;
		if (used.has(pair.latitude) || used.has(pair.longitude)) continue;
		if (rivals.length === mostOthers) break;
		used.add(pair.latitude).add(pair.longitude);
		rivals.push(pair);
	}
	return [best.pair, ...rivals].map((pair) => withParts(rows, pair));
}

/** The first angles of a column in degrees. */
export function firstAngles(column: RawColumn): number[] {
	return Array.from(sample(column), (text) => parseAngle(text)?.degrees ?? NaN);
}

function candidates(axis: Axis, rows: Rows): Candidate[] {
	const found: Candidate[] = [];
	for (const [index, column] of rows.columns.entries()) {
		const whole = Math.min(rankOf(axis, column.name), rankOf(axis, rows.tags[index] ?? ''));
		const word = angleWordOf(axis, column.name);
		const rank = Math.min(whole, word ? wordRank + word.rank : Infinity);
		if (rank === Infinity || !mostly(column, isAngle)) continue;
		found.push({ index, rank, rest: word?.rest ?? '' });
	}
	return found.sort((a, b) => a.rank - b.rank).slice(0, mostCandidates);
}

/** Whether the first rows of two columns can be a latitude and a longitude, either first, or both metres. */
function arePossible(latitude: RawColumn, longitude: RawColumn): boolean {
	const [a, b] = [firstAngles(latitude), firstAngles(longitude)];
	const isPossible = (y: number, x: number) => {
		const [least, most] = [Math.min(Math.abs(x), Math.abs(y)), Math.max(Math.abs(x), Math.abs(y))];
		return (least <= 90 && most <= 180) || least > 1000;
	};
	const possible = a.filter((y, at) => isPossible(y, b[at] ?? NaN));
	return possible.length * 2 >= a.length;
}

/**
 * Names in which the word is glued to another, as in `sitelat` and `sitelon`: only where the same name with the other
 * word is there as well.
 */
function gluedPairs(rows: Rows): PairColumns[] {
	const names = rows.columns.map(({ name }) => plainName(name));
	const pairs: PairColumns[] = [];
	for (const [latitude, name] of names.entries()) {
		const found = /^(.*)(latitude|lat|breite|عرض)(.*)$/.exec(name);
		if (!found) continue;
		const others = ['longitude', 'lon', 'lng', 'long', 'lange', 'laenge', 'طول'].map(
			(word) => `${found[1]}${word}${found[3]}`
		);
		const longitude = names.findIndex((other, index) => index !== latitude && others.includes(other));
		if (longitude < 0 || pairs.length > mostOthers) continue;
		const columns = [rows.columns[latitude]!, rows.columns[longitude]!];
		if (columns.every((column) => mostly(column, isAngle))) pairs.push({ by: 'pair', latitude, longitude });
	}
	return pairs;
}

/** A pair with the columns of directions, minutes and seconds that belong to it. */
function withParts(rows: Rows, pair: PairColumns): PairColumns {
	const parted: PairColumns = { ...pair };
	const [latitudeSign, longitudeSign] = signColumns(rows, pair);
	if (latitudeSign !== null) parted.latitudeSign = latitudeSign;
	if (longitudeSign !== null) parted.longitudeSign = longitudeSign;
	const isDegrees = /^(?:|d|deg|degs|degrees?|grad|degres?|grados?|درجات|درجة)$/;
	if (!isDegrees.test(angleWordOf('latitude', rows.columns[pair.latitude]!.name)?.rest ?? '')) return parted;
	const isWhole = (index: number) =>
		mostly(rows.columns[index]!, (text) => /^[+-]?\d{1,3}$/.test(text.trim()));
	if (!isWhole(pair.latitude) || !isWhole(pair.longitude)) return parted;
	const minutes = partColumns(rows, pair, /^(?:m|min|mins|minutes?|minuten|minutos|دقائق|دقيقة)$/);
	const seconds = partColumns(rows, pair, /^(?:s|sec|secs|seconds?|secondes?|sekunden|segundos|ثوان|ثانية)$/);
	if (minutes) parted.minutes = minutes;
	if (minutes && seconds) parted.seconds = seconds;
	return parted;
}

/**
 * The columns of directions, latitude first: by their names and by what stands in them, as `N/S`, `LatRef`, `hemisphere`;
 * else those beside the angles of both axes in which nothing but directions stands, whatever they are called.
 */
function signColumns(rows: Rows, pair: PairColumns): [number | null, number | null] {
	const isOf = (axis: Axis) => (text: string) => directionOf(text)?.axis === axis;
	const named = (axis: Axis) => {
		const index = rows.columns.findIndex(
			(column) =>
				(/^(?:ns|sn|ew|we)$/.test(plainName(column.name)) ||
					wordsOf(column.name).some((word) => /^(?:hemi|hemisphere|dir|direction|ref|ns|ew)$/.test(word))) &&
				mostly(column, isOf(axis))
		);
		return index < 0 ? null : index;
	};
	const beside = (axis: Axis) =>
		[pair[axis] + 1, pair[axis] - 1].find((at) => {
			const column = rows.columns[at];
			return column && column.filled > 0 && [...sample(column)].every(isOf(axis));
		}) ?? null;
	const [latitude, longitude] = [named('latitude'), named('longitude')];
	if (latitude !== null || longitude !== null) return [latitude, longitude];
	// An S alone may be a size or a sector.
	const others: [number | null, number | null] = [beside('latitude'), beside('longitude')];
	return others.includes(null) ? [null, null] : others;
}

/** The columns of minutes or seconds of both axes: named as the axis, with a word for the part. */
function partColumns(rows: Rows, pair: PairColumns, part: RegExp): [number, number] | null {
	const of = (axis: Axis, taken: number) =>
		rows.columns.findIndex(
			(column, index) =>
				index !== taken &&
				part.test(angleWordOf(axis, column.name)?.rest ?? '') &&
				mostly(column, (text) => (parseAngle(text)?.degrees ?? 60) < 60)
		);
	const [latitude, longitude] = [of('latitude', pair.latitude), of('longitude', pair.longitude)];
	return latitude >= 0 && longitude >= 0 ? [latitude, longitude] : null;
}
