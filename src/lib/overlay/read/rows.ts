/** Rows as the readers of the formats hand them over, before anybody knows what their columns mean. */
import type { Geometry } from 'geojson';
import { listText } from '../../export/formats/text';
import { RawColumn, grown } from './column';
import { asGeometry } from './geometry';
import { isNumber, withoutMark, writeJson } from './jsonNumbers';
import { beginningOf, type Problems } from './problem';
import { isInOrderOfEpsg, numberIn } from './systemNames';
import type { Work } from './work';

const mostColumns = 256;

export class Rows {
	count = 0;
	readonly columns: RawColumn[] = [];
	/** What an HXL row (https://hxlstandard.org) says of each column, such as #geo+lat. */
	tags: string[] = [];
	/** Names of the columns of which the file itself says that they have dates. */
	readonly dates = new Set<string>();
	/** Coordinates of the geometries as they stand in the file, once there is one; NaN where a row has none. */
	x: Float64Array | null = null;
	y: Float64Array | null = null;
	/** Lines, areas and lists of points. */
	readonly shapes = new Map<number, Geometry>();
	/** Rows that have no place, and of which it was told why. */
	readonly told = new Set<number>();
	/** What the file says of its coordinate system, if anything. */
	projection: string | null = null;
	/** EPSG numbers of rows that say another one. */
	readonly systems = new Map<number, number>();
	/** Whether positions have the order of axes that EPSG gives the system: northing first in many. */
	isInOrderOfEpsg = false;
	origin = new Uint32Array(1024);

	/** How many columns the header names: a longer row makes more, which the others need not have. */
	private width = 0;
	private readonly byName = new Map<string, RawColumn | null>();
	/** The types that the values of a column have had, as bits. */
	private readonly types = new Map<string, number>();

	constructor(
		private readonly problems: Problems,
		/** Rows beyond this are counted and not kept. */
		private readonly most: number,
		private readonly work: Work
	) {}

	/** The columns of a table in its order. Names that repeat get a number. */
	header(names: string[], origin: number): void {
		for (const [index, name] of names.slice(0, mostColumns).entries()) {
			const base = name === '' ? String(index + 1) : name;
			let unique = base;
			for (let copy = 2; this.byName.has(unique); copy++) unique = `${base} ${copy}`;
			if (unique !== base) this.problems.add('repeated-name', { origin, found: name, instead: unique });
			this.column(unique);
		}
		this.width = names.length;
		const others = names.length - mostColumns;
		if (others > 0)
			this.problems.add(
				'too-many-columns',
				{ column: names[mostColumns], instead: String(mostColumns) },
				others
			);
	}

	/** A row of a table, its cells in the order of the header. */
	addCells(cells: string[], origin: number): void {
		if (!this.begin(origin)) return;
		const { columns } = this;
		let width = cells.length;
		if (width !== this.width) {
			while (width > this.width && cells[width - 1] === '') width--;
			if (width > this.width) this.addExtra(cells, width, origin);
			else if (width < this.width)
				this.problems.add('missing-cells', { origin, found: String(width), instead: String(this.width) });
		}
		for (let index = 0; index < columns.length; index++)
			columns[index]!.push(index < width ? cells[index]! : '');
		this.count++;
	}

	/** A feature, or a row of JSON where there is no geometry (undefined). */
	addFeature(properties: Record<string, unknown>, geometry: unknown, origin: number, id?: unknown): void {
		if (!this.begin(origin)) return;
		if (typeof id === 'string' || typeof id === 'number') {
			if (!Object.hasOwn(properties, 'id')) this.set('id', id, origin);
		}
		for (const name of Object.keys(properties)) this.set(name, properties[name], origin);
		const row = this.count++;
		if (geometry !== undefined) this.place(row, geometry, origin);
	}

	/** Takes note of the coordinate system that the last row's geometry names. */
	saysSystem(name: string): void {
		if (this.projection === null) {
			this.projection = name;
			this.isInOrderOfEpsg = isInOrderOfEpsg(name);
		}
		if (name === this.projection || this.count === 0) return;
		const number = numberIn(name);
		if (number !== null && number !== numberIn(this.projection)) this.systems.set(this.count - 1, number);
	}

