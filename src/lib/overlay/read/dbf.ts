/** Tables of dBase (.dbf), as they stand beside shapes: texts as they are written, dates year first. */
import { isUtf8, labelOf, type Encoding } from '../../base/encoding';
import { detectEncoding, sampleOf } from './encodings';
import type { FileBytes } from './fileBytes';
import { Refusal } from './problem';
import { RecordBytes } from './recordBytes';

interface Field {
	/** In the encoding of the texts. */
	name: Uint8Array;
	type: string;
	from: number;
	length: number;
}

/** What the header says of the encoding, of codes that are in use (ESRI, dBase). */
const codePages: Record<number, string> = {
	0x03: 'windows-1252',
	0x57: 'windows-1252',
	0x58: 'windows-1252',
	0x59: 'windows-1252',
	0x65: 'ibm866',
	0x26: 'ibm866',
	0x4d: 'gb18030',
	0x7a: 'gb18030',
	0x4e: 'euc-kr',
	0x79: 'euc-kr',
	0x4f: 'big5',
	0x78: 'big5',
	0x13: 'shift_jis',
	0x7b: 'shift_jis',
	0x7c: 'windows-874',
	0x50: 'windows-874',
	0xc8: 'windows-1250',
	0xc9: 'windows-1251',
	0xca: 'windows-1254',
	0xcb: 'windows-1253',
	0x7d: 'windows-1255',
	0x7e: 'windows-1256',
	0xcc: 'windows-1257'
};

const mostFields = 2048;
/** Bytes of rows from which the encoding is found. */
const mostLooked = 1 << 16;
const julianOfUnix = 2_440_588;
const millisecondsOfDay = 86_400_000;

export class Dbf {
	private constructor(
		private readonly file: FileBytes,
		/** Rows, as the header says. */
		readonly count: number,
		private readonly headerLength: number,
		private readonly rowLength: number,
		private readonly codePage: number,
		private readonly fields: Field[]
	) {}

	/** @throws Refusal where it is no such table */
	static async open(file: FileBytes): Promise<Dbf> {
		const head = await file.slice(0, 32);
		if (head.length < 32) throw new Refusal('damaged', 'DBF');
		const view = new DataView(head.buffer);
		const [headerLength, rowLength] = [view.getUint16(8, true), view.getUint16(10, true)];
		const rest = await file.slice(32, headerLength);
		const fields: Field[] = [];
		let from = 1;
		for (let at = 0; at + 32 <= rest.length && rest[at] !== 0x0d && fields.length < mostFields; at += 32) {
			const end = rest.subarray(at, at + 11).indexOf(0);
			const type = String.fromCharCode(rest[at + 11]!);
			// Long texts have the upper byte of their length where numbers have their decimals.
			const length = rest[at + 16]! + (type === 'C' ? rest[at + 17]! * 256 : 0);
			fields.push({ name: rest.slice(at, at + (end < 0 ? 11 : end)), type, from, length });
			from += length;
		}
		if (fields.length === 0 || rowLength < from) throw new Refusal('damaged', 'DBF');
		return new Dbf(file, view.getUint32(4, true), headerLength, rowLength, head[29]!, fields);
	}

	/**
	 * The rows as texts.
	 * @param chosen what the reader says of the encoding
	 * @param said what a .cpg says
	 */
	async texts(chosen: Encoding | null, said: string | null): Promise<DbfTexts> {
		const known = (chosen && labelOf(chosen)) ?? labelOfCodePage(said) ?? null;
		const head = this.lettersOf(await this.file.slice(this.headerLength, this.headerLength + mostLooked));
		const encoding = known ?? (await this.encodingOf(head));
		return new DbfTexts(
			new RecordBytes(this.file, this.headerLength),
			this.count,
			this.rowLength,
			this.fields,
			encoding,
			known === null,
			sampleOf(head, encoding)
		);
	}

	/** UTF-8 where the texts are that, whatever the header says: many programs write it and leave a code of before. */
	private async encodingOf(head: Uint8Array): Promise<Encoding> {
		if (isUtf8(head)) return 'utf-8';
		return codePages[this.codePage] ?? (await detectEncoding(head));
	}

