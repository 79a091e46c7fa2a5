import { asset } from '$app/paths';
import { trustOwnScripts } from '../../base/trusted';
import { askOnce, Spare, WorkerClient } from '../../base/worker';
import type { ReadOptions } from './bytes';
import type { Choices, ReadResult } from './read';
import type { ReadProgress, ReadRequest } from './read.worker';

const workers = new Spare(() => {
	trustOwnScripts();
	const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
	return new WorkerClient<ReadRequest, ReadResult, ReadProgress>(worker);
});

/** Starts a worker for the next file that is read. */
export const prepareReading = (): void => workers.prepare();

/**
 * Reads a file as `read` does, in a worker of its own that is ended after it.
 * @throws where the worker fails; the reason of the signal, where it is aborted
 */
export async function readInWorker(
	file: Blob,
	choices: Choices,
	{ signal, onprogress }: ReadOptions = {}
): Promise<ReadResult> {
	signal?.throwIfAborted();
	return askOnce(
		() => workers.take(),
		{ file, choices, records: new URL(asset('/desk/geodata.json'), location.href).href },
		{ signal, onprogress: (progress) => onprogress?.(...progress) }
	);
}
