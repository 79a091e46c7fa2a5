/** Tables for the tests of queries. */
import fc from 'fast-check';
import { flatShapes } from '../../../../src/lib/overlay/shapes';
import { Points, type Mark } from '../../../../src/lib/overlay/query/points';
import { noDay } from '../../../../src/lib/base/days';
import type { CodedColumn, DateColumn, Table, TextColumn } from '../../../../src/lib/overlay/table';

export interface Given {
	longitude: number;
	latitude: number;
	actor: number;
	day: number | null;
}

export function textColumn(texts: string[]): TextColumn {
	const parts = texts.map((text) => new TextEncoder().encode(text));
	let end = 0;
	const ends = Uint32Array.from(parts, ({ length }) => (end += length));
	return { kind: 'text', name: '', bytes: Uint8Array.from(parts.flatMap((part) => [...part])), ends };
}

export function tableFrom(rows: Given[]): Table {
	const actor: CodedColumn = {
		kind: 'coded',
		name: 'actor',
		codes: Uint8Array.from(rows, ({ actor }) => actor),
		values: ['', 'a', 'b', 'c']
	};
	const days = Int32Array.from(rows, ({ day }) => day ?? noDay);
	const date: DateColumn = {
		kind: 'date',
		name: 'date',
		from: days,
		to: days.map((day) => (day === noDay ? noDay : day + 2)),
		written: null
	};
	return {
		rows: rows.length,
		longitude: Float64Array.from(rows, ({ longitude }) => longitude),
		latitude: Float64Array.from(rows, ({ latitude }) => latitude),
		columns: [actor, date],
		roles: { name: null, actor: 0, date: 1, source: null, quote: null },
		shapes: flatShapes(new Map()),
		origin: Uint32Array.from(rows, (_, row) => row + 1)
	};
}

const longitude = fc.oneof(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.constantFrom(-180, 180, 0, 90, NaN)
);
const latitude = fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 90, 0));
export const given: fc.Arbitrary<Given[]> = fc
	.array(
		fc.record({ longitude, latitude, actor: fc.nat(3), day: fc.option(fc.integer({ min: 0, max: 20_000 })) }),
		{ maxLength: 300 }
	)
	.map((rows) => rows.map((row) => (Number.isNaN(row.longitude) ? { ...row, latitude: NaN } : row)));

export function allMarks(points: Points, zoom: number, choices = {}): Mark[] {
	const marks: Mark[] = [];
	for (let column = 0; column < 2 ** zoom; column++)
		for (let row = 0; row < 2 ** zoom; row++) marks.push(...points.marks(zoom, column, row, choices).marks);
	return marks;
}

export function countsOf(marks: Mark[]): number[] {
	const counts = [0, 0, 0, 0];
	for (const { actor, count } of marks) counts[actor]! += count;
	return counts;
}

/** A file with names in two scripts, quotes and a formula. */
export const sites = [
	'name,lat,lon,actor,date,notes,number',
	'Hmeimim,35.4,35.9,Russia,2015-09-24,"An airbase, with aïrcraft",7',
	'حميميم,35.4,35.9,روسيا,2015-10-01,قاعدة جوية,70',
	'Masyaf,35.1,36.3,Iran,2018-07-22,A research centre,-1.5',
	'=cmd(),35.2,36.4,Iran,unknown,"+1 ""quoted""\nline",'
].join('\n');
