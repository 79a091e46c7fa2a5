/** Names of the records, which are in one language or in several. Pure. */
import type { Name } from './schema';

/** In the language of the records, which stands first. */
export const ownName = (name: Name): string => Object.values(name)[0] ?? '';

/** With a language first. A name that lacks it stays as it is. */
export function withFirst(name: Name, tag: string): Name {
	const { [tag]: first, ...others } = name;
	return first === undefined ? name : { [tag]: first, ...others };
}

/** “Arabic” for ar, for those who write records. */
export const languageName = (tag: string): string =>
	new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** “Sudan” for SD, for those who write records. */
export const countryName = (code: string): string => countries.of(code) ?? code;
