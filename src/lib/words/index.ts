/** Words of the interface in the language of the document. Messages are in `messages/<tag>.json`. */
import { resolve } from '$app/paths';
import { pathBelow } from '../base/home';
import type { Name } from '../geodata/schema';
import { m } from './compiled/messages.js';
import { getLocale } from './compiled/runtime.js';
import { common } from './languages/common';
import type { CommonLabels } from './labels/en/common';
import { pathIn, type Locale } from './locale';
import { intlOf } from './numbers';

export { m };
export { getLocale } from './compiled/runtime.js';

/** Labels by the words of the records: `labels().placeKinds.port`. Those of the evidence are in `evidence.ts`. */
export const labels = (locale: Locale = getLocale()): CommonLabels => common(locale);

/** What Intl is asked for. */
export const intlTag = (): string => intlOf(getLocale());

/** A name of the records in the reader's language, or else in that of the records. */
export const named = (name: Name): string => name[getLocale()] ?? Object.values(name)[0]!;

/** The language that `named` gives a name in, where that is not the reader's: for `lang`, beside which `dir` is “auto”. */
export const langOf = (name: Name): string | undefined =>
	name[getLocale()] === undefined ? Object.keys(name)[0] : undefined;

/** “Name in Arabic”, for a field. */
export const nameInLanguage = (tag: string): string =>
	m.name_in({ language: new Intl.DisplayNames(intlTag(), { type: 'language' }).of(tag) ?? tag });

/** A number, no finer than so many decimals. */
export const number = (value: number, decimals = 0): string =>
	new Intl.NumberFormat(intlTag(), { maximumFractionDigits: decimals }).format(value);

/** The inputs of a message about so many things: the number that chooses the plural form, and its digits. */
export const counted = (count: number) => ({ count, n: number(count) });

/** “Russia, Iran, Israel”: names in a row, without “and”. */
export const list = (names: string[]): string => names.join(labels().comma);

/** In the order of the reader's alphabet. */
export const compare = (a: string, b: string): number => a.localeCompare(b, getLocale());

/** What a message has before and after an input, so that markup can stand in its place. */
export function around(write: (gap: string) => string): [before: string, after: string] {
	const gap = '\u0000';
	const [before = '', after = ''] = write(gap).split(gap);
	return [before, after];
}

/** The address of a page in the reader's language, from its English route. Files of data have one address. */
export const link = ((...parts: Parameters<typeof resolve>) =>
	pathIn(getLocale(), pathBelow(resolve(...parts)))) as typeof resolve;
