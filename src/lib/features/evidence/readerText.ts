/** The text of a file that a reader brings. A page is reduced to its words and never put into ours. */

import { parseHtml } from '../../base/parseHtml';
import { m } from '../../words';

/** In bytes. An article has a few thousand. */
export const largestFile = 5_000_000;

/** A fault with one sentence for the reader. */
export class UnreadableText extends Error {}

/**
 * The text of a file: .html and .htm as the words that a browser would show, all else as it is.
 * @throws UnreadableText where the file is too large, holds no text, or is in an encoding that it doesn't name
 */
export async function readText(file: Pick<File, 'name' | 'size' | 'type' | 'arrayBuffer'>): Promise<string> {
	if (file.size > largestFile) throw new UnreadableText(m.check_too_large(file));
	const text = decode(new Uint8Array(await file.arrayBuffer()), file.name);
	return /\.html?$/i.test(file.name) || file.type === 'text/html' ? textOfHtml(text) : text;
}

function decode(bytes: Uint8Array, name: string): string {
	const notText = new UnreadableText(m.check_not_text({ name }));
	const text = bytesIn('utf-8', bytes) ?? bytesIn(namedEncoding(bytes), bytes);
	// No text has a NUL in it, nearly every other file does.
	if (text === null || text.includes('\0')) throw notText;
	return text;
}

function bytesIn(encoding: string | null, bytes: Uint8Array): string | null {
	if (!encoding) return null;
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** What a byte order mark or the head of a page says. */
function namedEncoding(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const head = String.fromCharCode(...bytes.subarray(0, 2048));
	return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
}

const unseen = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'SVG', 'IFRAME']);
const ownLine =
	/^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;

/** The words of a page. A parsed document that is never shown runs nothing and fetches nothing. */
function textOfHtml(html: string): string {
	const page = parseHtml(html);
	const parts: string[] = [];
	const visit = page.createTreeWalker(page, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
		unseen.has(node.nodeName.toUpperCase()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
	);
	// Only entering an element is seen here, and what follows a paragraph is a line of its own or in another box.
	while (visit.nextNode()) {
		const { nodeName, nodeValue } = visit.currentNode;
		// A no-break space stays, as a browser keeps it.
		if (nodeValue !== null) parts.push(nodeValue.replace(/[ \t\n\r\f]+/g, ' '));
		else if (ownLine.test(nodeName)) parts.push('\n');
	}
	return parts
		.join('')
		.replace(/ *\n[ \n]*/g, '\n')
		.trim();
}
