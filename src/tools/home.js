/**
 * Where a site will live, from the settings of whoever builds it. `VITE_SITE_ORIGIN` is its address, with the path on its
 * host where it has one: https://example.org or https://group.example/map. `BASE_PATH` is that path alone, where the host
 * is not known or the address is said without it.
 * @param {{ VITE_SITE_ORIGIN?: string, BASE_PATH?: string }} settings
 * @returns {{ origin: string, base: '' | `/${string}` }} '' where the host is not known; '' at the root of it
 * @throws {Error} with a sentence, where one of them can't be read, or the two say different things
 */
export function homeOf({ VITE_SITE_ORIGIN: address = '', BASE_PATH: path = '' }) {
	const base = pathOf(path);
	if (base === null) throw new Error(`BASE_PATH=${path} is no path on a host. Write it as BASE_PATH=/map`);
	if (address.trim() === '') return { origin: '', base };
	const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
	const own = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash ? pathOf(url.pathname) : null;
	if (!url || own === null)
		throw new Error(
			`VITE_SITE_ORIGIN=${address} is no address of a site. Write it as VITE_SITE_ORIGIN=https://example.org`
		);
	if (base !== '' && own !== '' && base !== own)
		throw new Error(
			`VITE_SITE_ORIGIN=${address} and BASE_PATH=${path} name two paths: leave one of them out.`
		);
	return { origin: url.origin, base: own || base };
}

/**
 * “map”, “/map” and “/map/” are one path. Null where it is none: letters, digits and - . _ ~ between slashes.
 * @param {string} text
 * @returns {'' | `/${string}` | null}
 */
function pathOf(text) {
	const parts = text.trim().replace(/^\/|\/$/g, '');
	if (parts === '') return '';
	return /^[\w~-][\w.~-]*(\/[\w~-][\w.~-]*)*$/.test(parts) ? `/${parts}` : null;
}
