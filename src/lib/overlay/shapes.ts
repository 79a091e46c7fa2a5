/**
 * Lines and areas in flat arrays, as a table holds them: they go from worker to worker and into the browser's store
 * without an object for each point, which would block the page that they pass.
 */
import type { Geometry, Position } from 'geojson';
import type { Shapes, StoredTable, Table } from './table';

/** The types of GeoJSON's geometries (RFC 7946); their numbers are kept in flat arrays. */
export const geometryTypes = [
	'Point',
	'MultiPoint',
	'LineString',
	'MultiLineString',
	'Polygon',
	'MultiPolygon',
	'GeometryCollection'
] as const;

/** Geometries by row, in flat arrays. */
export function flatShapes(geometries: ReadonlyMap<number, Geometry>): Shapes {
	const writer = new Writer();
	const rows = Uint32Array.from(geometries.keys()).sort();
	const starts = new Uint32Array(rows.length * 2);
	for (const [index, row] of rows.entries()) {
		starts[index * 2] = writer.form.used;
		starts[index * 2 + 1] = writer.positions.used;
		writer.geometry(geometries.get(row)!);
	}
	return { rows, starts, form: writer.form.finish(), positions: writer.positions.finish() };
}

/** A table as it is now, of one that was kept in any form. */
export function tableOf({ shapes, ...table }: StoredTable): Table {
	return { ...table, shapes: shapes instanceof Map ? flatShapes(shapes) : shapes };
}

/** The rows of shapes with their geometries, one after another. */
export function* geometriesOf(shapes: Shapes): Generator<[row: number, geometry: Geometry]> {
	for (const [index, row] of shapes.rows.entries())
		yield [row, new Reader(shapes, shapes.starts[index * 2]!, shapes.starts[index * 2 + 1]!).geometry()];
}

/** An array that grows. */
class Growing<T extends Uint32Array | Float64Array> {
	used = 0;

	constructor(private array: T) {}

	push(value: number): void {
		if (this.used === this.array.length) {
			const longer = new (this.array.constructor as new (length: number) => T)(this.used * 2);
			longer.set(this.array);
			this.array = longer;
		}
		this.array[this.used++] = value;
	}

	finish(): T {
		return this.array.slice(0, this.used) as T;
	}
}

class Writer {
	/** Of each geometry its type, then how many parts it has and each of these. */
	readonly form = new Growing(new Uint32Array(64));
	readonly positions = new Growing(new Float64Array(256));

	geometry(geometry: Geometry): void {
		this.form.push(geometryTypes.indexOf(geometry.type));
		switch (geometry.type) {
			case 'Point':
				return this.position(geometry.coordinates);
			case 'MultiPoint':
			case 'LineString':
				return this.line(geometry.coordinates);
			case 'MultiLineString':
			case 'Polygon':
				return this.lines(geometry.coordinates);
			case 'MultiPolygon':
				this.form.push(geometry.coordinates.length);
				for (const rings of geometry.coordinates) this.lines(rings);
				return;
			case 'GeometryCollection':
				this.form.push(geometry.geometries.length);
				for (const part of geometry.geometries) this.geometry(part);
		}
	}

	private lines(lines: Position[][]): void {
		this.form.push(lines.length);
		for (const line of lines) this.line(line);
	}

	private line(line: Position[]): void {
		this.form.push(line.length);
		for (const position of line) this.position(position);
	}

	private position([x, y]: Position): void {
		this.positions.push(x!);
		this.positions.push(y!);
	}
}

class Reader {
	constructor(
		private readonly shapes: Shapes,
		/** Places in the two arrays. */
		private form: number,
		private at: number
	) {}

	geometry(): Geometry {
		const type = geometryTypes[this.next()]!;
		switch (type) {
			case 'Point':
				return { type, coordinates: this.position() };
			case 'MultiPoint':
			case 'LineString':
				return { type, coordinates: this.line() };
			case 'MultiLineString':
			case 'Polygon':
				return { type, coordinates: this.lines() };
			case 'MultiPolygon':
				return { type, coordinates: this.list(() => this.lines()) };
			case 'GeometryCollection':
				return { type, geometries: this.list(() => this.geometry()) };
		}
	}

	private lines = (): Position[][] => this.list(() => this.line());
	private line = (): Position[] => this.list(() => this.position());

	private position(): Position {
		const { positions } = this.shapes;
		return [positions[this.at++]!, positions[this.at++]!];
	}

	private list<T>(item: () => T): T[] {
		return Array.from({ length: this.next() }, item);
	}

	private next(): number {
		return this.shapes.form[this.form++]!;
	}
}
