/** Names that an article or an author gives to places and actors, in the languages of the data set. Pure. */
import type { Name } from '../geodata/schema';

/** A name in any language, that of the records first; empty where there is none. */
export const anyName = (name: Name): string => Object.values(name).find((words) => words !== '') ?? '';

/**
 * Some words as a name: in the first language that is written in their letters, or else in that of the records.
 * @param languages tags of those of the data set, that of the records first
 */
export function nameFrom(words: string, languages: readonly string[]): Name {
	return { [languages.find((tag) => isWrittenIn(words, tag)) ?? languages[0]!]: words };
}

/** Whether words have letters of a language's script. */
function isWrittenIn(words: string, tag: string): boolean {
	const { script } = new Intl.Locale(tag).maximize();
	try {
		return new RegExp(`\\p{Script=${script}}`, 'u').test(words);
	} catch {
		// Several scripts in one, as of Japanese.
		return false;
	}
}

/** Whether a record, if it is of a kind that has names, has one in a language. */
export function isNamed(kind: string, record: Record<string, unknown>, language: string): boolean {
	const { name } = (kind === 'place' ? record.properties : record) as { name?: Name };
	return !['place', 'actor'].includes(kind) || Object.hasOwn(name ?? {}, language);
}
