import type { QuoteView } from '$lib/geodata/views';
import type { QuoteCheck } from '$lib/geodata/quotes';
import type { CheckRequest } from './check.worker';

/**
 * Looks for quotes in a text, in a worker that is fetched for it.
 * @throws where the worker fails, or the signal ends it
 */
export function checkInWorker(
	text: string,
	quotes: QuoteView[],
	{ signal, onprogress }: { signal: AbortSignal; onprogress: (done: number) => void }
): Promise<QuoteCheck[]> {
	const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
	const checks: QuoteCheck[] = [];
	return new Promise<QuoteCheck[]>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.onerror = (event) => reject(new Error(event.message));
		worker.onmessage = ({ data }: MessageEvent<QuoteCheck>) => {
			checks.push(data);
			onprogress(checks.length);
			if (checks.length === quotes.length) resolve(checks);
		};
		worker.postMessage({ text, quotes } satisfies CheckRequest);
	}).finally(() => worker.terminate());
}
