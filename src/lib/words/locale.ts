/**
 * The language of a document: the first of the site at `/…`, every other at `/<tag>/…`. It is in the address, is fixed for
 * as long as the document is open, and links to another language load the page anew.
 */
import { base, pathBelow } from '../base/home';
import { locales, recordLanguages } from './languages/languages';
import type { Locale } from './languages/languages';

export { locales, type Locale };

/** The language whose addresses have no tag. */
export const baseLocale: Locale = locales[0]!;

/** The language of the records: a name or a sentence is read in it where that of the page lacks it. */
export const recordsLanguage = recordLanguages[0]!;

/** What stands smaller beneath a name: that of the records, or for who reads theirs, that of the next language. */
export const otherLanguage = (tag: string): string | undefined =>
	tag === recordsLanguage ? recordLanguages[1] : recordsLanguage;

const others = locales.filter((tag) => tag !== baseLocale);

/** Each language in its own words. */
export function nameOf(tag: string): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** Which way a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
	return /^(ar|dv|fa|he|ku-Arab|ps|sd|ug|ur|yi)\b/.test(tag) ? 'rtl' : 'ltr';
}

/**
 * The language of an address's path, and the path as the first language has it at the root of a host: `/ar/table` is
 * `/table` in Arabic, and where the site lives at `/map`, so is `/map/ar/table`.
 */
export function readPath(pathname: string): { locale: Locale; path: string } {
	const path = pathBelow(pathname) || '/';
	const found = others.find((tag) => path === `/${tag}` || path.startsWith(`/${tag}/`));
	return found ? { locale: found, path: path.slice(found.length + 1) || '/' } : { locale: baseLocale, path };
}

/** The address of a page in a language, from its path as `readPath` gives it. Files have one address. */
export function pathIn(tag: Locale, path: string): string {
	return tag === baseLocale ? base + path : `${base}/${tag}${path === '/' ? '' : path}`;
}
