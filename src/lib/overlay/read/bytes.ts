/** The bytes of a file as a stream: read in pieces, unpacked within limits, decoded. */
import type { Encoding } from '../../base/encoding';
import { joined } from '../../base/joined';
import { Refusal, type Problems } from './problem';
import type { Work } from './work';

export type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>;

export interface ReadOptions {
	signal?: AbortSignal;
	/** Bytes read of all bytes of the file as it lies on the disk. */
	onprogress?: (read: number, total: number) => void;
	/** Bytes that are read at once. */
	pieceSize?: number;
}

/** Small, so that garbage collection finds the rows of a piece while they are young: a third faster at a million rows. */
const usualSize = 1 << 18;

/** The file in pieces. @throws the signal's reason where it is stopped */
export async function* piecesOf(
	file: Blob,
	{ signal, onprogress, pieceSize = usualSize }: ReadOptions
): Bytes {
	for (let start = 0; start < file.size; start += pieceSize) {
		signal?.throwIfAborted();
		yield new Uint8Array(await file.slice(start, start + pieceSize).arrayBuffer());
		onprogress?.(Math.min(start + pieceSize, file.size), file.size);
	}
	signal?.throwIfAborted();
}

/** A stream some of which was read before: that, then the rest. Stopping early stops the source too. */
export async function* resumed<T>(first: T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
	try {
		yield* first;
		for (;;) {
			const { done, value } = await rest.next();
			if (done) return;
			yield value;
		}
	} finally {
		await rest.return?.();
	}
}

/** A stream whose first bytes can be looked at. */
export async function peeked(
	bytes: Bytes,
	size: number
): Promise<{ head: Uint8Array<ArrayBuffer>; bytes: Bytes }> {
	const iterator = bytes[Symbol.asyncIterator]();
	const first: Uint8Array<ArrayBuffer>[] = [];
	let length = 0;
	while (length < size) {
		const { done, value } = await iterator.next();
		if (done) break;
		first.push(value);
		length += value.length;
	}
	const head = joined(first, length);
	return { head: head.subarray(0, size), bytes: resumed(head.length > 0 ? [head] : [], iterator) };
}

/** Unpacks gzip. What was unpacked before a fault stays read: the fault is a problem of the file. */
export async function* gunzipped(bytes: Bytes, problems: Problems): Bytes {
	const iterator = bytes[Symbol.asyncIterator]();
	const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
		async pull(controller) {
			const { done, value } = await iterator.next();
			if (done) controller.close();
			else controller.enqueue(value);
		}
	});
	const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
	let unpacked = 0;
	try {
		for (;;) {
			let result;
			try {
				result = await reader.read();
			} catch (error) {
				if (!(error instanceof TypeError) && !isCompressionFault(error)) throw error;
				if (unpacked === 0) throw new Refusal('damaged-archive');
				problems.add('truncated');
				return;
			}
			if (result.done) return;
			unpacked += result.value.length;
			yield result.value as Uint8Array<ArrayBuffer>;
		}
	} finally {
		// The rest is not read, so a fault in it does not matter.
		await reader.cancel().catch(() => undefined);
		await iterator.return?.();
	}
}

/** Node's streams name a fault in compressed data by a code of zlib. */
function isCompressionFault(error: unknown): boolean {
	const { code } = (error ?? {}) as { code?: unknown };
	return typeof code === 'string' && code.startsWith('Z_');
}

/** Ends an unpacked stream that grows beyond a limit in bytes, or takes more work than it may. */
export async function* limited(bytes: Bytes, most: number, work: Work): Bytes {
	let length = 0;
	for await (const piece of bytes) {
		length += piece.length;
		if (length > most) throw new Refusal('unpacks-too-large', String(most));
		work.spend(piece.length);
		yield piece;
	}
}

/** Thrown where a text taken for UTF-8 turns out not to be, before any character of several bytes proved that it is. */
export class OtherEncoding extends Error {
	/** @param bytes those among which the proof was found */
	constructor(readonly bytes: Uint8Array) {
		super();
	}
}

/** The text of a stream, in pieces. @throws OtherEncoding as above, where `isGuess` */
export async function* decoded(
	bytes: Bytes,
	encoding: Encoding,
	isGuess: boolean,
	problems: Problems
): AsyncIterable<string> {
	if (encoding !== 'utf-8') {
		const decoder = new TextDecoder(encoding);
		for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
		yield decoder.decode();
		return;
	}
	const strict = new TextDecoder('utf-8', { fatal: true });
	const lax = new TextDecoder('utf-8');
	let isLax = false;
	let proved = false;
	// A strict decoder loses the bytes of a character that is cut by the end of a piece; they wait here for the next.
	let rest = new Uint8Array(0);
	for await (const piece of bytes) {
		const all = rest.length > 0 ? joined([rest, piece], rest.length + piece.length) : piece;
		const end = isLax ? all.length : endOfCharacters(all);
		const whole = all.subarray(0, end);
		rest = all.slice(end);
		if (!isLax) {
			try {
				const text = strict.decode(whole);
				if (!proved && isGuess && text.length !== whole.length) proved = true;
				yield text;
				continue;
			} catch {
				if (isGuess && !proved) throw new OtherEncoding(whole);
				isLax = true;
			}
		}
		yield counted(lax.decode(whole, { stream: true }), problems);
	}
	if (rest.length > 0) {
		if (isGuess && !proved) throw new OtherEncoding(rest);
		problems.add('truncated');
	}
	if (isLax) yield counted(lax.decode(), problems);
}

function counted(text: string, problems: Problems): string {
	let count = 0;
	for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
	if (count > 0) {
		const at = text.indexOf('\ufffd');
		problems.add('bad-bytes', { found: text.slice(Math.max(0, at - 20), at + 20) }, count);
	}
	return text;
}

/** Where the last whole UTF-8 character ends. */
function endOfCharacters(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back]!;
		if (byte < 0x80) return bytes.length;
		if (byte >= 0xc0) {
			const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return size > back ? bytes.length - back : bytes.length;
		}
	}
	return bytes.length;
}
