/**
 * SQLite databases (https://www.sqlite.org/fileformat2.html), read table by table from wherever their pages lie in the
 * file, so that one of any size takes the memory of a few pages. It only reads: no queries, no views, no journal.
 */
import type { FileBytes } from './fileBytes';
import { Refusal } from './problem';

export type Value = null | number | bigint | string | Uint8Array;

export interface SqliteTable {
	name: string;
	columns: string[];
	/** The column that is the number of the row, and is not kept with it; -1 where there is none. */
	key: number;
	/** By column, what rows have that are older than it. */
	defaults: Value[];
	root: number;
}

/** Pages are read in pieces of so many bytes, of which so many are kept. */
const pieceSize = 1 << 18;
const mostPieces = 8;
/** A longer row is none. */
const longestRow = 1 << 28;
const deepest = 40;

const enum Page {
	Interior = 5,
	Leaf = 13
}

export class Sqlite {
	private readonly pieces = new Map<number, Uint8Array<ArrayBuffer>>();
	private readonly text: TextDecoder;
	/** Pages that may still be read for a table: there are no more in the file. */
	private left = 0;

	private constructor(
		private readonly file: FileBytes,
		private readonly pageSize: number,
		/** Bytes of a page that are in use. */
		private readonly usable: number,
		encoding: string
	) {
		this.text = new TextDecoder(encoding);
	}

	/** @throws Refusal where it is no such database */
	static async open(file: FileBytes): Promise<Sqlite> {
		const head = await file.slice(0, 100);
		if (head.length < 100) throw new Refusal('damaged', 'SQLite');
		const view = new DataView(head.buffer);
		const said = view.getUint16(16);
		const size = said === 1 ? 65_536 : said;
		if (size < 512 || (size & (size - 1)) !== 0) throw new Refusal('damaged', 'SQLite');
		const encoding = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'][view.getUint32(56)] ?? 'utf-8';
		return new Sqlite(file, size, size - head[20]!, encoding);
	}

