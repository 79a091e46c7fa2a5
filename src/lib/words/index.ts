/** Words of the interface in the language of the document. Messages are in `messages/<tag>.json`. */
import { resolve } from '$app/paths';
import type { Name } from '$lib/geodata/vocabulary';
import { getLocale } from './compiled/runtime.js';
import { pathIn, type Locale } from './locale';

export { m } from './compiled/messages.js';
export { getLocale } from './compiled/runtime.js';

/** What Intl is asked for: Syria's names of months and Arabic digits, the same in every browser and in Node. */
export const intlTags: Partial<Record<Locale, string>> = { en: 'en-GB', ar: 'ar-SY-u-ca-gregory-nu-arab' };

export const intlTag = (): string => intlTags[getLocale()] ?? getLocale();

/** A name of the records in the reader's language. */
export const named = (name: Name): string => name[getLocale() as keyof Name] ?? name.en;

/** A number, no finer than so many decimals. */
export const number = (value: number, decimals = 0): string =>
	new Intl.NumberFormat(intlTag(), { maximumFractionDigits: decimals }).format(value);

/** What a message about so many things asks for: the number for its plural form, and the number as it is written. */
export const counted = (count: number) => ({ count, n: number(count) });

/** “Russia, Iran and Israel” without the “and”: names in a row. */
export const list = (names: string[]): string => names.join(getLocale() === 'ar' ? '، ' : ', ');

/** In the order of the reader's alphabet. */
export const compare = (a: string, b: string): number => a.localeCompare(b, getLocale());

/** What a message has before and after an input, for which something else than text stands in the page. */
export function around(write: (gap: string) => string): [before: string, after: string] {
	const gap = '\u0000';
	const [before = '', after = ''] = write(gap).split(gap);
	return [before, after];
}

/** The address of a page in the reader's language, as `resolve` gives it in English. Files of data have one address. */
export const link = ((...parts: Parameters<typeof resolve>) =>
	pathIn(getLocale(), resolve(...parts))) as typeof resolve;
