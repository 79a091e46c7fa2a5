/**
 * The backgrounds that whoever publishes the site names in `basemaps.json`, for the build, and which hosts
 * the policy of the pages lets in. Plain JavaScript, since `svelte.config.js` reads it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ready from '../lib/geodata/readyBasemaps.json' with { type: 'json' };

/** @typedef {import('../lib/geodata/basemapSchema').BasemapRecord} BasemapRecord */

/**
 * The backgrounds of a data set, ready ones written out. None where there is no file or it can't be read: to say what is
 * wrong with it is for the check, without which nothing is built.
 * @param {string} [directory] of the data set
 * @returns {BasemapRecord[]}
 */
export function basemapsIn(directory = process.env.ATTESTED_DATA || 'geodata') {
	try {
		const { basemaps } = JSON.parse(readFileSync(join(directory, 'basemaps.json'), 'utf8'));
		return basemaps.flatMap(writtenOut);
	} catch {
		return [];
	}
}

/**
 * @param {{ type: string, id: string }} entry
 * @returns {BasemapRecord[]}
 */
function writtenOut(entry) {
	if (entry.type !== 'ready') return [/** @type {BasemapRecord} */ (entry)];
	const found = /** @type {Record<string, Partial<BasemapRecord>>} */ (ready)[entry.id];
	if (!found) return [];
	// A dark style is of the same host as the light one that was put in another's place.
	const { dark, ...others } = /** @type {{ dark?: string }} */ (found);
	const kept = 'url' in entry ? others : found;
	return [/** @type {BasemapRecord} */ ({ ...kept, ...entry, type: found.type })];
}

/**
 * The hosts that a background asks, as https://tiles.example.org; none where it is a file beside the site.
 * @param {BasemapRecord} basemap
 * @returns {string[]}
 */
export function hostsOf(basemap) {
	const subdomains = ('subdomains' in basemap && basemap.subdomains) || [''];
	const addresses = [
		...subdomains.map((each) => basemap.url.replace('{s}', each)),
		...('dark' in basemap && basemap.dark ? [basemap.dark] : [])
	];
	const own = addresses
		.filter((address) => /^https?:\/\//i.test(address))
		.map((address) => new URL(address).origin);
	return [...new Set([...own, ...(basemap.hosts ?? []).map((host) => new URL(host).origin)])];
}