	/** The tables of the database, and the names of its views. @throws Refusal where its first page is damaged */
	async schema(): Promise<{ tables: SqliteTable[]; views: string[] }> {
		const tables: SqliteTable[] = [];
		const views: string[] = [];
		const found: SqliteTable = { name: '', columns: [], key: -1, defaults: [], root: 1 };
		for await (const row of this.rows(found)) {
			const [type, name, , root, sql] = row;
			if (typeof name !== 'string' || typeof sql !== 'string') continue;
			if (type === 'view') views.push(name);
			if (type !== 'table' || typeof root !== 'number' || name.startsWith('sqlite_')) continue;
			// Tables of a program that computes them, and those that are kept as an index.
			if (root === 0 || /\)[^)]*\bwithout\s+rowid[^)]*$/i.test(sql.slice(-200))) continue;
			tables.push({ name, root, ...columnsOf(sql) });
		}
		return { tables, views };
	}

	/**
	 * The rows of a table in the order of their numbers.
	 * @throws Refusal where a page is damaged or missing
	 */
	async *rows(table: SqliteTable): AsyncGenerator<Value[]> {
		this.left = Math.ceil(this.file.size / this.pageSize) + 1;
		yield* this.below(table.root, table, 0);
	}

	private async *below(number: number, table: SqliteTable, depth: number): AsyncGenerator<Value[]> {
		const page = await this.page(number);
		const begin = number === 1 ? 100 : 0;
		const type = page.getUint8(begin);
		if ((type !== Page.Interior && type !== Page.Leaf) || depth > deepest) throw damaged();
		const count = page.getUint16(begin + 3);
		const pointers = begin + (type === Page.Leaf ? 8 : 12);
		if (pointers + count * 2 > page.byteLength) throw damaged();
		const cells = Array.from({ length: count }, (_, cell) => page.getUint16(pointers + cell * 2));
		if (type === Page.Leaf) {
			for (const at of cells) yield await this.row(page, at, table);
			return;
		}
		const children = cells.map((at) => {
			if (at + 4 > page.byteLength) throw damaged();
			return page.getUint32(at);
		});
		for (const child of [...children, page.getUint32(begin + 8)]) yield* this.below(child, table, depth + 1);
	}

	private async page(number: number): Promise<DataView> {
		if (this.left-- <= 0) throw damaged();
		const at = (number - 1) * this.pageSize;
		if (number < 1 || at + this.pageSize > this.file.size) throw damaged();
		const index = Math.floor(at / pieceSize);
		let piece = this.pieces.get(index);
		if (!piece) {
			piece = await this.file.slice(index * pieceSize, (index + 1) * pieceSize);
			const [oldest] = this.pieces.keys();
			if (this.pieces.size >= mostPieces && oldest !== undefined) this.pieces.delete(oldest);
			this.pieces.set(index, piece);
		}
		return new DataView(piece.buffer, at - index * pieceSize, this.usable);
	}

	private async row(page: DataView, at: number, table: SqliteTable): Promise<Value[]> {
		const length = varint(page, at);
		const key = varint(page, length.next);
		if (length.value > longestRow || length.value > this.file.size) throw damaged();
		const payload = await this.payload(page, key.next, length.value);
		const head = varint(payload, 0);
		const values: Value[] = [];
		let from = head.value;
		for (let next = head.next; next < head.value;) {
			const type = varint(payload, next);
			next = type.next;
			const { value, size } = this.value(payload, from, type.value);
			values.push(value);
			from += size;
		}
		if (table.key >= 0) values[table.key] = key.value;
		for (let column = values.length; column < table.columns.length; column++)
			values.push(table.defaults[column] ?? null);
		return values;
	}

	/** What a row is made of: what does not fit into its page is in pages of its own. */
	private async payload(page: DataView, from: number, length: number): Promise<DataView> {
		const { usable } = this;
		const most = usable - 35;
		if (length <= most) return viewOf(page, from, length);
		const least = Math.floor(((usable - 12) * 32) / 255) - 23;
		const fitting = least + ((length - least) % (usable - 4));
		const local = fitting <= most ? fitting : least;
		const bytes = new Uint8Array(length);
		const first = viewOf(page, from, local + 4);
		bytes.set(new Uint8Array(first.buffer, first.byteOffset, local));
		let next = first.getUint32(local);
		for (let used = local; used < length;) {
			const more = await this.page(next);
			const size = Math.min(usable - 4, length - used);
			bytes.set(new Uint8Array(more.buffer, more.byteOffset + 4, size), used);
			used += size;
			next = more.getUint32(0);
		}
		return new DataView(bytes.buffer);
	}

	private value(payload: DataView, from: number, type: number): { value: Value; size: number } {
		if (type === 0) return { value: null, size: 0 };
		if (type === 8 || type === 9) return { value: type - 8, size: 0 };
		const size =
			type >= 12 ? (type - (type % 2 === 0 ? 12 : 13)) / 2 : ([0, 1, 2, 3, 4, 6, 8, 8][type] ?? -1);
		if (size < 0 || from + size > payload.byteLength) throw damaged();
		if (type >= 12) {
			const bytes = new Uint8Array(payload.buffer, payload.byteOffset + from, size);
			return { value: type % 2 === 0 ? bytes : this.text.decode(bytes), size };
		}
		if (type === 7) return { value: payload.getFloat64(from), size };
		if (type === 6) {
			const whole = payload.getBigInt64(from);
			const isSmall = whole >= Number.MIN_SAFE_INTEGER && whole <= Number.MAX_SAFE_INTEGER;
			return { value: isSmall ? Number(whole) : whole, size };
		}
		let value = payload.getInt8(from);
		for (let byte = 1; byte < size; byte++) value = value * 256 + payload.getUint8(from + byte);
		return { value, size };
	}
}