	/** The texts of some rows alone, a line for each row. */
	private lettersOf(rows: Uint8Array): Uint8Array {
		const letters: number[] = [];
		for (let start = 0; start + this.rowLength <= rows.length; start += this.rowLength) {
			for (const { type, from, length } of this.fields)
				if (type === 'C') {
					let end = start + from + length;
					while (end > start + from && (rows[end - 1] === 32 || rows[end - 1] === 0)) end--;
					for (let at = start + from; at < end; at++) letters.push(rows[at]!);
					letters.push(32);
				}
			letters.push(10);
		}
		return Uint8Array.from(letters);
	}
}

export class DbfTexts {
	readonly sampleText: string;
	private readonly decoder: TextDecoder;
	private readonly names: string[];
	private row = 0;

	constructor(
		private readonly bytes: RecordBytes,
		private readonly count: number,
		private readonly rowLength: number,
		private readonly fields: readonly Field[],
		readonly encoding: Encoding,
		/** Whether nobody says what the encoding is. */
		readonly isGuess: boolean,
		readonly sample: Uint8Array
	) {
		this.decoder = new TextDecoder(encoding);
		this.sampleText = this.decoder.decode(sample);
		const names = new Map<string, number>();
		this.names = fields.map(({ name }, index) => {
			const text = this.decoder.decode(name).trim() || String(index + 1);
			const before = names.get(text) ?? 0;
			names.set(text, before + 1);
			return before === 0 ? text : `${text} ${before + 1}`;
		});
	}

	/** Whether the file ends before its last row. */
	get isCut(): boolean {
		return this.bytes.isCut || this.row < this.count;
	}

	/** The next row by names; null at the end. */
	async next(): Promise<Record<string, string> | 'deleted' | null> {
		if (this.row >= this.count) return null;
		const row = await this.bytes.take(this.rowLength);
		if (!row) return null;
		this.row++;
		if (row.getUint8(0) === 0x2a) return 'deleted';
		const cells = Object.create(null) as Record<string, string>;
		this.fields.forEach((field, index) => (cells[this.names[index]!] = this.textOf(field, row)));
		return cells;
	}

	private textOf({ type, from, length }: Field, row: DataView): string {
		const bytes = new Uint8Array(row.buffer, row.byteOffset + from, length);
		if (type === 'I' && length === 4) return String(row.getInt32(from, true));
		if (type === 'B' && length === 8) return String(row.getFloat64(from, true));
		if ((type === '@' || type === 'T') && length === 8) return timeOf(row, from);
		// What stands in another file, or in no text.
		if ('MGP0'.includes(type)) return '';
		const text = this.decoder.decode(bytes).replaceAll('\0', ' ').trim();
		if (type === 'D') {
			const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
			return year === undefined ? text : year === '0000' ? '' : `${year}-${month}-${day}`;
		}
		if (type === 'L') return text === '?' ? '' : text;
		// Stars stand for a number that was too long for its field.
		return (type === 'N' || type === 'F') && /^\*+$/.test(text) ? '' : text;
	}
}

/** A day of the Julian calendar and milliseconds. */
function timeOf(row: DataView, from: number): string {
	const [day, milliseconds] = [row.getInt32(from, true), row.getInt32(from + 4, true)];
	const date = new Date((day - julianOfUnix) * millisecondsOfDay + milliseconds);
	if (day === 0 || Number.isNaN(date.getTime())) return '';
	const iso = date.toISOString();
	return milliseconds === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** What a .cpg says, such as UTF-8, 1256, ANSI 1252 or ISO 88591. */
function labelOfCodePage(said: string | null): Encoding | null {
	if (!said) return null;
	const number = /(\d{3,5})(?:-?(\d{1,2}))?$/.exec(said.slice(0, 40));
	if (/^utf-?8|65001/i.test(said)) return 'utf-8';
	const [, digits = '', part] = number ?? [];
	if (digits.startsWith('8859')) return labelOf(`iso-8859-${part ?? digits.slice(4)}`);
	return (
		(digits && (labelOf(`windows-${digits}`) ?? labelOf(`ibm${digits}`) ?? labelOf(`cp${digits}`))) ||
		labelOf(said)
	);
}
