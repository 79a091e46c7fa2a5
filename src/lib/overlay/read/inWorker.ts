import { asset } from '$app/paths';
import { trustOwnScripts } from '../../base/trusted';
import { askOnce } from '../../base/worker';
import type { ReadOptions } from './bytes';
import type { Choices, ReadResult } from './read';
import type { ReadProgress, ReadRequest } from './read.worker';

/**
 * Reads a file as `read` does, in a worker that is started for it and ended after it.
 * @throws where the worker fails; the reason of the signal, where it is aborted
 */
export async function readInWorker(
	file: Blob,
	choices: Choices,
	{ signal, onprogress }: ReadOptions = {}
): Promise<ReadResult> {
	signal?.throwIfAborted();
	trustOwnScripts();
	return askOnce<ReadRequest, ReadResult, ReadProgress>(
		() => new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' }),
		{ file, choices, records: new URL(asset('/desk/geodata.json'), location.href).href },
		{ signal, onprogress: (progress) => onprogress?.(...progress) }
	);
}
