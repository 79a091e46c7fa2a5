/**
 * Reads a reader's file into a table. Whatever the file holds, this gives a table with its problems or a refusal with
 * its reason: it throws only where it is stopped.
 */
import { flatShapes } from '../shapes';
import { citationIn, recognised, rolesBySource } from '../sources/recognise';
import type { SourceId } from '../sources/sources';
import type { Column, ColumnRoles, Table } from '../table';
import type { OwnPlaces } from './article';
import { OtherEncoding, type ReadOptions } from './bytes';
import { guessPlace, type PlaceGuess } from './columns';
import { detectEncoding } from './encodings';
import type { Box } from './box';
import type { Form, FormChoices, Part } from './form';
import { foundIn, isPassable, type Found } from './found';
import { limits, type Limits } from './limits';
import { placeByNames, type LookedUp } from './lookedUp';
import { frameOf, type Projection, type SystemReason } from './frame';
import { recordsIn } from './ownArchive';
import { placeRows } from './place';
import { isPossible, type PlaceColumns, type PlaceReason } from './placeColumns';
import { Problems, Refusal, type Problem, type RefusalReason } from './problem';
import { guessRadius, radiiOf, type RadiusColumn } from './radius';
import { repeatedIds } from './repeatedIds';
import { Rows } from './rows';
import type { SystemOffer } from './systems';
import { writtenPlaces } from './written';
import { dateRows, type WhenChoices, type WhenGuesses } from './when';
import { workFor, type Work } from './work';

/** What the reader has set instead of a guess. Everything left out is guessed. */
export interface Choices extends FormChoices, WhenChoices {
	/** Null: the file says of no row where it is. */
	place?: PlaceColumns | null;
	/** Null: no column says how far from its position a row may be. */
	radius?: RadiusColumn | null;
	/** Columns by their number; null where none means it. */
	roles?: Partial<ColumnRoles>;
	/** Null: the columns mean what their names say, whatever source the file looks like. */
	source?: null;
	projection?: Projection;
	/** Take latitude and longitude for each other. */
	swap?: boolean;
	/** Where names are that stand for places, as they were looked up when the reader asked. */
	names?: LookedUp;
	/** How many times the usual work the file may make. */
	effort?: number;
}

/** How a file was read: each can be corrected by a choice of the same name. */
export interface Guesses extends Form, WhenGuesses {
	/** Which of the parts it is; null where there is nothing to choose from. */
	part: string | null;
	/** All that the reader may choose from. */
	parts: Part[];
	place: PlaceColumns | null;
	/** What the place was guessed by; null where the reader chose it, or where there is none. */
	placeReason: PlaceReason | null;
	/** What it may be as well: it is asked which. */
	placeOthers: PlaceColumns[];
	/** The column that says how far from its position a row may be. */
	radius: RadiusColumn | null;
	roles: ColumnRoles;
	/** The source by which the columns were read, and the one that the file looks like; null where none is known. */
	source: SourceId | null;
	looksLike: SourceId | null;
	/** What it is cited as, by its own words or those of its source; '' where neither says it. */
	cited: string;
	projection: Projection;
	/** What people call it; null for degrees. */
	projectionName: string | null;
	projectionReason: SystemReason | null;
	/** What the numbers may be as well: it is asked which. */
	projectionOthers: SystemOffer[];
	swap: boolean;
	/** How many more rows would be on Earth with latitude and longitude swapped; where it isn't 0, swapping is offered. */
	swapGains: number;
	/** Or, where they are on Earth either way, how many would be in the region of the site. */
	swapReason: 'earth' | 'region';
}

export type ReadResult =
	| { table: Table; problems: Problem[]; guesses: Guesses; refusal?: undefined }
	| { refusal: { reason: RefusalReason; detail: string | null }; problems: Problem[] };

/**
 * @param options.region where rows are more likely than elsewhere: it decides between readings that are both possible
 * @param options.ownPlaces the records of the data set's places, for articles of ours
 * @param options.work what the file may make; by its size, where it isn't given
 * @throws the reason of the signal, where it is aborted, and nothing else
 */
export async function read(
	file: Blob,
	choices: Choices = {},
	{
		limits: within = limits,
		work = workFor(file.size, choices.effort),
		region = null,
		ownPlaces,
		...options
	}: ReadOptions & { limits?: Limits; work?: Work; region?: Box | null; ownPlaces?: OwnPlaces } = {}
): Promise<ReadResult> {
	const problems = new Problems();
	const whole: Whole = { file, options, within, problems, work, region, ownPlaces };
	try {
		if (file.size > within.file) throw new Refusal('too-large', String(within.file));
		whole.file = (await recordsIn(file)) ?? file;
		try {
			return await attempt(whole, choices, null);
		} catch (error) {
			// A byte far into the file proved that it is not UTF-8.
			if (!(error instanceof OtherEncoding)) throw error;
			problems.clear();
			const encoding = await detectEncoding(error.bytes);
			return await attempt(whole, { ...choices, encoding }, error.bytes);
		}
	} catch (error) {
		if (error instanceof Refusal)
			return { refusal: { reason: error.reason, detail: error.detail }, problems: problems.list() };
		options.signal?.throwIfAborted();
		// The browser may fail to read the file, or there may not be the memory for it.
		if (error instanceof RangeError)
			return { refusal: { reason: 'too-large', detail: null }, problems: problems.list() };
		throw error;
	}
}

/** A file with all that its reading is bound by. */
interface Whole {
	file: Blob;
	options: ReadOptions;
	within: Limits;
	problems: Problems;
	work: Work;
	region: Box | null;
	ownPlaces: OwnPlaces | undefined;
}

