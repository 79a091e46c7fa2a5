import { trustOwnScripts } from '$lib/base/trusted';
import { askOnce } from '$lib/base/worker';
import type { QuoteView } from '$lib/geodata/views';
import type { QuoteCheck } from '$lib/geodata/quotes';
import type { CheckRequest } from './check.worker';

/**
 * Looks for quotes in a text, in a worker that is started for it and ended after it.
 * @param options.onprogress how many quotes have been looked for
 * @throws where the worker fails; the reason of the signal, where it is aborted
 */
export function checkInWorker(
	text: string,
	quotes: QuoteView[],
	options: { signal: AbortSignal; onprogress: (done: number) => void }
): Promise<QuoteCheck[]> {
	trustOwnScripts();
	return askOnce<CheckRequest, QuoteCheck[], number>(
		() => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' }),
		{ text, quotes },
		options
	);
}
