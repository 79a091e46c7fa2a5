/** Whether the words of an article were compared with its full text, and whether it is a draft. */
import { m } from './compiled/messages.js';
import type { Locale } from './locale';
import { describeWhen } from './when';

/** “Checked against the full text on 31 August 2026”, or that it was not yet. @param day YYYY-MM-DD, or null */
export function describeChecked(day: string | null, locale: Locale): string {
	if (day === null) return m.checked_not({}, { locale });
	return m.checked_on({ day: describeWhen(day, locale) }, { locale });
}

/** That an article is a draft; null where it is none. */
export function describeDraft({ draft }: { draft: boolean }, locale: Locale): string | null {
	return draft ? m.draft_article({}, { locale }) : null;
}

/** What is still to be done to an article: it is a draft, or was not compared; null where neither is so. */
export function describeUnfinished(
	article: { draft: boolean; checked: string | null },
	locale: Locale
): string | null {
	const unchecked = article.checked === null ? describeChecked(null, locale) : null;
	return [describeDraft(article, locale), unchecked].filter((said) => said !== null).join(' ') || null;
}
