/**
 * The site's texts in one file, for the offline copy: pages, their data, citations and layers, several hundred files
 * that mostly repeat each other. Each piece of text is written once and then repeated by its number, which turns 30 MB
 * into less than 5. Compression alone would miss most of that: gzip looks back only 32 KB.
 *
 * The format is lines of JSON. The first line is the manifest of all that is kept, in the parcel and beside it. Every
 * other line is a file: its path and its pieces. A string is a new piece, which gets the next number; a number repeats a
 * piece; a pair of numbers repeats the pieces from the first up to, but not including, the second.
 */
import type { Manifest } from './manifest';

export interface KeptFile {
	/** As in its address: `/about`, `/data/reports.csv`; below the path that the site has on its host, if any. */
	path: string;
	headers: Record<string, string>;
	/** Of its bytes. */
	sha256: string;
}

export interface ParcelFile {
	path: string;
	text: string;
}

type Piece = string | number | [from: number, to: number];

/** Where the parcel of a version is. @param base path of the site on its host, '' at the root */
export const parcelAddress = (version: string, base = '') => `${base}/_app/offline-${version}.txt`;

/** Shorter pieces are not worth a number. */
const shortest = 40;

/**
 * @param files what is in the parcel
 * @param others what is kept beside it: files that a page may have fetched already, and binary ones
 */
export function pack(
	version: string,
	files: readonly (KeptFile & ParcelFile)[],
	others: readonly KeptFile[]
): string {
	const kept = [...files, ...others];
	const headers = [...new Set(kept.map((file) => JSON.stringify(file.headers)))];
	const manifest: Manifest = {
		version,
		packed: files.length,
		headers: headers.map((text) => JSON.parse(text) as Record<string, string>),
		files: kept.map((file) => [file.path, headers.indexOf(JSON.stringify(file.headers)), file.sha256])
	};
	const numbers = new Map<string, number>();
	const lines = files.map(({ path, text }) => {
		const pieces: Piece[] = [];
		for (const piece of split(text)) {
			const number = numbers.get(piece);
			const last = pieces.at(-1);
			if (number === undefined) {
				numbers.set(piece, numbers.size);
				pieces.push(piece);
			} else if (Array.isArray(last) && last[1] === number) last[1]++;
			else if (last === number - 1) pieces[pieces.length - 1] = [last, number + 1];
			else pieces.push(number);
		}
		return JSON.stringify([path, ...pieces]);
	});
	return [JSON.stringify(manifest), ...lines, ''].join('\n');
}

/** Cuts after tags, objects and lines, where a text that another file has as well is likely to begin. */
function split(text: string): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const part of text.split(/(?<=[>}\n])/)) {
		piece += part;
		if (piece.length < shortest) continue;
		pieces.push(piece);
		piece = '';
	}
	return piece ? [...pieces, piece] : pieces;
}

/**
 * Reads a parcel line by line: the manifest comes first, then file after file, which nobody has compared with it yet.
 * @throws Error where it is no parcel of that version, or ends too early
 */
export async function* unpack(
	version: string,
	lines: AsyncIterable<string>
): AsyncGenerator<Manifest | ParcelFile> {
	let head: Manifest | null = null;
	let read = 0;
	const pieces: string[] = [];
	for await (const line of lines) {
		if (line === '') continue;
		const value: unknown = JSON.parse(line);
		if (!head) {
			head = value as Manifest;
			if (head.version !== version) throw new Error(`The parcel is not of version ${version}.`);
			yield head;
			continue;
		}
		const [path, ...said] = value as [string, ...Piece[]];
		let text = '';
		for (const piece of said) {
			if (typeof piece === 'string') pieces.push(piece);
			const [from, to] =
				typeof piece === 'string'
					? [pieces.length - 1, pieces.length]
					: typeof piece === 'number'
						? [piece, piece + 1]
						: piece;
			if (to > pieces.length) throw new Error(`The parcel names a piece that it has not said, in ${path}.`);
			for (let number = from; number < to; number++) text += pieces[number]!;
		}
		read++;
		yield { path, text };
	}
	if (!head || read !== head.packed) throw new Error('The parcel is not whole.');
}

/** The lines of a text that comes in parts. */
export async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<string> {
	let rest = '';
	for await (const part of parts) {
		const lines = (rest + part).split('\n');
		rest = lines.pop()!;
		yield* lines;
	}
	if (rest) yield rest;
}
