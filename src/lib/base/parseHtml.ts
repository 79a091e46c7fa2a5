import { markupToRead } from './trusted';

/** A document of a page's markup, in a browser. It is only read, never shown, and runs and fetches nothing. */
export function parseHtml(html: string): Document {
	return new DOMParser().parseFromString(markupToRead(html), 'text/html');
}
