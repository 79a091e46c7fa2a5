/**
 * The file of the tagger's weights: one block of bytes, read in place.
 *
 * Layout, little endian: the magic `ATTAG1\0\0`, the CRC-32 of all that follows it (u32), the length of the head
 * (u32), the head (JSON in UTF-8), then the parts, each at an offset that is a multiple of four.
 */

const magic = 'ATTAG1\0\0';

export interface ModelShape {
	/** Words that have a vector. */
	words: number;
	/** Numbers of a vector, and pieces that it is coded in: one byte each, the row of a book of 256. */
	vector: number;
	pieces: number;
	/** Numbers for each end of a word, and for its shape. */
	end: number;
	shape: number;
	/** Bits of `featuresOf`. */
	features: number;
	/** Units of the LSTM in each direction. */
	units: number;
}

type Kind = 'u8' | 'i8' | 'f32';
export type Part = Uint8Array | Int8Array | Float32Array;

interface Head {
	shape: ModelShape;
	/** Kind, offset behind the head and length in numbers. */
	parts: Record<string, [kind: Kind, offset: number, length: number]>;
}

const kinds = { u8: Uint8Array, i8: Int8Array, f32: Float32Array } as const;

/** The shape of a model and its parts as views of the bytes. */
export interface ModelFile {
	shape: ModelShape;
	part<Wanted extends Part>(
		name: string,
		type: new (buffer: ArrayBufferLike, offset: number, length: number) => Wanted,
		length?: number
	): Wanted;
}

/** What a file of weights is refused with. */
export class BrokenModel extends Error {}

/** @throws BrokenModel where the bytes are not a whole file of weights */
export function readModelFile(bytes: Uint8Array): ModelFile {
	// Numbers of four bytes are read in place, which wants an offset that is a multiple of four.
	const data = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
	if (data.length < 16 || new TextDecoder().decode(data.subarray(0, 8)) !== magic)
		throw new BrokenModel('this is not a file of weights');
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	const start = 16 + view.getUint32(12, true);
	if (start % 4 !== 0 || start > data.length || checksum(data.subarray(12)) !== view.getUint32(8, true))
		throw new BrokenModel('the file of weights is damaged');
	const head = JSON.parse(new TextDecoder().decode(data.subarray(16, start))) as Head;
	return {
		shape: head.shape,
		part(name, type, length) {
			const found = head.parts[name];
			if (!found || (length !== undefined && found[2] !== length))
				throw new BrokenModel(`the file of weights has no “${name}” of ${length} numbers`);
			if (kinds[found[0]] !== (type as unknown))
				throw new BrokenModel(`“${name}” has numbers of another kind`);
			return new type(data.buffer, data.byteOffset + start + found[1], found[2]);
		}
	};
}

/** A matrix, from its integers and the scale of each row. */
export function matrixOf(file: ModelFile, name: string, rows: number, columns: number): Float32Array {
	const integers = file.part(name, Int8Array, rows * columns);
	const scales = file.part(`${name}.scale`, Float32Array, rows);
	const matrix = new Float32Array(rows * columns);
	for (let row = 0, at = 0; row < rows; row++)
		for (let column = 0; column < columns; column++, at++) matrix[at] = integers[at]! * scales[row]!;
	return matrix;
}

/** The bytes of a file of weights. */
export function modelFileBytes(shape: ModelShape, parts: Record<string, Part>): Uint8Array {
	const head: Head = { shape, parts: {} };
	let length = 0;
	for (const [name, part] of Object.entries(parts)) {
		const kind = part instanceof Float32Array ? 'f32' : part instanceof Int8Array ? 'i8' : 'u8';
		head.parts[name] = [kind, length, part.length];
		length += Math.ceil((part.length * kinds[kind].BYTES_PER_ELEMENT) / 4) * 4;
	}
	const text = JSON.stringify(head);
	const json = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4));
	const bytes = new Uint8Array(16 + json.length + length);
	const start = 16 + json.length;
	for (const [name, part] of Object.entries(parts))
		bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), start + head.parts[name]![1]);
	const view = new DataView(bytes.buffer);
	bytes.set(new TextEncoder().encode(magic));
	view.setUint32(12, json.length, true);
	bytes.set(json, 16);
	view.setUint32(8, checksum(bytes.subarray(12)), true);
	return bytes;
}

let table: Uint32Array | null = null;

/** CRC-32 of ISO 3309. */
function checksum(bytes: Uint8Array): number {
	table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
		let value = byte;
		for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
		return value;
	});
	let sum = 0xffffffff;
	for (let index = 0; index < bytes.length; index++) sum = table[(sum ^ bytes[index]!) & 255]! ^ (sum >>> 8);
	return ~sum >>> 0;
}
