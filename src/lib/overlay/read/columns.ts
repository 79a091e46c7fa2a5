/** What the columns of a file mean, guessed from their names and their texts. */
import type { ColumnRoles } from '../table';
import type { RawColumn } from './column';
import { plainName, rankOf, wordsOf, type Meaning } from './columnNames';
import { isOnEarth, parseAngle, parseMgrs, parsePair, parseUtm, readPair, type Axis } from './coordinates';
import { parseDays, yearPairOf } from './days';
import { parseDaysInWords } from './dayWords';
import { isIn, type Box } from './box';
import { everyPosition } from './geometry';
import { shortText } from './numbers';
import { added, linksOf } from './ours';
import { firstAngles, mostOthers, namedPairs } from './pairColumns';
import { columnsOfPair, type PairColumns, type PlaceColumns, type PlaceReason } from './placeColumns';
import { parseMapLink } from './mapLinks';
import type { Problems } from './problem';
import type { Rows } from './rows';
import { mostly, sample } from './sample';
import { looksLikeShape, parseShape } from './shapeText';
import { parseSurveyPoint, parseSurveyTrace } from './survey';

export interface PlaceGuess {
	place: PlaceColumns | null;
	reason: PlaceReason | null;
	/** Others that it may be as well, for the reader to choose from. Where there is no place, what the cells look like. */
	others: PlaceColumns[];
}

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

const isPlace = (text: string) =>
	looksLikeShape(text) ||
	parseMapLink(text) !== null ||
	parseMgrs(text) !== null ||
	parseUtm(text) !== null ||
	parsePair(text) !== null ||
	parseSurveyPoint(text) !== null ||
	parseSurveyTrace(text) !== null;

/** Which columns say where a row is. @param region where rows are more likely than elsewhere */
export function guessPlace(rows: Rows, region: Box | null): PlaceGuess {
	if (rows.shapes.size > 0 || rows.x?.some((x) => !Number.isNaN(x)))
		return { place: { by: 'geometry' }, reason: 'geometry', others: [] };
	const [pair, ...others] = namedPairs(rows);
	const shapes = pair ? shapesBeside(rows, pair) : null;
	if (shapes !== null) return { place: { by: 'text', column: shapes }, reason: 'names', others: [] };
	const isAsked = pair !== undefined && isDoubtful(pair, rows, region);
	if (pair && !isAsked) return { place: pair, reason: 'names', others };
	const isPlaces = (column: RawColumn) => mostly(column, isPlace);
	const named = byName('place', rows, isPlaces);
	if (named !== null) return { place: { by: 'text', column: named }, reason: 'names', others: [] };
	// Without a telling name: only a column that can hardly be anything else.
	const sure = rows.columns.findIndex((column) => mostly(column, isSurelyPlace));
	if (sure >= 0) return { place: { by: 'text', column: sure }, reason: 'values', others: [] };
	const lettered = letteredPair(rows);
	if (lettered) return { place: lettered, reason: 'values', others: [] };
	if (pair) return { place: null, reason: null, others: [pair, ...others] };
	// A name without readable cells is still the best guess: each row is then reported as unreadable.
	const [latitude, longitude] = [byName('latitude', rows, hasText), byName('longitude', rows, hasText)];
	if (latitude !== null && longitude !== null && latitude !== longitude)
		return { place: { by: 'pair', latitude, longitude }, reason: 'names', others: [] };
	if (!rows.columns.every(({ name }) => /^\d+$/.test(name)))
		return { place: null, reason: null, others: pairsInRegion(rows, region) };
	const [unnamed, ...rivals] = guessUnnamed(rows, region);
	if (unnamed) return { place: unnamed, reason: 'values', others: rivals };
	const both = rows.columns.findIndex((column) => mostly(column, (text) => isInEitherOrder(text, region)));
	if (both >= 0) return { place: { by: 'text', column: both }, reason: 'values', others: [] };
	return { place: null, reason: null, others: pairsOnEarth(rows) };
}

/** Names that charts and lists of things have as well: x and y, width and length. */
const otherwise = /^(?:x|y|lange|laenge|breite|الطول|العرض|طول|عرض)$/;

/** Whether two columns may be anything: by their names, and since their numbers are no metres, not exact, and elsewhere. */
function isDoubtful({ latitude, longitude }: PairColumns, rows: Rows, region: Box | null): boolean {
	const [a, b] = [rows.columns[latitude]!, rows.columns[longitude]!];
	if (![a, b].every(({ name }) => otherwise.test(plainName(name)))) return false;
	if ([a, b].some((column) => mostly(column, (text) => /[.,]\d{3}|[^\d.,+\s-]/.test(text)))) return false;
	const [north, east] = [firstAngles(a), firstAngles(b)];
	const known = north.filter((y, at) => {
		const x = east[at] ?? NaN;
		return isIn(region, x, y) || isIn(region, y, x) || (Math.abs(x) > 180 && Math.abs(y) > 180);
	});
	return known.length * 2 < north.length;
}

