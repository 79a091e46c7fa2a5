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
