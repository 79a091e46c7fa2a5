/** Digits as each language writes them. */
import type { Locale } from './dates';

/** What Intl is asked for: Syria's names of months and Arabic digits, the same in every browser and in Node. */
export const intlTags: Record<Locale, string> = { en: 'en-GB', ar: 'ar-SY-u-ca-gregory-nu-arab' };

/** A number with exactly so many decimals, and with nothing between its thousands: it may be a year. */
export function digits(value: number, locale: Locale, decimals = 0): string {
	return new Intl.NumberFormat(intlTags[locale], {
		useGrouping: false,
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	}).format(value);
}