/** Two columns whose angles have the letters of their axes, as 36°12'N and 37°6'E, whatever they are called. */
function letteredPair(rows: Rows): PairColumns | null {
	const of = (axis: Axis) =>
		rows.columns.findIndex((column) =>
			mostly(column, (text) => /\d{2}/.test(text) && parseAngle(text)?.axis === axis)
		);
	const [latitude, longitude] = [of('latitude'), of('longitude')];
	return latitude < 0 || longitude < 0 ? null : { by: 'pair', latitude, longitude };
}

/**
 * A column of geometries in degrees that says of more rows where they are than a pair does: the pair is of those rows
 * alone that are points, as in our own files.
 */
function shapesBeside(rows: Rows, { latitude, longitude }: PairColumns): number | null {
	const index = byName('place', rows, (column) => mostly(column, looksLikeShape));
	if (index === null) return null;
	const column = rows.columns[index]!;
	const ofPair = Math.min(rows.columns[latitude]!.filled, rows.columns[longitude]!.filled);
	const isOwn = column.name === added.geometry;
	const isInDegrees = (text: string) => {
		const at = parseShape(text)?.geometry;
		return at != null && everyPosition(at, ([x, y]) => isOnEarth(x!, y!));
	};
	return isOwn || (column.filled > ofPair && mostly(column, isInDegrees)) ? index : null;
}

const hasText = (column: RawColumn) => column.filled > 0;

/** Text that is a place beyond doubt: a number alone, a date or a span of numbers is not. */
function isSurelyPlace(text: string): boolean {
	if (looksLikeShape(text) || parseMgrs(text) !== null || parseUtm(text) !== null) return true;
	if (parseSurveyTrace(text) || parseMapLink(text)) return true;
	// Three numbers may be anything; four with decimals where a survey tool has them are a point of one.
	if (/^-?\d+\.\d{3,} -?\d+\.\d{3,} /.test(text) && parseSurveyPoint(text)) return true;
	const plain = shortText(text);
	if (plain === null || !/\d{2}/.test(plain)) return false;
	const pair = readPair(text);
	if (!pair || !isOnEarth(...pair.at)) return false;
	return pair.order === 'letters' || /[.,]\d{2,}.*[.,]\d{2,}|°/.test(plain);
}

/**
 * Two columns of angles beside each other, in a file that names no column: those of which most rows are in the region, in
 * the order in which more are, else two of at least two decimals, latitude first. In both orders they are offered.
 */
function guessUnnamed(rows: Rows, region: Box | null): PairColumns[] {
	const inRegion = pairsInRegion(rows, region);
	if (inRegion.length > 0) return inRegion;
	const isDegrees = (text: string) =>
		/[.,]\d{2,}/.test(text) && Math.abs(parseAngle(text)?.degrees ?? 999) <= 180;
	const index = rows.columns.findIndex(
		(column, at) =>
			mostly(column, isDegrees) && rows.columns[at + 1] && mostly(rows.columns[at + 1]!, isDegrees)
	);
	return index < 0 ? [] : [{ by: 'pair', latitude: index, longitude: index + 1 }];
}

/** Whether a text is two numbers with decimals that lie in the region, in one order or the other. */
function isInEitherOrder(text: string, region: Box | null): boolean {
	const pair = /[.,]\d.*[.,]\d/.test(shortText(text) ?? '') ? parsePair(text) : null;
	return pair !== null && (isIn(region, ...pair) || isIn(region, pair[1], pair[0]));
}

const isDecimal = (text: string) => /[.,]\d/.test(text) && parseAngle(text) !== null;

/** The first two neighbouring columns of decimal degrees, in each order in which they are on Earth. */
function pairsOnEarth(rows: Rows): PairColumns[] {
	const areOnEarth = ({ latitude, longitude }: PairColumns) => {
		const [y, x] = [firstAngles(rows.columns[latitude]!), firstAngles(rows.columns[longitude]!)];
		return y.every((degrees, at) => isOnEarth(x[at] ?? NaN, degrees));
	};
	for (let at = 0; at + 1 < rows.columns.length; at++) {
		if (![at, at + 1].every((index) => mostly(rows.columns[index]!, isDecimal))) continue;
		return [
			{ by: 'pair' as const, latitude: at, longitude: at + 1 },
			{ by: 'pair' as const, latitude: at + 1, longitude: at }
		].filter(areOnEarth);
	}
	return [];
}

