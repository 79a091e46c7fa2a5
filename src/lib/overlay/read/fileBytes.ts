/** A file of which any part can be read. */
import type { ReadOptions } from './bytes';

/** Reading tells how far it is, and stops when it is told to. */
export class FileBytes {
	private done = 0;

	constructor(
		readonly blob: Blob,
		private readonly options: ReadOptions = {}
	) {}

	get size(): number {
		return this.blob.size;
	}

	/**
	 * Bytes from one place to before another; fewer where the file ends earlier.
	 * @throws the signal's reason where it is stopped
	 */
	async slice(start: number, end = this.size): Promise<Uint8Array<ArrayBuffer>> {
		const { signal, onprogress } = this.options;
		signal?.throwIfAborted();
		const bytes = new Uint8Array(await this.blob.slice(start, end).arrayBuffer());
		signal?.throwIfAborted();
		// Some parts are read twice.
		const done = Math.min(this.size, this.done + bytes.length);
		if (done > this.done) onprogress?.(done, this.size);
		this.done = done;
		return bytes;
	}
}
