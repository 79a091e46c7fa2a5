/** Which requests the service worker answers, and with which kept file. */

/** What the answer depends on. */
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
	/** Paths to try, in this order, where that one is neither kept nor reachable. Only pages have any. */
	otherwise: string[];
}

/** What is only of use as the server has it now. */
const neverKept = /^\/(service-worker\.js|_app\/version\.json|_app\/offline-[^/]*|_headers)$/;

/**
 * How a request is answered, or null where it is left to the browser: a request to another origin, one that is not GET,
 * one for a part of a file, or one for what is never kept.
 */
export function answerTo({ method, url, mode, range }: Asked, origin: string): Answer | null {
	const address = new URL(url);
	if (method !== 'GET' || address.origin !== origin || range !== null || neverKept.test(address.pathname))
		return null;
	// The query says what a page shows, not which page it is. Paths are kept without a slash at their end.
	const path = address.pathname.replace(/(?<=.)\/+$/, '');
	if (mode !== 'navigate') return { path, otherwise: [] };
	const [, first] = path.split('/');
	return { path, otherwise: [...(first ? [`/${first}/404`] : []), '/404'] };
}
