/**
 * Reads a reader's file into a table. Whatever the file holds, this gives a table with its problems or a refusal with
 * its reason: it throws only where it is stopped.
 */
import { cellText } from '../cells';
import type { Column, ColumnRoles, Table } from '../table';
import {
	OtherEncoding,
	decoded,
	gunzipped,
	limited,
	peeked,
	piecesOf,
	unzipped,
	type Bytes,
	type Encoding,
	type ReadOptions,
	resumed
} from './bytes';
import { guessPlace, guessRoles, type PlaceColumns } from './columns';
import { readCsv, type CsvChoices, type CsvForm } from './csv';
import { datesOf } from './dates';
import type { DayOrder } from './days';
import { readJson, readJsonLines } from './json';
import { limits, type Limits } from './limits';
import { readMarkup } from './markup';
import { placeRows, type Projection } from './place';
import { Problems, Refusal, type Problem, type RefusalReason } from './problem';
import { Rows } from './rows';
import { headSize, labelOf, sniffBytes, sniffText, type Format } from './sniff';

/** What the reader has set instead of a guess. Everything left out is guessed. */
export interface Choices extends CsvChoices {
	/** A label of the Encoding Standard, such as windows-1256. */
	encoding?: Encoding;
	/** Null: the file says of no row where it is. */
	place?: PlaceColumns | null;
	/** Columns by their number; null where none means it. */
	roles?: Partial<ColumnRoles>;
	dayOrder?: DayOrder;
	projection?: Projection;
	/** Take latitude and longitude for each other. */
	swap?: boolean;
}

/** How a file was read: each can be corrected by a choice of the same name. */
export interface Guesses {
	format: Format;
	encoding: Encoding;
	/** Of CSV alone. */
	delimiter: string | null;
	header: boolean | null;
	place: PlaceColumns | null;
	roles: ColumnRoles;
	/** Null where no date has day and month as numbers. */
	dayOrder: DayOrder | null;
	projection: Projection;
	swap: boolean;
	/** How many more rows would be on Earth with latitude and longitude swapped; where it isn't 0, swapping is offered. */
	swapGains: number;
}

export type ReadResult =
	| { table: Table; problems: Problem[]; guesses: Guesses; refusal?: undefined }
	| { refusal: { reason: RefusalReason; detail: string | null }; problems: Problem[] };

