/** Whether a value from the browser's store is a table: of all that reads one, nothing looks again. */
import type { Column, Shapes, StoredTable } from './table';

/** @throws where a part is missing, is of another type or of another length */
export function assertTable(value: unknown): asserts value is StoredTable {
	if (!isTable(value as Partial<StoredTable> | null)) throw new Error('the kept table is damaged');
}

function isTable(table: Partial<StoredTable> | null): boolean {
	if (typeof table !== 'object' || table === null) return false;
	const { rows, longitude, latitude, radius, origin, columns, roles, shapes } = table;
	if (!Number.isInteger(rows) || rows! < 0) return false;
	const isRole = (index: unknown) => index === null || (columns as unknown[])[index as number] !== undefined;
	return (
		isArray(longitude, [Float64Array], rows!) &&
		isArray(latitude, [Float64Array], rows!) &&
		(radius === undefined || radius === null || isArray(radius, [Float32Array], rows!)) &&
		isArray(origin, [Uint32Array], rows!) &&
		Array.isArray(columns) &&
		columns.every((column) => isColumn(column, rows!)) &&
		typeof roles === 'object' &&
		roles !== null &&
		(['name', 'actor', 'date', 'source', 'quote'] as const).every((role) => isRole(roles[role])) &&
		(shapes instanceof Map || isShapes(shapes, rows!))
	);
}

/** Each shape begins within the arrays that hold it, and belongs to a row. */
function isShapes(shapes: Partial<Shapes> | null | undefined, count: number): boolean {
	const { rows, starts, form, positions } = shapes ?? {};
	return (
		rows instanceof Uint32Array &&
		form instanceof Uint32Array &&
		positions instanceof Float64Array &&
		isArray(starts, [Uint32Array], rows.length * 2) &&
		rows.every((row) => row < count) &&
		starts!.every((start, at) => (at % 2 === 0 ? start < form.length : start <= positions.length))
	);
}

function isColumn(column: Partial<Column> | null, rows: number): boolean {
	if (typeof column !== 'object' || column === null || typeof column.name !== 'string') return false;
	switch (column.kind) {
		case 'coded': {
			const { codes, values } = column;
			return (
				isArray(codes, [Uint8Array, Uint16Array, Uint32Array], rows) &&
				Array.isArray(values) &&
				values.every((value) => typeof value === 'string') &&
				codes!.every((code) => code < values.length)
			);
		}
		case 'text': {
			const { bytes, ends } = column;
			const isGrowing = (end: number, row: number) => row === 0 || end >= ends![row - 1]!;
			return (
				bytes instanceof Uint8Array &&
				isArray(ends, [Uint32Array], rows) &&
				ends!.every(isGrowing) &&
				(ends!.at(-1) ?? 0) <= bytes.length
			);
		}
		case 'number': {
			const { values, decimals = 0, written } = column;
			return (
				isArray(values, [Float64Array], rows) &&
				Number.isInteger(decimals) &&
				decimals >= 0 &&
				decimals <= 100 &&
				(written === undefined ||
					(written.rows instanceof Uint32Array && isColumn(written.texts, written.rows.length)))
			);
		}
		case 'date':
			return (
				isArray(column.from, [Int32Array], rows) &&
				isArray(column.to, [Int32Array], rows) &&
				(column.written === null || (column.written !== undefined && isColumn(column.written, rows)))
			);
		default:
			return false;
	}
}

type Arrays = (new (...given: never[]) => ArrayLike<number>)[];

const isArray = (value: ArrayLike<number> | undefined, types: Arrays, length: number): boolean =>
	types.some((type) => value instanceof type) && value!.length === length;