	/** Adds a column behind those of the file, with a text for each row. Gives its number. */
	addColumn(name: string, texts: readonly string[]): number {
		let free = name;
		for (let copy = 2; this.byName.has(free); copy++) free = `${name} ${copy}`;
		const column = new RawColumn(free);
		for (const text of texts) column.push(text);
		this.byName.set(free, column);
		return this.columns.push(column) - 1;
	}

	/** Makes all columns as long as the table. */
	finish(): void {
		for (const column of this.columns) column.fill(this.count);
		this.origin = this.origin.slice(0, this.count);
		if (this.x && this.y) [this.x, this.y] = [this.x.slice(0, this.count), this.y.slice(0, this.count)];
	}

	private begin(origin: number): boolean {
		this.work.spend(this.columns.length + 1);
		if (this.count >= this.most) {
			this.problems.add('too-many-rows', { origin, instead: String(this.most) });
			return false;
		}
		if (this.count === this.origin.length) {
			this.origin = grown(this.origin, this.count + 1);
			if (this.x && this.y) {
				this.x = grown(this.x, this.count + 1).fill(NaN, this.count);
				this.y = grown(this.y, this.count + 1).fill(NaN, this.count);
			}
		}
		this.origin[this.count] = origin;
		return true;
	}

	private addExtra(cells: string[], width: number, origin: number): void {
		this.problems.add('extra-cells', {
			origin,
			found: beginningOf(cells.slice(this.width, width), ' | '),
			instead: String(this.width)
		});
		for (let index = this.columns.length; index < width; index++) {
			if (this.columns.length >= mostColumns) {
				this.problems.add('too-many-columns', { column: String(index + 1), instead: String(mostColumns) });
				return;
			}
			let name = String(index + 1);
			while (this.byName.has(name)) name += ' ';
			this.column(name);
		}
	}

	/** The column of a name, made where it is new; null where there are too many. */
	private column(name: string): RawColumn | null {
		const known = this.byName.get(name);
		if (known !== undefined) return known;
		if (this.columns.length >= mostColumns) {
			this.problems.add('too-many-columns', { column: name, instead: String(mostColumns) });
			// The file may have any number of names, which must not fill the memory.
			if (this.byName.size < mostColumns * 16) this.byName.set(name, null);
			return null;
		}
		const column = new RawColumn(name);
		this.work.spend(this.count);
		column.fill(this.count);
		this.columns.push(column);
		this.byName.set(name, column);
		return column;
	}

	private set(name: string, value: unknown, origin: number): void {
		if (value === null || value === undefined) return;
		const column = this.column(name);
		// A second value of a row would shift all rows after it.
		if (!column || column.rows > this.count) return;
		const type = isNumber(value) ? 1 : typeof value === 'object' ? 4 : typeof value === 'boolean' ? 8 : 2;
		const before = this.types.get(name) ?? 0;
		if (!(before & type)) {
			this.types.set(name, before | type);
			if (before !== 0) this.problems.add('mixed-types', { origin, column: name, found: textOf(value) });
		}
		column.fill(this.count);
		column.push(textOf(value));
	}

	private place(row: number, value: unknown, origin: number): void {
		if (!this.x || !this.y) {
			this.x = new Float64Array(this.origin.length).fill(NaN);
			this.y = new Float64Array(this.origin.length).fill(NaN);
		}
		if (value === null) return;
		const geometry = asGeometry(value);
		if (!geometry) {
			this.problems.add('bad-geometry', { origin, found: textOf(value) });
			return;
		}
		if (geometry.type === 'Point') [this.x[row], this.y[row]] = geometry.coordinates as [number, number];
		else this.shapes.set(row, geometry);
	}
}

const isNumeric = (item: unknown) =>
	isNumber(item) || (typeof item === 'string' && /^-?\d+(?:\.\d+)?$/.test(item));

/** The text of a value of JSON as it is shown in a cell. */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return withoutMark(value);
	if (typeof value !== 'object' || value === null) return String(value);
	// KML's descriptions: the markup as text.
	const { value: inner } = value as { value?: unknown };
	if ('@type' in value && typeof inner === 'string') return inner;
	// Two or three numbers may be a position, in which the brackets say that longitude comes first.
	if (Array.isArray(value) && (value.length === 2 || value.length === 3) && value.every(isNumeric))
		return writeJson(value);
	if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'))
		return listText(value.map((item) => withoutMark(String(item))));
	return writeJson(value);
}
