/** Just enough XML 1.0 (https://www.w3.org/TR/xml/) to write KML and GPX: elements of text and of elements. */

/** Markup that is already escaped. Text is a plain string, so that the two can't be taken for each other. */
export interface Markup {
	markup: string;
}

type Child = Markup | string | number | null | undefined;
type Attributes = Record<string, string | number>;

/** The start of a document. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element. Children that are null or undefined are left out; strings and numbers are escaped. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Markup {
	const inner = children
		.filter((child) => child !== null && child !== undefined)
		.map((child) => (typeof child === 'object' ? child.markup : escapeXml(String(child))))
		.join('');
	const written = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
		.join('');
	return { markup: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

/** An element with this text, or nothing where there is none. */
export function textElement(name: string, text: string | number | null | undefined): Markup | null {
	return text === null || text === undefined || text === '' ? null : element(name, {}, text);
}

/** Several elements side by side. */
export function elements(children: Markup[]): Markup {
	return { markup: children.map(({ markup }) => markup).join('') };
}

/**
 * Text that reads back as it was. Characters that XML has no way of writing (most control characters, halves of
 * surrogate pairs) become U+FFFD, so that a reader sees that something stood there.
 */
export function escapeXml(text: string): string {
	return replaceForbidden(text).replace(
		/[&<>"\t\n\r\u0085\u2028\u2029]/g,
		(character) => entities[character]!
	);
}

/** Text with every character that XML 1.0 forbids replaced by U+FFFD. */
export function replaceForbidden(text: string): string {
	return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

// Line ends in the text (those of XML 1.1 and the paragraph separator too), and any white space in an attribute, would
// be changed by a parser.
const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
	'\u0085': '&#133;',
	'\u2028': '&#8232;',
	'\u2029': '&#8233;'
};
