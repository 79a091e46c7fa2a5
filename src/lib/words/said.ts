/**
 * Which sentences of the records a page has in the language of the records, since its own has no translation. Each is known
 * by its hash: on the server all that a language lacks, in a browser those of the pages that were opened.
 */
import { shortHash } from '../base/shortHash';
import { getLocale } from './compiled/runtime.js';
import { recordsLanguage } from './locale';

const lacking = new Map<string, Set<string>>();

/** Notes sentences that a language lacks, by their hashes. */
export function noteLacking(tag: string, hashes: Iterable<string>): void {
	const known = lacking.get(tag) ?? new Set();
	for (const hash of hashes) known.add(hash);
	lacking.set(tag, known);
}

/** The language of a sentence of the records where it is not that of the page: for `lang`. */
export function saidIn(text: string | null | undefined): string | undefined {
	const known = lacking.get(getLocale());
	return known && text && known.has(shortHash(text)) ? recordsLanguage : undefined;
}