/** Neighbouring columns of decimal degrees whose rows are in the region: the latitude may be either. */
function pairsInRegion(rows: Rows, region: Box | null): PairColumns[] {
	const found: PairColumns[] = [];
	for (let index = 0; index + 1 < rows.columns.length && found.length < mostOthers; index++) {
		const [a, b] = [rows.columns[index]!, rows.columns[index + 1]!];
		if (!mostly(a, isDecimal) || !mostly(b, isDecimal)) continue;
		const [first, second] = [firstAngles(a), firstAngles(b)];
		const share = (isLatitudeFirst: boolean) => {
			const hits = first.filter((one, at) => {
				const other = second[at] ?? NaN;
				return isLatitudeFirst ? isIn(region, other, one) : isIn(region, one, other);
			});
			return hits.length / Math.max(1, first.length);
		};
		const [latitudeFirst, longitudeFirst] = [share(true), share(false)];
		if (Math.max(latitudeFirst, longitudeFirst) < 0.5) continue;
		if (latitudeFirst >= longitudeFirst) found.push({ by: 'pair', latitude: index, longitude: index + 1 });
		if (longitudeFirst >= latitudeFirst) found.push({ by: 'pair', latitude: index + 1, longitude: index });
	}
	return found;
}

/** The columns of the other meanings: each column has one at most, and those of the place have none. */
export function guessRoles(rows: Rows, place: PlaceColumns | null): ColumnRoles {
	const taken = new Set<number>(
		place?.by === 'pair' ? columnsOfPair(place) : place?.by === 'text' ? [place.column] : []
	);
	const take = (meaning: Meaning, passes: (column: RawColumn) => boolean = hasText) => {
		const index = byName(meaning, rows, (column, at) => !taken.has(at) && passes(column));
		if (index !== null) taken.add(index);
		return index;
	};
	// Beside the words of a source its address is what can be opened.
	const takeSource = () => take('source', isLinks) ?? take('source') ?? takeLinks();
	const takeLinks = () => {
		const index = rows.columns.findIndex((column, at) => !taken.has(at) && isLinks(column));
		return index < 0 ? null : index;
	};
	const isDated = (column: RawColumn) => mostly(column, isDate);
	// The strictest first, since some names are in several lists.
	const date = take('date', isDated) ?? dateByWord(rows, taken);
	const actor = take('actor', (column) => hasText(column) && repeats(column));
	return { name: take('name'), actor, date, source: takeSource(), quote: take('quote') };
}

const isLinks = (column: RawColumn) => column.filled > 0 && column.name.endsWith(linksOf(''));

/** Words that say of a column that it has dates, in the languages that we know. */
const dateWords = /^(?:dates?|datetime|timestamp|datum|fecha|data|jour|tarih|дата|تاريخ|تاریخ)$/;
const yearWords = /^(?:years?|annee|ano|jahr|yil|год|سنة|السنة|عام)$/;
const isCalledDate = ({ name }: RawColumn) =>
	wordsOf(name).some((word) => dateWords.test(word.replace(/^ال/, '')));

/**
 * The first column of which a word of its name says that it has dates, as `last_strike_date`; else the first whose cells
 * are dates beyond doubt, or which is called one of years and has them.
 */
function dateByWord(rows: Rows, taken: Set<number>): number | null {
	const find = (passes: (column: RawColumn) => boolean) =>
		rows.columns.findIndex((column, index) => !taken.has(index) && passes(column));
	const said = find((column) => rows.dates.has(column.name) && mostly(column, isDate));
	const named = said >= 0 ? said : find((column) => isCalledDate(column) && mostly(column, isDate));
	const sure = named >= 0 ? named : find((column) => mostly(column, isSurelyDate));
	const isYear = (text: string) => /^(?:1[5-9]|20)\d\d$/.test(shortText(text) ?? '');
	const isCalledYear = ({ name }: RawColumn) => wordsOf(name).some((word) => yearWords.test(word));
	const found = sure >= 0 ? sure : find((column) => isCalledYear(column) && mostly(column, isYear));
	if (found >= 0) taken.add(found);
	return found < 0 ? null : found;
}

/** Whether a text has a day, a month and a year, or a day and a time, as only dates do. */
const isSurelyDate = (text: string) =>
	text.length < 60 &&
	/\d{4}-\d\d-\d\d|^\d{1,2}[/.]\d{1,2}[/.]\d{4}/.test(text) &&
	parseDays(text, 'day-first') !== null;

/** Tells of a column that is called a date and can't be read as one, since its rows are then in no span of time. */
export function unreadDates(rows: Rows, problems: Problems): void {
	// In English “data” may be anything.
	const isDates = (each: RawColumn) => isCalledDate(each) && !wordsOf(each.name).includes('data');
	const column = rows.columns.find((each) => hasText(each) && isDates(each));
	const [found] = column ? sample(column, 1) : [];
	if (column) problems.add('unread-dates', { column: column.name, found }, column.filled);
}

function isDate(text: string): boolean {
	return (
		parseDaysInWords(text, 'day-first') !== null ||
		yearPairOf(text) !== null ||
		/^\d{4,13}(?:\.\d+)?$/.test(text)
	);
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
