/**
 * FlatGeobuf's tables, as FlatBuffers lays them out (https://flatbuffers.dev/internals/): each begins with the distance to
 * a list of where its fields are. What points beyond the end is a RangeError.
 */

const decoder = new TextDecoder();

/** A table, or nothing at a field that a table does not have. */
class Table {
	constructor(
		private readonly view: DataView,
		readonly at: number
	) {}

	/** Where a field is; 0 where the table does not have it. */
	place(field: number): number {
		const list = this.at - this.view.getInt32(this.at, true);
		const entry = 4 + field * 2;
		const offset = entry < this.view.getUint16(list, true) ? this.view.getUint16(list + entry, true) : 0;
		return offset === 0 ? 0 : this.at + offset;
	}

	byte(field: number): number {
		const at = this.place(field);
		return at === 0 ? 0 : this.view.getUint8(at);
	}

	short(field: number, usual: number): number {
		const at = this.place(field);
		return at === 0 ? usual : this.view.getUint16(at, true);
	}

	integer(field: number): number {
		const at = this.place(field);
		return at === 0 ? 0 : this.view.getInt32(at, true);
	}

	long(field: number): number {
		const at = this.place(field);
		return at === 0 ? 0 : Number(this.view.getBigUint64(at, true));
	}

	text(field: number): string | null {
		const found = this.bytes(field);
		return found && decoder.decode(found);
	}

	bytes(field: number): Uint8Array | null {
		const found = this.list(field, 1);
		return found && new Uint8Array(this.view.buffer, this.view.byteOffset + found.at, found.length);
	}

	numbers(field: number): Float64Array {
		const found = this.list(field, 8);
		return Float64Array.from({ length: found?.length ?? 0 }, (_, index) =>
			this.view.getFloat64(found!.at + index * 8, true)
		);
	}

	integers(field: number): Uint32Array {
		const found = this.list(field, 4);
		return Uint32Array.from({ length: found?.length ?? 0 }, (_, index) =>
			this.view.getUint32(found!.at + index * 4, true)
		);
	}

	table(field: number): Table | null {
		const at = this.place(field);
		return at === 0 ? null : this.pointed(at);
	}

	/** Tables are made as they are asked for: any number may point to one. */
	*tables(field: number): Generator<Table> {
		const found = this.list(field, 4);
		for (let index = 0; index < (found?.length ?? 0); index++) yield this.pointed(found!.at + index * 4);
	}

	private pointed(at: number): Table {
		// The distance is never negative, so that no table is within itself.
		return new Table(this.view, at + this.view.getUint32(at, true));
	}

	private list(field: number, size: number): { at: number; length: number } | null {
		const place = this.place(field);
		if (place === 0) return null;
		const at = place + this.view.getUint32(place, true);
		const length = this.view.getUint32(at, true);
		if (at + 4 + length * size > this.view.byteLength) throw new RangeError('a list goes beyond its end');
		return { at: at + 4, length };
	}
}

export type { Table };

/** The table that bytes hold. */
export function rootOf(bytes: Uint8Array): Table {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return new Table(view, view.getUint32(0, true));
}

/** What precedes the header: the signature, of which the last byte differs between patches, and its length. */
export const headerAt = 12;
const longestHeader = 1 << 24;

/** The length of the header, by the first bytes of a file; null where it is no FlatGeobuf of version 3. */
export function headerLength(start: Uint8Array): number | null {
	const isOne =
		start.length >= headerAt &&
		[0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62].every((byte, at) => start[at] === byte);
	const length = isOne ? new DataView(start.buffer, start.byteOffset).getUint32(8, true) : longestHeader + 1;
	return length > longestHeader ? null : length;
}

export interface Header {
	/** The number of its type; 0 where each feature has its own. */
	geometryType: number;
	columns: Column[];
	title: string | null;
	/** 0 where the writer did not count. */
	count: number;
	/** Where the number of features is in the header's bytes; 0 where it is not. */
	countAt: number;
	/** Entries of a node of the index; 0 where there is none. */
	nodeSize: number;
	/** West, south, east, north in the file's own system; empty where it is not said. */
	envelope: Float64Array;
	/** The number of the coordinate system, or 0, and its name, or null. */
	code: number;
	system: string | null;
}

export interface Column {
	name: string;
	/** The number of its type. */
	type: number;
}

/** @param bytes without the length before them. @throws RangeError where they are damaged */
export function headerOf(bytes: Uint8Array): Header {
	const root = rootOf(bytes);
	const crs = root.table(10);
	const code = crs?.integer(1) ?? 0;
	const organization = crs?.text(0) ?? 'EPSG';
	const codeText = crs?.text(5);
	const named = code > 0 ? String(code) : codeText;
	return {
		geometryType: root.byte(2),
		columns: columnsOf(root, 7),
		title: root.text(11) ?? root.text(0),
		count: root.long(8),
		countAt: root.place(8),
		nodeSize: root.short(9, 16),
		envelope: root.numbers(1),
		code,
		system: named ? `${organization}:${named}` : (crs?.text(4) ?? crs?.text(2) ?? null)
	};
}

export function columnsOf(table: Table, field: number): Column[] {
	return Array.from(table.tables(field), (column) => ({ name: column.text(0) ?? '', type: column.byte(1) }));
}

export const entrySize = 40;

/** How many entries each level of an index has, the features first and the root last. */
export function levelSizes(count: number, nodeSize: number): number[] {
	const sizes = [count];
	do sizes.push(Math.ceil(sizes.at(-1)! / Math.max(2, nodeSize)));
	while (sizes.at(-1)! > 1);
	return sizes;
}

/** Bytes of an index. */
export const indexSize = (count: number, nodeSize: number): number =>
	count === 0 || nodeSize === 0
		? 0
		: levelSizes(count, nodeSize).reduce((sum, size) => sum + size, 0) * entrySize;
