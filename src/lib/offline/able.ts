/**
 * Whether this page may have the site kept for reading without a network: only a built site, in a browser that can,
 * and not a page of ours inside somebody else's.
 */
export const canKeep = (): boolean => import.meta.env.PROD && window.top === window && hasWorkers();

/** Where storage is refused, a browser may refuse the question too. */
function hasWorkers(): boolean {
	try {
		return navigator.serviceWorker !== undefined && globalThis.caches !== undefined;
	} catch {
		return false;
	}
}
