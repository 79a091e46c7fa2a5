/** The tables in a file: a text is one, and an archive, a workbook or a database may have several. */
import { labelOf } from '../../base/encoding';
import { contentOf, withoutData } from './archive';
import { binaryFormats } from './binary';
import { gunzipped, limited, peeked, piecesOf, type Bytes, type ReadOptions } from './bytes';
import { detectEncoding } from './encodings';
import { FileBytes } from './fileBytes';
import type { Form, Part } from './form';
import type { Given } from './layer';
import { Refusal } from './problem';
import type { Rows } from './rows';
import { headSize, sniffBytes, type BinaryFormat } from './sniff';
import { readText } from './text';
import { unpacked, type ZipEntry } from './zip';

/** A table that can be read. */
export interface Found {
	/** Which of the parts it is; null where there is nothing to choose from. */
	part: string | null;
	/** All that the reader may choose from, in the order of the file. */
	parts: Part[];
	/** Puts its rows where they belong. @throws Refusal where that can't be */
	read(rows: Rows, proof: Uint8Array | null): Promise<Form>;
}

/** Compressed files within each other are read up to so many deep. */
const deepest = 3;
/** Stands between the name of a part and that of a part of it. */
const between = ' / ';

/** Whether another table may be read where one is refused for this reason. */
export function isPassable(error: unknown): error is Refusal {
	return (
		error instanceof Refusal &&
		!['too-much-work', 'unpacks-too-large', 'too-large', 'too-many-points'].includes(error.reason)
	);
}

/** The tables of a file, one after another: the one that was chosen alone, where there is such a one. */
export async function* foundIn(whole: Blob, given: Given, options: ReadOptions): AsyncGenerator<Found, void> {
	const { choices, problems, work, within } = given;
	yield* inBlob(whole, options, 0, choices.part ?? null);

	async function* inBlob(blob: Blob, options: ReadOptions, depth: number, wanted: string | null) {
		const head = new Uint8Array(await blob.slice(0, headSize).arrayBuffer());
		yield* inside({ head, bytes: piecesOf(blob, options) }, () => blob, options, depth, wanted);
	}

	async function* inBytes(bytes: Bytes, depth: number, wanted: string | null) {
		const peek = await peeked(bytes, headSize);
		// Of the file as a whole it is told how far it is.
		const { onprogress, ...silent } = options;
		yield* inside(peek, () => collected(peek.bytes), silent, depth, wanted);
	}

	async function* inside(
		{ head, bytes }: { head: Uint8Array; bytes: Bytes },
		all: () => Blob | Promise<Blob>,
		options: ReadOptions,
		depth: number,
		wanted: string | null
	): AsyncGenerator<Found, void> {
		const sniffed = choices.encoding ? sniffChosen(head, choices.encoding) : sniffBytes(head);
		if (sniffed.kind === 'text') {
			const encoding = sniffed.encoding ?? (await detectEncoding(head));
			const text = { bytes, head, encoding, isGuess: sniffed.isGuess };
			yield { part: null, parts: [], read: (rows, proof) => readText(text, rows, given, proof) };
			return;
		}
		if (depth === deepest) throw new Refusal('archive-without-data');
		if (sniffed.kind === 'gzip') {
			yield* inBytes(limited(gunzipped(bytes, problems), within.unpacked, work), depth + 1, wanted);
			return;
		}
		const file = new FileBytes(await all(), options);
		if (sniffed.kind === 'zip') yield* inArchive(file, depth, wanted);
		else yield* inBinary(sniffed.format, file, wanted);
	}

	async function* inBinary(
		format: BinaryFormat,
		file: FileBytes,
		wanted: string | null
	): AsyncGenerator<Found, void> {
		const open = await binaryFormats[format]();
		const layers = await open(file, given);
		const parts = layers.map(({ name, kind, rows }) => ({ name, kind, rows }));
		const chosen = wanted === null ? undefined : layers.find(({ name }) => name === wanted);
		// What is said of the top of a table is said of one.
		const { header, firstLine, ...rest } = choices;
		const own = chosen || layers.length === 1 ? choices : rest;
		for (const layer of chosen ? [chosen] : layers) {
			const read = async (rows: Rows): Promise<Form> => ({
				format,
				encoding: null,
				sample: [],
				delimiter: null,
				header: null,
				firstLine: null,
				...(await layer.read(rows, own))
			});
			yield among({ part: null, parts: [], read }, parts, layers.indexOf(layer));
		}
	}

	async function* inArchive(
		file: FileBytes,
		depth: number,
		wanted: string | null
	): AsyncGenerator<Found, void> {
		const content = await contentOf(file);
		if (content.is === 'workbook') return yield* inBinary('workbook', file, wanted);
		const { data, names } = content;
		const entries = data.length > 0 ? data : await readable(file, content.others);
		const parts = entries.map(({ name }): Part => ({ name, kind: 'file', rows: null }));
		const chosen = chosenOf(parts, wanted);
		let refusal: Refusal | null = null;
		let hasAny = false;
		for (const [at, entry] of entries.entries()) {
			if (chosen && chosen.at !== at) continue;
			const bytes = limited(unpacked(file, entry, problems), within.unpacked, work);
			try {
				for await (const found of inBytes(bytes, depth + 1, chosen?.rest ?? null)) {
					hasAny = true;
					yield among(found, parts, at);
				}
			} catch (error) {
				if (!isPassable(error)) throw error;
				refusal ??= error;
			}
		}
		if (!hasAny) throw refusal ?? withoutData(names, problems);
	}

	/** Those of some files in an archive that may have rows, by their first bytes. */
	async function readable(file: FileBytes, entries: readonly ZipEntry[]): Promise<ZipEntry[]> {
		const found: ZipEntry[] = [];
		for (const entry of entries) {
			try {
				const { head, bytes } = await peeked(limited(unpacked(file, entry), within.unpacked, work), headSize);
				await bytes[Symbol.asyncIterator]().return?.();
				sniffBytes(head);
				found.push(entry);
			} catch (error) {
				if (!isPassable(error)) throw error;
			}
		}
		return found;
	}
}

/** A table as one of the parts around it. */
function among(found: Found, parts: Part[], at: number): Found {
	if (parts.length < 2) return found;
	const { name } = parts[at]!;
	const within = (inner: string) => `${name}${between}${inner}`;
	const own = found.parts.map((part) => ({ ...part, name: within(part.name) }));
	return {
		...found,
		part: found.part === null ? name : within(found.part),
		parts: found.parts.length > 0 ? [...parts.slice(0, at), ...own, ...parts.slice(at + 1)] : parts
	};
}

/** Which part a name means, and which part of that. Null where none is called so. */
function chosenOf(parts: readonly Part[], wanted: string | null): { at: number; rest: string | null } | null {
	if (wanted === null) return null;
	// What is alone has no name among parts.
	if (parts.length === 1) return { at: 0, rest: wanted };
	for (const [at, { name }] of parts.entries()) {
		if (wanted === name) return { at, rest: null };
		if (wanted.startsWith(name + between)) return { at, rest: wanted.slice(name.length + between.length) };
	}
	return null;
}

/** The chosen encoding overrides the bytes, unless they are no text at all. */
function sniffChosen(head: Uint8Array, chosen: string) {
	const sniffed = sniffBytes(head);
	const encoding = labelOf(chosen);
	return sniffed.kind === 'text' && encoding ? { ...sniffed, encoding, isGuess: false } : sniffed;
}

async function collected(bytes: Bytes): Promise<Blob> {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	for await (const piece of bytes) pieces.push(piece);
	return new Blob(pieces);
}
