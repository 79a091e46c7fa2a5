/** Languages that an article may be in, as the browser names them. */

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * All languages with a code of two letters (ISO 639-1) and the one that is given, in the order of the reader's alphabet.
 * @param intl the language of the page, BCP 47 @param own BCP 47 tag, or empty
 */
export function languagesIn(intl: string, own: string): { tag: string; name: string }[] {
	const names = new Intl.DisplayNames(intl, { type: 'language', fallback: 'none' });
	const codes = letters.flatMap((first) => letters.map((second) => first + second));
	// “sh” and “no” are named as “hr” and “nb” are in some browsers: each name once.
	const found = new Map(codes.map((tag) => [names.of(tag), tag]));
	found.delete(undefined);
	const all = [...found].map(([name, tag]) => ({ tag, name: name! }));
	if (own !== '' && !all.some(({ tag }) => tag === own)) all.push({ tag: own, name: nameOf(names, own) });
	return all.sort((a, b) => a.name.localeCompare(b.name, intl));
}

/** What a tag that was written by hand is called, if it is one. */
function nameOf(names: Intl.DisplayNames, tag: string): string {
	try {
		return names.of(tag) ?? tag;
	} catch {
		return tag;
	}
}
