/** The tables in a file: a text is one, and an archive, a workbook or a database may have several. */
import { labelOf } from '../../base/encoding';
import { contentOf, withoutData, type ArchiveFile } from './archive';
import { binaryFormats } from './binary';
import { gunzipped, limited, peeked, piecesOf, type Bytes, type ReadOptions } from './bytes';
import { detectEncoding } from './encodings';
import { FileBytes } from './fileBytes';
import type { Form, FormChoices, Part } from './form';
import type { Given, Layer } from './layer';
import { Refusal } from './problem';
import type { Rows } from './rows';
import { shapefileParts, type ShapefileParts } from './shapefileParts';
import { headSize, sniffBytes, type BinaryFormat } from './sniff';
import { readText } from './text';
import { unpacked } from './zip';

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
const beginsAsJson = /^[\s\ufeff]*[{[]/;
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
	// A program that does not begin like one may have commas enough for a table.
	const isCalledScript = 'name' in whole && /\.[cm]?js$/i.test(String(whole.name));
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
			if (
				depth === 0 &&
				isCalledScript &&
				!beginsAsJson.test(new TextDecoder().decode(head.subarray(0, 1000)))
			)
				throw new Refusal('script');
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
		for (const layer of chosen ? [chosen] : layers)
			yield among(tableOf(layer, format, own), parts, layers.indexOf(layer));
	}

	/** A Shapefile whose parts are files of an archive. */
	async function* inShapefile(file: FileBytes, { name, beside }: ArchiveFile): AsyncGenerator<Found, void> {
		const parts: ShapefileParts = {};
		for (const ending of shapefileParts) {
			const entry = beside?.get(ending);
			if (!entry) continue;
			const bytes = limited(unpacked(file, entry, problems), within.unpacked, work);
			parts[ending] = new FileBytes(await collected(bytes), { signal: options.signal });
		}
		const { openShapefile } = await import('./shapefile');
		yield tableOf(await openShapefile(parts, name, given), 'shapefile', choices);
	}

	async function* inArchive(
		file: FileBytes,
		depth: number,
		wanted: string | null
	): AsyncGenerator<Found, void> {
		const content = await contentOf(file);
		if (content.is === 'workbook') return yield* inBinary('workbook', file, wanted);
		const { data, names } = content;
		const files = data.length > 0 ? data : await readable(file, content.others);
		const parts = files.map(({ name }): Part => ({ name, kind: 'file', rows: null }));
		const chosen = chosenOf(parts, wanted);
		let refusal: Refusal | null = null;
		let hasAny = false;
		for (const [at, each] of files.entries()) {
			if (chosen && chosen.at !== at) continue;
			if (!content.isWhole) problems.add('truncated');
			const bytes = limited(unpacked(file, each.entry, problems), within.unpacked, work);
			const tables = each.beside ? inShapefile(file, each) : inBytes(bytes, depth + 1, chosen?.rest ?? null);
			try {
				for await (const found of tables) {
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
	async function readable(file: FileBytes, others: readonly ArchiveFile[]): Promise<ArchiveFile[]> {
		const found: ArchiveFile[] = [];
		for (const each of others) {
			try {
				const all = limited(unpacked(file, each.entry), within.unpacked, work);
				const { head, bytes } = await peeked(all, headSize);
				await bytes[Symbol.asyncIterator]().return?.();
				sniffBytes(head);
				found.push(each);
			} catch (error) {
				if (!isPassable(error)) throw error;
			}
		}
		return found;
	}
}

/** A table of a format that is no text. */
function tableOf(layer: Layer, format: BinaryFormat, choices: FormChoices): Found {
	const read = async (rows: Rows): Promise<Form> => ({
		format,
		encoding: null,
		sample: [],
		delimiter: null,
		header: null,
		firstLine: null,
		...(await layer.read(rows, choices))
	});
	return { part: null, parts: [], read };
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