/**
 * Reads the first table of a file that has rows with places, or the one that was chosen: the first file of a KMZ, say,
 * may only link to the others, and the first sheet of a workbook only say what the next ones hold.
 * @param proof the bytes from which the encoding among the choices was guessed, where the reader did not choose it
 */
async function attempt(whole: Whole, choices: Choices, proof: Uint8Array | null): Promise<ReadResult> {
	const { file, options, within, problems, work, region, ownPlaces } = whole;
	let refusal: Refusal | null = null;
	// What was noticed in tables without rows: it says why there are none, where no other table has any.
	const earlier: Problem[] = [];
	/** The first that has rows, of which none has a place. */
	let first: (Reading & { problems: Problem[] }) | null = null;
	for await (const found of foundIn(file, { choices, problems, work, within, ownPlaces }, options)) {
		const rows = new Rows(problems, within.rows, work);
		try {
			const form = await found.read(rows, proof);
			rows.finish();
			if (rows.count === 0) throw new Refusal('no-rows');
			options.signal?.throwIfAborted();
			const isMeant = found.parts.length === 0 || found.part === choices.part;
			if (isMeant || guessPlace(rows, region).place)
				return await finished({ found, rows, form }, choices, whole);
			if (!first) first = { found, rows, form, problems: problems.clear() };
			else problems.clear();
		} catch (error) {
			if (!isPassable(error)) throw error;
			refusal ??= error;
			earlier.push(...problems.clear());
		}
	}
	if (first) {
		problems.addAll(first.problems);
		return finished(first, choices, whole);
	}
	problems.addAll(earlier);
	throw refusal ?? new Refusal('archive-without-data');
}

/** A table whose rows were read. */
interface Reading {
	found: Found;
	rows: Rows;
	form: Form;
}

async function finished({ found, rows, form }: Reading, choices: Choices, whole: Whole): Promise<ReadResult> {
	const { problems } = whole;
	const { part } = found;
	if (choices.part === undefined) {
		const after = found.parts.slice(found.parts.findIndex(({ name }) => name === part) + 1);
		for (const { name, kind } of after) if (kind === 'file') problems.add('other-file', { found: name });
	}
	const parts = found.parts.map((each) => (each.name === part ? { ...each, rows: rows.count } : each));
	const { table, ...guessed } = await interpret(rows, choices, whole);
	return { table, problems: problems.list(), guesses: { ...form, part, parts, ...guessed } };
}

/** The rows of a file as a table, once it is decided what their columns mean. */
async function interpret(rows: Rows, choices: Choices, { problems, work, region }: Whole) {
	work.spend(rows.count * (rows.columns.length + 1));
	const isColumn = (index: number) => Number.isInteger(index) && index >= 0 && index < rows.columns.length;
	const looksLike = recognised(rows);
	const source = choices.source === null ? null : looksLike;
	const chosen = choices.place;
	const guess: PlaceGuess =
		chosen !== undefined && isPossible(chosen, isColumn)
			? { place: chosen, reason: null, others: [] }
			: source?.place
				? { place: source.place, reason: 'names', others: [] }
				: guessPlace(rows, region);
	const { place } = guess;
	const chosenRadius = choices.radius && !isColumn(choices.radius.column) ? undefined : choices.radius;
	const radiusColumn = chosenRadius === undefined ? guessRadius(rows, place) : chosenRadius;
	const roles: ColumnRoles = { ...rolesBySource(rows, place, source), ...choices.roles };
	for (const role of Object.keys(roles) as (keyof ColumnRoles)[]) {
		const index = roles[role];
		if (index === undefined || (index !== null && !isColumn(index))) roles[role] = null;
	}
	const columns: Column[] = rows.columns.map((column, index) =>
		index === roles.actor ? column.asCodes() : column.finish()
	);
	repeatedIds(columns, rows.origin, problems);
	const written = writtenPlaces(rows, columns, place, region, problems);
	const frame = await frameOf({ rows, columns, by: place, written }, choices.projection, region, loadSystems);
	const placed = placeRows(rows, written, frame, choices.swap ?? false, region, problems);
	const names = choices.names && isColumn(choices.names.column) ? choices.names : null;
	const radius = radiusColumn ? radiiOf(columns, rows.count, radiusColumn) : placed.accuracy;
	const named = names && placeByNames({ ...placed, radius }, columns, rows.origin, names, problems);
	const when = dateRows(rows, columns, roles, choices.roles?.date === undefined, source, choices, problems);
	const table: Table = {
		rows: rows.count,
		longitude: (named ?? placed).longitude,
		latitude: (named ?? placed).latitude,
		radius: named ? named.radius : radius,
		columns: named ? [...columns, ...named.columns] : columns,
		roles,
		shapes: flatShapes((named ?? placed).shapes),
		origin: rows.origin
	};
	return {
		table,
		place,
		placeReason: guess.reason,
		placeOthers: guess.others,
		radius: radiusColumn,
		roles,
		source: source?.id ?? null,
		looksLike: looksLike?.id ?? null,
		cited: citationIn(rows, looksLike),
		...when,
		projection: frame.projection,
		projectionName: frame.name,
		projectionReason: frame.reason,
		projectionOthers: frame.others,
		swap: placed.swap,
		swapGains: placed.swapGains,
		swapReason: placed.swapReason
	};
}

/** The list of coordinate systems, which few files need. */
const loadSystems = async () => (await import('./systems')).Systems.open();
