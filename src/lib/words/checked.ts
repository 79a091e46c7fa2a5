/** Whether the words of an article were compared with its full text. */
import { m } from './compiled/messages.js';
import type { Locale } from './locale';
import { describeWhen } from './when';

/** “Checked against the full text on 31 August 2026”, or that it was not yet. @param day YYYY-MM-DD, or null */
export function describeChecked(day: string | null, locale: Locale): string {
	if (day === null) return m.checked_not({}, { locale });
	return m.checked_on({ day: describeWhen(day, locale) }, { locale });
}
