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
 * @param base path of the site on its host, '' at the root
 */
export function answerTo({ method, url, mode, range }: Asked, origin: string, base = ''): Answer | null {
	const address = new URL(url);
	const { pathname } = address;
	if (method !== 'GET' || address.origin !== origin || range !== null) return null;
	if (`${pathname}/` !== `${base}/` && !pathname.startsWith(`${base}/`)) return null;
	const asked = pathname.slice(base.length);
	if (neverKept.test(asked)) return null;
	// The query says what a page shows, not which page it is.
	if (mode !== 'navigate') return { path: base + (withoutSlash(asked) || '/'), otherwise: [] };
	const path = pagePath(asked);
	const [, first] = path.split('/');
	return { path: base + path, otherwise: [...(first ? [`${base}/${first}/404`] : []), `${base}/404`] };
}

/** The one path that a page is kept under, of those that hosts know it by: `/about`, `/about/`, `/about.html`. */
const pagePath = (path: string) => withoutSlash(path.replace(/(\/)index\.html$|\.html$/, '$1')) || '/';

const withoutSlash = (path: string) => path.replace(/\/+$/, '');
