/** Names of the records, which are in one language or in several. Pure. */
import type { Name } from './schema';

/** In the language of the records, which stands first. */
export const ownName = (name: Name): string => Object.values(name)[0] ?? '';

/** In a language, or else in that of the records, and which of the two it is. */
function nameIn(name: Name, tag: string): { text: string; tag: string } {
	const found = Object.hasOwn(name, tag) ? tag : (Object.keys(name)[0] ?? tag);
	return { text: name[found] ?? '', tag: found };
}

/** With a language first. A name that lacks it stays as it is. */
export function withFirst(name: Name, tag: string): Name {
	const { [tag]: first, ...others } = name;
	return first === undefined ? name : { [tag]: first, ...others };
}

/** “Arabic” for ar, for those who write records. */
export const languageName = (tag: string): string =>
	new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
