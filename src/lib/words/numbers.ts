/** Digits as each language writes them. */
import { intlTags } from './languages/languages';
import type { Locale } from './locale';

/** What Intl is asked for: the language with the region, the calendar and the digits that the data set names. */
export const intlOf = (locale: Locale): string => intlTags[locale];

/** A number with exactly so many decimals, and with nothing between its thousands: it may be a year. */
export function digits(value: number, locale: Locale, decimals = 0): string {
	return new Intl.NumberFormat(intlOf(locale), {
		useGrouping: false,
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	}).format(value);
}
