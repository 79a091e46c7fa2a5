/** Looks for quotes beside the page, so that it stays awake and the looking can be stopped by ending this. */
import type { QuoteView } from '$lib/geodata/views';
import { checkEach, type QuoteCheck } from '$lib/geodata/quotes';

export interface CheckRequest {
	text: string;
	quotes: QuoteView[];
}

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
	for (const check of checkEach(data.text, data.quotes)) self.postMessage(check satisfies QuoteCheck);
};
