/** Bytes that the browser packs and unpacks. */
import { joined } from './joined';

type Form = 'gzip' | 'deflate';

/** The packed bytes. @throws where the browser has no such form */
export function packed(bytes: BlobPart, form: Form): Promise<Uint8Array<ArrayBuffer>> {
	return gathered(new Blob([bytes]).stream().pipeThrough(new CompressionStream(form)), Infinity);
}

/**
 * The bytes that were packed.
 * @param most so many at most, since a few bytes may unpack to any number
 * @throws TooLarge beyond that, and another error where they are damaged
 */
export function unpacked(bytes: BlobPart, form: Form, most: number): Promise<Uint8Array<ArrayBuffer>> {
	return gathered(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(form)), most);
}

export class TooLarge extends Error {}

async function gathered(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const reader = stream.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.length;
		if (size > most) {
			void reader.cancel().catch(() => undefined);
			throw new TooLarge(`more than ${most} bytes`);
		}
		pieces.push(value as Uint8Array<ArrayBuffer>);
	}
	return joined(pieces, size);
}
