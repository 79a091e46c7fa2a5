/** Text as several formats need it. */

/**
 * Text on one line: control characters and runs of white space become one space. For formats in which a line
 * break ends a field.
 */
export function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** A quote in quotation marks; several with the mark of an omission between them. */
export function quoted(quotes: { exact: string }[]): string {
	return quotes.map(({ exact }) => `“${exact}”`).join(' […] ');
}

/**
 * A list as one text, from which it can be had again: its items with "; " between them, or as JSON where an item has a
 * semicolon of its own.
 */
export function listText(items: readonly (string | number)[]): string {
	const isPlain = items.every((item) => {
		const text = String(item);
		return text !== '' && text === text.trim() && !text.includes(';');
	});
	// A list of one that looks like JSON would be taken for it.
	return isPlain && !/^[[{]/.test(String(items[0] ?? '')) ? items.join('; ') : JSON.stringify(items);
}

/** A value of a property as a format of texts alone has it; null where there is none. */
export function valueText(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	if (Array.isArray(value) && value.length === 0) return null;
	if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'))
		return listText(value);
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
