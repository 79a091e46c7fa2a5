/** Looks for quotes in a text off the page's thread; ending the worker stops the search. */
import { answerQuestions } from '$lib/base/worker';
import type { QuoteView } from '$lib/geodata/views';
import { checkEach, type QuoteCheck } from '$lib/geodata/quotes';

export interface CheckRequest {
	text: string;
	quotes: QuoteView[];
}

answerQuestions<CheckRequest, QuoteCheck[], number>(({ text, quotes }, onprogress) => {
	const checks: QuoteCheck[] = [];
	for (const check of checkEach(text, quotes)) onprogress(checks.push(check));
	return checks;
});
