/** One column while it is read: its texts as codes, UTF-8 or numbers, whichever takes least room for the rows so far. */
import type { CodedColumn, Column, NumberColumn, TextColumn } from '../table';
import { decimalsOf, isPlainNumber, isShortest } from './numbers';

/** With more distinct texts a column is not coded. */
const mostCodes = 65_536;
/** With more distinct texts a column stays coded only while each repeats four times on average. */
const fewCodes = 1000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class RawColumn {
	/** Rows so far. */
	rows = 0;
	/** Rows with a text. */
	filled = 0;

	/** Coded, until there are too many distinct texts. */
	private values: string[] = [''];
	private lookup = new Map<string, number>([['', 0]]);
	private codes = new Uint16Array(1024);
	private isCoded = true;

	/** After that: UTF-8 with the end of each row, and the numbers while all texts are numbers. */
	private bytes = new Uint8Array(0);
	private used = 0;
	private ends = new Uint32Array(0);
	private numbers: Float64Array | null = null;
	private allNumbers = true;
	/** The rows whose number is written longer than it needs to be. */
	private long = new Uint32Array(0);
	private longs = 0;
	/** How many decimals all numbers have; -1 where that differs; null before there is one. */
	private decimals: number | null = null;

	constructor(public name: string) {}

	/** The text of the next row; '' where it has none. */
	push(text: string): void {
		const row = this.rows++;
		if (text !== '') this.filled++;
		if (this.isCoded) {
			let code = this.lookup.get(text);
			if (code === undefined) {
				if (
					this.values.length >= mostCodes ||
					(this.values.length > fewCodes && this.values.length > row / 4)
				) {
					this.leaveCodes(row);
					this.pushText(row, text);
					return;
				}
				code = this.values.push(text) - 1;
				this.lookup.set(text, code);
				if (this.allNumbers && !isPlainNumber(text)) this.allNumbers = false;
			}
			if (row === this.codes.length) this.codes = grown(this.codes, row + 1);
			this.codes[row] = code;
		} else this.pushText(row, text);
	}

	/** Empty rows up to a number of rows: a column may begin late, and rows may end early. */
	fill(rows: number): void {
		while (this.rows < rows) this.push('');
	}

	/** The text of a row that was pushed. */
	text(row: number): string {
		if (this.isCoded) return this.values[this.codes[row]!]!;
		const start = row === 0 ? 0 : this.ends[row - 1]!;
		return decoder.decode(this.bytes.subarray(start, this.ends[row]!));
	}

	/** The distinct texts as far as they are known, '' aside; null where there are too many to be codes. */
	distinct(): string[] | null {
		return this.isCoded ? this.values.slice(1) : null;
	}

	/** Whether every text is a number. */
	get isNumeric(): boolean {
		return this.allNumbers && this.filled > 0;
	}

	/** The finished column. */
	finish(): Column {
		if (this.isNumeric) return this.asNumbers();
		if (!this.isCoded || (this.rows > 50 && this.values.length - 1 > this.rows / 2)) return this.asText();
		return this.asCodes();
	}

	/** The column with a code for each distinct text, however many there are. */
	asCodes(): CodedColumn {
		const { name, rows } = this;
		if (this.isCoded) {
			const codes =
				this.values.length <= 256 ? Uint8Array.from(this.codes.subarray(0, rows)) : this.codes.slice(0, rows);
			return { kind: 'coded', name, codes, values: this.values };
		}
		const codes = new Uint32Array(rows);
		const values = [''];
		const lookup = new Map([['', 0]]);
		for (let row = 0; row < rows; row++) {
			const text = this.text(row);
			let code = lookup.get(text);
			if (code === undefined) lookup.set(text, (code = values.push(text) - 1));
			codes[row] = code;
		}
		return { kind: 'coded', name, codes, values };
	}

	private asText(): TextColumn {
		const { name, rows } = this;
		if (this.isCoded) this.leaveCodes(rows);
		return { kind: 'text', name, bytes: this.bytes.slice(0, this.used), ends: this.ends.slice(0, rows) };
	}

	private asNumbers(): NumberColumn {
		const { name, rows } = this;
		if (this.numbers) {
			const values = this.numbers.slice(0, rows);
			if (this.longs === 0) return { kind: 'number', name, values };
			if (this.decimals! > 0) return { kind: 'number', name, values, decimals: this.decimals! };
			return { kind: 'number', name, values, written: this.writtenTexts() };
		}
		const texts = this.values.map((text) => (text === '' ? NaN : Number(text)));
		const values = Float64Array.from({ length: rows }, (_, row) => texts[this.codes[row]!]!);
		const isLong = this.values.map((text) => text !== '' && !isShortest(text));
		if (!isLong.includes(true)) return { kind: 'number', name, values };
		const [decimals, ...others] = new Set(this.values.slice(1).map(decimalsOf));
		if (others.length === 0 && decimals! > 0) return { kind: 'number', name, values, decimals: decimals! };
		const long: number[] = [];
		for (let row = 0; row < rows; row++) if (isLong[this.codes[row]!]) long.push(row);
		const codes = this.values.length <= 256 ? new Uint8Array(long.length) : new Uint16Array(long.length);
		for (const [at, row] of long.entries()) codes[at] = this.codes[row]!;
		const written: CodedColumn = { kind: 'coded', name, codes, values: this.values };
		return { kind: 'number', name, values, written: { rows: Uint32Array.from(long), texts: written } };
	}

	/** The bytes of the numbers that are written longer than they need to be. */
	private writtenTexts(): NonNullable<NumberColumn['written']> {
		const rows = this.long.slice(0, this.longs);
		const ends = new Uint32Array(rows.length);
		const startOf = (row: number) => (row === 0 ? 0 : this.ends[row - 1]!);
		let used = 0;
		rows.forEach((row, at) => (ends[at] = used += this.ends[row]! - startOf(row)));
		const bytes = new Uint8Array(used);
		rows.forEach((row, at) =>
			bytes.set(this.bytes.subarray(startOf(row), this.ends[row]!), at === 0 ? 0 : ends[at - 1]!)
		);
		return { rows, texts: { kind: 'text', name: this.name, bytes, ends } };
	}

	private leaveCodes(rows: number): void {
		this.isCoded = false;
		this.ends = new Uint32Array(Math.max(rows, 1024) * 2);
		this.bytes = new Uint8Array(rows * 16);
		if (this.allNumbers) this.numbers = new Float64Array(this.ends.length);
		for (let row = 0; row < rows; row++) this.pushText(row, this.values[this.codes[row]!]!);
		this.values = [''];
		this.lookup = new Map();
		this.codes = new Uint16Array(0);
	}

	private pushText(row: number, text: string): void {
		if (row === this.ends.length) {
			this.ends = grown(this.ends, row + 1);
			if (this.numbers) this.numbers = grown(this.numbers, row + 1);
		}
		this.write(text);
		this.ends[row] = this.used;
		if (!this.numbers) return;
		if (text === '') this.numbers[row] = NaN;
		else if (isPlainNumber(text)) {
			this.numbers[row] = Number(text);
			const decimals = decimalsOf(text);
			if (this.decimals === null) this.decimals = decimals;
			else if (this.decimals !== decimals) this.decimals = -1;
			if (isShortest(text)) return;
			if (this.longs === this.long.length) this.long = grown(this.long, Math.max(64, this.longs + 1));
			this.long[this.longs++] = row;
		} else {
			this.numbers = null;
			this.allNumbers = false;
			this.long = new Uint32Array(0);
		}
	}

	private write(text: string): void {
		const { length } = text;
		if (this.used + length * 3 > this.bytes.length) this.bytes = grown(this.bytes, this.used + length * 3);
		const { bytes } = this;
		let at = this.used;
		// Most texts are short and ASCII, which this writes several times as fast as the encoder does.
		for (let index = 0; index < length; index++) {
			const unit = text.charCodeAt(index);
			if (unit > 127) {
				this.used += encoder.encodeInto(text, bytes.subarray(this.used)).written;
				return;
			}
			bytes[at++] = unit;
		}
		this.used = at;
	}
}

/** A longer copy of an array; at least as long as asked for. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
	array: T,
	least: number
): T {
	const longer = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2));
	longer.set(array);
	return longer;
}