/** @throws the reason of the signal, where it is aborted, and nothing else */
export async function read(
	file: Blob,
	choices: Choices = {},
	{ limits: within = limits, ...options }: ReadOptions & { limits?: Limits } = {}
): Promise<ReadResult> {
	let problems = new Problems();
	try {
		if (file.size > within.file) throw new Refusal('too-large', String(within.file));
		const again: Again = { encoding: false, skip: 0 };
		for (;;) {
			try {
				return await attempt(file, choices, options, within, problems, again);
			} catch (error) {
				// A byte far into the file proved that it is not UTF-8.
				if (error instanceof OtherEncoding && !again.encoding) again.encoding = true;
				// The first file of a KMZ may only link to the others.
				else if (isEmptyInArchive(error, problems)) again.skip++;
				else throw error;
				problems = new Problems();
			}
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

/** What an earlier attempt at the file has shown. */
interface Again {
	/** It is not in UTF-8, though it began so. */
	encoding: boolean;
	/** So many files at the beginning of the archive have no rows. */
	skip: number;
}

function isEmptyInArchive(error: unknown, problems: Problems): boolean {
	const isEmpty = error instanceof Refusal && error.reason === 'no-rows';
	return isEmpty && problems.list().some(({ kind }) => kind === 'other-file');
}

async function attempt(
	file: Blob,
	given: Choices,
	options: ReadOptions,
	within: Limits,
	problems: Problems,
	again: Again
): Promise<ReadResult> {
	const choices: Choices = again.encoding ? { ...given, encoding: 'windows-1256' } : given;
	const rows = new Rows(problems, within.rows);
	const { bytes, encoding, isGuess } = await unpacked(
		piecesOf(file, options),
		choices,
		within,
		problems,
		again.skip
	);
	if (encoding === 'windows-1256' && (isGuess || again.encoding))
		problems.add('encoding', { instead: encoding });
	const text = await peekedText(decoded(bytes, encoding, isGuess && encoding === 'utf-8', problems));
	const format = sniffText(text.head);
	let form: CsvForm | null = null;
	if (format === 'csv') form = await readCsv(text.text, rows, problems, choices);
	else if (format === 'json') await readJson(text.text, rows, problems);
	else if (format === 'json-lines') await readJsonLines(text.text, rows, problems);
	else await readMarkup(text.text, format, rows, problems);
	options.signal?.throwIfAborted();
	rows.finish();
	if (rows.count === 0) throw new Refusal('no-rows');
	const { table, ...guessed } = interpret(rows, choices, problems);
	const guesses = {
		format,
		encoding,
		delimiter: form?.delimiter ?? null,
		header: form?.header ?? null,
		...guessed
	};
	return { table, problems: problems.list(), guesses };
}

/** The bytes of the text in a file, unpacked. */
async function unpacked(file: Bytes, choices: Choices, within: Limits, problems: Problems, skip: number) {
	let bytes = file;
	// Compressed files within each other are read up to three deep.
	for (let depth = 0; depth < 4; depth++) {
		const peek = await peeked(bytes, headSize);
		const sniffed = choices.encoding ? sniffChosen(peek.head, choices.encoding) : sniffBytes(peek.head);
		if (sniffed.kind === 'text') return { bytes: peek.bytes, ...sniffed };
		const inner =
			sniffed.kind === 'gzip' ? gunzipped(peek.bytes, problems) : unzipped(peek.bytes, problems, skip);
		bytes = limited(inner, within.unpacked, 'unpacks-too-large');
	}
	throw new Refusal('archive-without-data');
}

/** The chosen encoding overrides the bytes, unless they are no text at all. */
function sniffChosen(head: Uint8Array, chosen: string) {
	const sniffed = sniffBytes(head);
	const encoding = labelOf(chosen);
	return sniffed.kind === 'text' && encoding ? { ...sniffed, encoding, isGuess: false } : sniffed;
}

async function peekedText(
	text: AsyncIterable<string>
): Promise<{ head: string; text: AsyncIterable<string> }> {
	const iterator = text[Symbol.asyncIterator]();
	let head = '';
	let isOver = false;
	while (head.trim() === '' && !isOver) {
		const { done, value } = await iterator.next();
		if (done) isOver = true;
		else head += value;
	}
	return { head: head.slice(0, headSize), text: resumed([head.replace(/^\ufeff/, '')], iterator) };
}

/** The rows of a file as a table, once it is decided what their columns mean. */
function interpret(rows: Rows, choices: Choices, problems: Problems) {
	const isColumn = (index: number) => Number.isInteger(index) && index >= 0 && index < rows.columns.length;
	const chosen = choices.place;
	const isPossible =
		chosen === null ||
		chosen?.by === 'geometry' ||
		(chosen?.by === 'pair' && isColumn(chosen.latitude) && isColumn(chosen.longitude)) ||
		(chosen?.by === 'text' && isColumn(chosen.column));
	const place = isPossible && chosen !== undefined ? chosen : guessPlace(rows);
	const roles: ColumnRoles = { ...guessRoles(rows, place), ...choices.roles };
	for (const role of Object.keys(roles) as (keyof ColumnRoles)[]) {
		const index = roles[role];
		if (index === undefined || (index !== null && !isColumn(index))) roles[role] = null;
	}
	const columns: Column[] = rows.columns.map((column, index) =>
		index === roles.actor ? column.asCodes() : column.finish()
	);
	repeatedIds(columns, rows.origin, problems);
	const { swapGains, projection, swap, longitude, latitude, shapes } = placeRows(
		rows,
		columns,
		place,
		choices,
		problems
	);
	let dayOrder: DayOrder | null = null;
	if (roles.date !== null && roles.date !== roles.actor) {
		const dated = datesOf(columns[roles.date]!, rows.origin, choices.dayOrder, problems);
		columns[roles.date] = dated.column;
		dayOrder = dated.order;
	}
	const table: Table = { rows: rows.count, longitude, latitude, columns, roles, shapes, origin: rows.origin };
	return { table, place, roles, dayOrder, projection, swap, swapGains };
}

/** Reports ids that stand twice in the column of ids. */
function repeatedIds(columns: readonly Column[], origin: Uint32Array, problems: Problems): void {
	const ids = columns.find(({ name }) => /^(?:id|fid|uuid|identifier|objectid)$/i.test(name));
	if (!ids) return;
	// Growing numbers, as most programs write them, cannot repeat.
	if (ids.kind === 'number' && ids.values.every((id, row) => row === 0 || id > ids.values[row - 1]!)) return;
	const seen = new Set<string>();
	for (let row = 0; row < origin.length; row++) {
		const id = cellText(ids, row);
		if (id === '') continue;
		if (seen.has(id)) problems.add('repeated-id', { origin: origin[row]!, column: ids.name, found: id });
		seen.add(id);
	}
}
