/** Search over all fields of a table, as one types: rows that have each term of the query somewhere. */
import { cellText } from '../cells';
import type { Column, NumberColumn, Table, TextColumn } from '../table';
import { isAsciiParticle, searchText } from '../../base/foldWords';
import type { Steps } from '../../base/steps';
import { hasPhrase, termsOf, type Names, type Phrase } from './terms';

/** Rows that are looked through before the caller may stop or do something else. */
const stride = 1 << 16;
/** Adds to `rows` a 1 for each row of a range that has a word. */
type Finder = (start: number, end: number, rows: Uint8Array) => void;

export class Search {
	/** Text columns folded, and numbers as text, once they are searched. */
	private readonly folded = new Map<TextColumn | NumberColumn, TextColumn>();

	constructor(private readonly table: Table) {}

	/**
	 * The rows that have every term of a query, as a mask of one byte for each row; null for a query without terms.
	 * Yields now and then, so that it can be abandoned for a later query.
	 */
	*find(query: string, names: Names = []): Steps<Uint8Array | null> {
		const terms = termsOf(query, names);
		if (terms.length === 0) return null;
		const { rows } = this.table;
		const found = new Uint8Array(rows).fill(1);
		const hasNumbers = terms.flat(2).some(({ text }) => isNumeric(text));
		for (const column of this.table.columns) {
			const plain = column.kind === 'date' ? column.written : column;
			if (!plain || plain.kind === 'coded' || this.folded.has(plain)) continue;
			if (plain.kind === 'text') this.folded.set(plain, foldedColumn(plain));
			else if (hasNumbers) this.folded.set(plain, numbersAsText(plain));
			yield;
		}
		for (const term of terms) {
			const choices = term.map((phrases) =>
				phrases.map((phrase) => this.table.columns.flatMap((column) => this.finder(column, phrase) ?? []))
			);
			yield;
			for (let start = 0; start < rows; start += stride) {
				const end = Math.min(rows, start + stride);
				const hits = new Uint8Array(end - start);
				for (const phrases of choices) {
					const has = new Uint8Array(end - start).fill(1);
					for (const finders of phrases) {
						const there = new Uint8Array(end - start);
						for (const find of finders) find(start, end, there);
						for (let row = 0; row < has.length; row++) has[row]! &= there[row]!;
					}
					for (let row = 0; row < has.length; row++) hits[row]! |= has[row]!;
					yield;
				}
				for (let row = start; row < end; row++) if (!hits[row - start]) found[row] = 0;
			}
		}
		return found;
	}

	private finder(column: Column, phrase: Phrase): Finder | null {
		const word = phrase.text;
		switch (column.kind) {
			case 'coded': {
				const hits = Uint8Array.from(column.values, (value) => Number(hasPhrase(searchText(value), phrase)));
				if (!hits.includes(1)) return null;
				const { codes } = column;
				return (start, end, rows) => {
					for (let row = start; row < end; row++) if (hits[codes[row]!]) rows[row - start] = 1;
				};
			}
			case 'text':
				return textFinder(this.folded.get(column)!, new TextEncoder().encode(word), phrase.isWhole);
			case 'number':
				return isNumeric(word) ? textFinder(this.folded.get(column)!, new TextEncoder().encode(word)) : null;
			case 'date': {
				if (column.written) return this.finder(column.written, phrase);
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
	return /^[-+.\de]*\d[-+.\de]*$/.test(word);
}

function numbersAsText(column: NumberColumn): TextColumn {
	const { name, values } = column;
	let bytes = new Uint8Array(values.length * 12 + 25);
	const ends = new Uint32Array(values.length);
	let used = 0;
	for (let row = 0; row < values.length; row++) {
		const text = cellText(column, row).toLowerCase();
		if (used + text.length > bytes.length) {
			const longer = new Uint8Array(bytes.length * 2 + text.length);
			longer.set(bytes);
			bytes = longer;
		}
		for (let index = 0; index < text.length; index++) bytes[used++] = text.charCodeAt(index);
		ends[row] = used;
	}
	return { kind: 'text', name, bytes: bytes.subarray(0, used), ends };
}

/** A column as `searchText` has it, row by row; most rows are ASCII, which is folded where it lies. */
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
		const after = foldAscii(source, start, end, bytes, used);
		if (after >= 0) used = after;
		else {
			const text = searchText(decoder.decode(source.subarray(start, end)));
			used += encoder.encodeInto(text, bytes.subarray(used)).written;
		}
		ends[row] = used;
		start = end;
	}
	return { kind: 'text', name: column.name, bytes: bytes.subarray(0, used), ends };
}

const [space, hyphen, apostrophe, backtick] = [0x20, 0x2d, 0x27, 0x60];
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** What `searchText` does, for bytes of ASCII: where the result ends, or -1 where others are there. */
function foldAscii(source: Uint8Array, start: number, end: number, bytes: Uint8Array, used: number): number {
	let at = used;
	/** Where the word began that is being written, and whether it is letters alone. */
	let from = used;
	let letters = true;
	for (let index = start; index < end; index++) {
		const byte = source[index]!;
		if (byte < space || byte > 0x7e) return -1;
		if (isLetter(byte)) bytes[at++] = byte | 0x20;
		else if (isDigit(byte)) {
			bytes[at++] = byte;
			letters = false;
		} else {
			const next = index + 1 < end ? source[index + 1]! : space;
			const isBetween = at > from && (isLetter(next) || isDigit(next));
			const isSign = byte === hyphen || byte === apostrophe || byte === backtick;
			const joins =
				isBetween &&
				(isSign
					? !(isDigit(source[index - 1]!) && isDigit(next))
					: byte === space && letters && (isDigit(next) ? at - from <= 2 : isAsciiParticle(bytes, from, at)));
			if (!joins) bytes[at++] = byte;
			from = at;
			letters = true;
		}
	}
	return at;
}

/** Whether a byte is of a letter or a digit; those beyond ASCII nearly all are. */
const isOfWord = (byte: number) => byte > 127 || isLetter(byte) || isDigit(byte);

/**
 * Finds bytes in a column (Horspool 1980): the longer the word, the fewer bytes are looked at.
 * @param isWhole whether no letter or digit may stand beside them
 */
function textFinder({ bytes, ends }: TextColumn, word: Uint8Array, isWhole = false): Finder {
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
			const starts = row === 0 ? 0 : ends[row - 1]!;
			const stands =
				!isWhole ||
				((at === starts || !isOfWord(bytes[at - 1]!)) &&
					(at + last + 1 === ends[row] || !isOfWord(bytes[at + last + 1]!)));
			if (stands && at + last < ends[row]!) {
				rows[row - startRow] = 1;
				at = ends[row]!;
			} else at++;
		}
	};
}