const damaged = () => new Refusal('damaged', 'SQLite');

function viewOf(page: DataView, from: number, length: number): DataView {
	if (from + length > page.byteLength) throw damaged();
	return new DataView(page.buffer, page.byteOffset + from, length);
}

/** A number of one to nine bytes, the highest first. */
function varint(view: DataView, at: number): { value: number; next: number } {
	let value = 0;
	for (let byte = 0; byte < 9; byte++) {
		if (at + byte >= view.byteLength) throw damaged();
		const bits = view.getUint8(at + byte);
		if (byte === 8) return { value: value * 256 + bits, next: at + 9 };
		value = value * 128 + (bits & 0x7f);
		if (bits < 0x80) return { value, next: at + byte + 1 };
	}
	throw damaged();
}

/** The columns that a CREATE TABLE names. */
export function columnsOf(sql: string): Pick<SqliteTable, 'columns' | 'key' | 'defaults'> {
	const columns: string[] = [];
	const defaults: Value[] = [];
	let key = -1;
	for (const tokens of definitionsOf(sql)) {
		const [name, ...rest] = tokens;
		if (name === undefined) continue;
		const words = rest.map(({ text }) => text.toLowerCase());
		// A rule of the table, and no column.
		if (!name.isQuoted && /^(?:constraint|primary|unique|check|foreign)$/i.test(name.text)) continue;
		const isKey = words.some((word, at) => word === 'primary' && words[at + 1] === 'key');
		if (isKey && words[0] === 'integer') key = columns.length;
		const at = words.indexOf('default');
		defaults.push(at < 0 ? null : literal(rest[at + 1], rest[at + 2]));
		columns.push(name.text);
	}
	return { columns, key, defaults };
}

interface Token {
	text: string;
	isQuoted: boolean;
}

/** The definitions between the outer brackets, each as its words; what stands in inner brackets is left out. */
function definitionsOf(sql: string): Token[][] {
	const found: Token[][] = [];
	let tokens: Token[] = [];
	let depth = 0;
	for (let at = 0; at < sql.length;) {
		const letter = sql[at]!;
		const quoted = quotes[letter];
		if (quoted !== undefined) {
			let end = sql.indexOf(quoted, at + 1);
			while (end >= 0 && quoted !== ']' && sql[end + 1] === quoted) end = sql.indexOf(quoted, end + 2);
			if (end < 0) end = sql.length;
			const text = sql.slice(at + 1, end).replaceAll(quoted + quoted, quoted);
			if (depth === 1) tokens.push({ text, isQuoted: true });
			at = end + 1;
		} else if (sql.startsWith('--', at) || sql.startsWith('/*', at)) {
			const close = letter === '-' ? '\n' : '*/';
			const end = sql.indexOf(close, at + 2);
			at = end < 0 ? sql.length : end + close.length;
		} else if (letter === '(' || letter === ')' || letter === ',') {
			if (letter === '(') depth++;
			if ((letter === ',' && depth === 1) || (letter === ')' && --depth === 0)) {
				if (tokens.length > 0) found.push(tokens);
				tokens = [];
			}
			if (letter === ')' && depth <= 0) break;
			at++;
		} else if (/[^\s]/.test(letter)) {
			let end = at + 1;
			while (end < sql.length && !/[\s(),"'`[]/.test(sql[end]!)) end++;
			if (depth === 1) tokens.push({ text: sql.slice(at, end), isQuoted: false });
			at = end;
		} else at++;
	}
	return found;
}

const quotes: Record<string, string> = { '"': '"', '`': '`', "'": "'", '[': ']' };

/** A value that is written out; what would have to be computed is none. */
function literal(token: Token | undefined, next: Token | undefined): Value {
	if (!token) return null;
	if (token.isQuoted) return token.text;
	const text = /^[-+]$/.test(token.text) && next ? token.text + next.text : token.text;
	return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : null;
}
