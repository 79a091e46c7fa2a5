/** Files for the tests of reading, and a short way to see what was read. */
import { gzipSync, zipSync, type Zippable } from 'fflate';
import type { Geometry } from 'geojson';
import { cellText } from '../../../src/lib/overlay/cells';
import type { Limits } from '../../../src/lib/overlay/read/limits';
import { read, type Choices, type ReadResult } from '../../../src/lib/overlay/read/read';
import type { ProblemKind } from '../../../src/lib/overlay/read/problem';
import { geometriesOf } from '../../../src/lib/overlay/shapes';
import { noDay } from '../../../src/lib/base/days';
import type { Table } from '../../../src/lib/overlay/table';

type Content = string | Uint8Array;

const bytesOf = (content: Content) =>
	typeof content === 'string' ? new TextEncoder().encode(content) : content;
const fileOf = (content: Content) => new Blob([bytesOf(content).slice()]);

/** The box of a data set about Syria. */
const syria = [27, 28, 50, 42] as const;

export const readText = (content: Content, choices?: Choices, limits?: Limits): Promise<ReadResult> =>
	read(fileOf(content), choices, { region: syria, ...(limits && { limits }) });

/** The table of a file. @throws where it is refused */
export async function tableOf(content: Content, choices?: Choices): Promise<Table> {
	return (await wholeOf(content, choices)).table;
}

/** What a file gives. @throws where it is refused */
export async function wholeOf(content: Content, choices?: Choices) {
	const result = await readText(content, choices);
	if (result.refusal) throw new Error(`refused: ${result.refusal.reason} ${result.refusal.detail}`);
	return result;
}

export async function refusalOf(content: Content, limits?: Limits): Promise<string | undefined> {
	const { refusal } = await readText(content, undefined, limits);
	return refusal && [refusal.reason, refusal.detail].filter((part) => part !== null).join(' ');
}

/** Problems as `kind count`. */
export async function problemsOf(content: Content, choices?: Choices): Promise<string[]> {
	const { problems } = await readText(content, choices);
	return problems.map(({ kind, count }) => `${kind} ${count}`).sort();
}

export async function exampleOf(content: Content, kind: ProblemKind) {
	const { problems } = await readText(content);
	return problems.find((problem) => problem.kind === kind)?.examples[0];
}

/** Longitude and latitude of each row, rounded to 5 decimals; null where it is not placed. */
export function placesOf(table: Table): ([number, number] | null)[] {
	const round = (value: number) => Math.round(value * 1e5) / 1e5;
	return Array.from({ length: table.rows }, (_, row) =>
		Number.isNaN(table.longitude[row]) ? null : [round(table.longitude[row]!), round(table.latitude[row]!)]
	);
}

/** All cells as text. */
export function cellsOf(table: Table): string[][] {
	return Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellText(column, row)));
}

export const gzip = (content: Content) => gzipSync(bytesOf(content));
export const zip = (files: Record<string, Content>) =>
	zipSync(
		Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytesOf(content)])) as Zippable
	);

export function utf16(text: string, isBig: boolean, mark = true): Uint8Array {
	const units = mark ? `\ufeff${text}` : text;
	const bytes = new Uint8Array(units.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < units.length; index++)
		view.setUint16(index * 2, units.charCodeAt(index), !isBig);
	return bytes;
}

/** A text in an encoding of one byte for each character. */
export function inEncoding(text: string, encoding: string): Uint8Array {
	const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
	return Uint8Array.from(text, (character) => all.indexOf(character));
}

/** The line or area of a row. */
export function shapeOf(table: Table, row: number): Geometry | undefined {
	return new Map(geometriesOf(table.shapes)).get(row);
}

/** The chosen properties of columns by role, by name. */
export function rolesOf(table: Table): Record<string, string | null> {
	return Object.fromEntries(
		Object.entries(table.roles).map(([role, index]) => [
			role,
			index === null ? null : table.columns[index as number]!.name
		])
	);
}

/** Every field of a row with its name, in the order of the file. */
export function rowFields(table: Table, row: number): { name: string; text: string }[] {
	return table.columns.map((column) => ({ name: column.name, text: cellText(column, row) }));
}

/** The rows of a table with their cells by name, their geometry, their first and last day, and their radius in metres. */
export function rowsOf(table: Table) {
	const shapes = new Map(geometriesOf(table.shapes));
	const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
	return Array.from({ length: table.rows }, (_, row) => {
		const [x, y] = [table.longitude[row]!, table.latitude[row]!];
		const from = dates?.kind === 'date' ? dates.from[row]! : noDay;
		return {
			cells: Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
			geometry: shapes.get(row) ?? (Number.isNaN(x) ? null : { type: 'Point' as const, coordinates: [x, y] }),
			days: dates?.kind !== 'date' || from === noDay ? null : [from, dates.to[row]!],
			radius: table.radius?.[row] || null
		};
	});
}
