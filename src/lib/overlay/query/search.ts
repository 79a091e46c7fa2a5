/** Search over all fields of a table, as one types: rows that have each word of the query somewhere. */
import { cellText } from '../cells';
import type { Column, NumberColumn, Table, TextColumn } from '../table';
import { foldText } from '../../base/foldText';
import type { Steps } from '../../base/steps';

/** Rows that are looked through before the caller may stop or do something else. */
const stride = 1 << 16;
/** Longer queries are cut: nobody types them. */
const longestQuery = 200;
const mostWords = 8;

/** Adds to `rows` a 1 for each row of a range that has a word. */
type Finder = (start: number, end: number, rows: Uint8Array) => void;

export class Search {
	/** Text columns folded, and numbers as text, once they are searched. */
	private readonly folded = new Map<TextColumn | NumberColumn, TextColumn>();

	constructor(private readonly table: Table) {}

	/**
	 * The rows that have every word of a query, as a mask of one byte for each row; null for a query without words.
	 * Yields now and then, so that it can be abandoned for a later query.
	 */
	*find(query: string): Steps<Uint8Array | null> {
		const words = [...new Set(foldText(query.slice(0, longestQuery)).split(/\s+/).filter(Boolean))].slice(
			0,
			mostWords
		);
		if (words.length === 0) return null;
		const { rows } = this.table;
		const found = new Uint8Array(rows).fill(1);
		for (const column of this.table.columns) {
			const plain = column.kind === 'date' ? column.written : column;
			if (!plain || plain.kind === 'coded' || this.folded.has(plain)) continue;
			if (plain.kind === 'text') this.folded.set(plain, foldedColumn(plain));
			else if (words.some(isNumeric)) this.folded.set(plain, numbersAsText(plain));
			yield;
		}
		for (const word of words) {
			const finders = this.table.columns.flatMap((column) => this.finder(column, word) ?? []);
			yield;
			for (let start = 0; start < rows; start += stride) {
				const end = Math.min(rows, start + stride);
				const hits = new Uint8Array(end - start);
				for (const find of finders) find(start, end, hits);
				for (let row = start; row < end; row++) if (!hits[row - start]) found[row] = 0;
				yield;
			}
		}
		return found;
	}

	private finder(column: Column, word: string): Finder | null {
		switch (column.kind) {
			case 'coded': {
				const hits = Uint8Array.from(column.values, (value) => Number(foldText(value).includes(word)));
				if (!hits.includes(1)) return null;
				const { codes } = column;
				return (start, end, rows) => {
					for (let row = start; row < end; row++) if (hits[codes[row]!]) rows[row - start] = 1;
				};
			}
			case 'text':
				return textFinder(this.folded.get(column)!, new TextEncoder().encode(word));
			case 'number':
				return isNumeric(word) ? textFinder(this.folded.get(column)!, new TextEncoder().encode(word)) : null;
			case 'date': {
				if (column.written) return this.finder(column.written, word);
				if (!/^[-\d]+$/.test(word)) return null;
				// Few days, many rows.
				const known = new Map<number, boolean>();
				return (start, end, rows) => {
					for (let row = start; row < end; row++) {
						const day = column.from[row]!;
						let hit = known.get(day);
						if (hit === undefined) known.set(day, (hit = cellText(column, row).includes(word)));
						if (hit) rows[row - start] = 1;
					}
				};
			}
		}
	}
}

function isNumeric(word: string): boolean {
	return /^[-.\d]+$/.test(word);
}

function numbersAsText({ name, values }: NumberColumn): TextColumn {
	// No number is longer than 25 characters.
	let bytes = new Uint8Array(values.length * 12 + 25);
	const ends = new Uint32Array(values.length);
	let used = 0;
	for (let row = 0; row < values.length; row++) {
		const value = values[row]!;
		if (used + 25 > bytes.length) {
			const longer = new Uint8Array(bytes.length * 2);
			longer.set(bytes);
			bytes = longer;
		}
		if (!Number.isNaN(value)) {
			const text = String(value);
			for (let index = 0; index < text.length; index++) bytes[used++] = text.charCodeAt(index);
		}
		ends[row] = used;
	}
	return { kind: 'text', name, bytes: bytes.subarray(0, used), ends };
}

/** A column folded row by row; most rows are ASCII, which is folded where it lies. */
function foldedColumn(column: TextColumn): TextColumn {
	const { bytes: source, ends: sourceEnds } = column;
	const encoder = new TextEncoder();
	const decoder = new TextDecoder();
	let bytes = new Uint8Array(source.length + 64);
	const ends = new Uint32Array(sourceEnds.length);
	let used = 0;
	let start = 0;
	for (let row = 0; row < ends.length; row++) {
		const end = sourceEnds[row]!;
		if (used + (end - start) * 4 > bytes.length) {
			// Some letters are longer when they are folded.
			const longer = new Uint8Array((used + (end - start) * 4) * 1.25);
			longer.set(bytes);
			bytes = longer;
		}
		let at = start;
		for (; at < end; at++) {
			const byte = source[at]!;
			if (byte > 127) break;
			bytes[used + at - start] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
		}
		if (at === end) used += end - start;
		else {
			const text = foldText(decoder.decode(source.subarray(start, end)));
			used += encoder.encodeInto(text, bytes.subarray(used)).written;
		}
		ends[row] = used;
		start = end;
	}
	return { kind: 'text', name: column.name, bytes: bytes.subarray(0, used), ends };
}

/** Finds bytes in a column (Horspool 1980): the longer the word, the fewer bytes are looked at. */
function textFinder({ bytes, ends }: TextColumn, word: Uint8Array): Finder {
	const last = word.length - 1;
	const shift = new Uint32Array(256).fill(word.length);
	for (let index = 0; index < last; index++) shift[word[index]!] = last - index;
	return (startRow, endRow, rows) => {
		let row = startRow;
		let at = startRow === 0 ? 0 : ends[startRow - 1]!;
		const end = ends[endRow - 1]!;
		while (at + last < end) {
			let index = last;
			while (index >= 0 && bytes[at + index] === word[index]) index--;
			if (index >= 0) {
				at += shift[bytes[at + last]!]!;
				continue;
			}
			while (ends[row]! <= at) row++;
			if (at + last < ends[row]!) {
				rows[row - startRow] = 1;
				at = ends[row]!;
			} else at++;
		}
	};
}
