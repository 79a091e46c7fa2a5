/** Which requests the service worker answers, and by the name of which kept file. */

/** What of a request decides. */
export interface Asked {
	method: string;
	url: string;
	/** `navigate` for a page that is opened. */
	mode: string;
	/** The `Range` header. */
	range: string | null;
}

export interface Answer {
	/** The path under which the answer is kept. */
	path: string;
	/** What to show where it is neither kept nor to be had: paths in the order of preference. None but for pages. */
	otherwise: string[];
}

/** Who asks for these wants to know what the server has now. */
const neverKept = /^\/(service-worker\.js|_app\/version\.json|_app\/offline-[^/]*|_headers)$/;

/**
 * How a request is answered, or null where it is left to the browser: what goes elsewhere, is no plain GET, asks for a
 * part of a file, or for the site's newest version.
 */
export function answerTo({ method, url, mode, range }: Asked, origin: string): Answer | null {
	const address = new URL(url);
	if (method !== 'GET' || address.origin !== origin || range !== null || neverKept.test(address.pathname))
		return null;
	// What is shown is in the query, and is the page's own business. Pages have no slash at their end.
	const path = address.pathname.replace(/(?<=.)\/+$/, '');
	if (mode !== 'navigate') return { path, otherwise: [] };
	const [, first] = path.split('/');
	return { path, otherwise: [...(first ? [`/${first}/404`] : []), '/404'] };
}
