/**
 * The language of a document: English at `/…`, every other at `/<tag>/…`. It is in the address, is fixed for as long
 * as the document is open, and links to another language load the page anew.
 */
import { locales, baseLocale } from './compiled/runtime.js';

export type Locale = (typeof locales)[number];
export { baseLocale, locales };

const others = locales.filter((tag) => tag !== baseLocale);

/** Each language in its own words. */
export function nameOf(tag: Locale): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** Which way a language is written. */
export function directionOf(tag: Locale): 'ltr' | 'rtl' {
	return /^(ar|dv|fa|he|ku-Arab|ps|sd|ug|ur|yi)\b/.test(tag) ? 'rtl' : 'ltr';
}

/** The language of a path, and the path as English has it: `/ar/table` is `/table` in Arabic. */
export function readPath(path: string): { locale: Locale; path: string } {
	const found = others.find((tag) => path === `/${tag}` || path.startsWith(`/${tag}/`));
	return found ? { locale: found, path: path.slice(found.length + 1) || '/' } : { locale: baseLocale, path };
}

/** The same page in a language: a path as English has it, with the language before it. Files have one address. */
export function pathIn(tag: Locale, path: string): string {
	return tag === baseLocale ? path : `/${tag}${path === '/' ? '' : path}`;
}
