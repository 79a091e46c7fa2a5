/** Digits as each language writes them. */
import * as languages from './labels/common';
import type { Locale } from './locale';

/** A number with exactly so many decimals, and with nothing between its thousands: it may be a year. */
export function digits(value: number, locale: Locale, decimals = 0): string {
	return new Intl.NumberFormat(languages[locale].intl, {
		useGrouping: false,
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	}).format(value);
}
