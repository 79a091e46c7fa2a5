import { hiddenIn } from '../base/hidden';

/** A text of ours on one line, without what nobody sees; nothing where no word is left. */
export function plain(text: string): string | undefined {
	const hidden = new Set(hiddenIn(text).map(({ at }) => at));
	const shown = [...text.matchAll(/[^]/gu)]
		.filter(({ index }) => !hidden.has(index))
		.map(([letter]) => letter);
	return shown.join('').replace(/\s+/g, ' ').trim() || undefined;
}
