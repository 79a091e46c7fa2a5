import type { ReadOptions } from './bytes';
import type { Choices, ReadResult } from './read';
import type { ReadMessage, ReadRequest } from './read.worker';

/**
 * Reads a file as `read` does, in a worker that is fetched for it and ended after it.
 * @throws where the worker fails, or the signal ends it
 */
export function readInWorker(
	file: Blob,
	choices: Choices,
	{ signal, onprogress }: ReadOptions = {}
): Promise<ReadResult> {
	signal?.throwIfAborted();
	const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
	return new Promise<ReadResult>((resolve, reject) => {
		signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.onerror = (event) => reject(new Error(event.message));
		worker.onmessage = ({ data }: MessageEvent<ReadMessage>) => {
			if ('result' in data) resolve(data.result);
			else if ('error' in data) reject(new Error(data.error));
			else onprogress?.(data.read, data.total);
		};
		worker.postMessage({ file, choices } satisfies ReadRequest);
	}).finally(() => worker.terminate());
}
