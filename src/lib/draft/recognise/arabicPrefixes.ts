/** The small words that Arabic writes as the first letters of the next: and, so, with, like, to, the. */

/**
 * The ways in which a folded Arabic word may be a name with prefixes, the whole word first: وبالجيش may be بالجيش,
 * الجيش, جيش. Some are no words at all, so each is to be looked up.
 */
export function withoutPrefixes(key: string): string[] {
	const forms = [key];
	if (key[0]! < '\u0600') return forms;
	const add = (form: string) => {
		if (form.length >= 2 && !forms.includes(form)) forms.push(form);
	};
	for (let at = 0; at < forms.length; at++) {
		const form = forms[at]!;
		if (!/^\p{Script=Arabic}/u.test(form)) continue;
		if (at < 1 && /^[وف]/.test(form)) add(form.slice(1));
		// “To the” drops the alef of the article.
		if (/^لل/.test(form)) add(`ا${form.slice(1)}`);
		if (/^[بكل]/.test(form)) add(form.slice(1));
		if (/^ال/.test(form)) add(form.slice(2));
	}
	return forms;
}
