/**
 * Trusted Types (W3C): the pages' policy lets no text become markup or the address of a script, but through the policies
 * that svelte.config.js names. Two of them are here. Browsers without Trusted Types do as before.
 */

import { pathBelow } from './home';

interface Policy {
	createHTML(text: string): unknown;
}
interface Factory {
	readonly defaultPolicy: unknown;
	createPolicy(
		name: string,
		rules: { createHTML?(text: string): string; createScriptURL?(address: string): string }
	): Policy;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** Whether the page is in a frame that its publisher gave no origin: `sandbox` without `allow-same-origin`. */
const hasNoOrigin = globalThis.origin === 'null';

/**
 * Lets workers be started from the scripts that were built with the site, and from nothing else. Before each place that
 * starts one, MapLibre's included, which knows nothing of Trusted Types.
 */
export function trustOwnScripts(): void {
	if (!factory || factory.defaultPolicy) return;
	factory.createPolicy('default', {
		createScriptURL(address) {
			const { origin, pathname } = new URL(address, location.href);
			const isBuilt = /^\/(_app\/immutable\/|service-worker\.js$)/.test(pathBelow(pathname));
			if (origin === location.origin && (isBuilt || import.meta.env.DEV)) return address;
			// In a frame without an origin no worker starts from an address: MapLibre fetches the text of its own, which is
			// as much as the frame's policy lets it fetch, and starts that.
			if (hasNoOrigin && address.startsWith('data:text/javascript;')) return address;
			throw new TypeError(`${address} is no script of this site.`);
		}
	});
}

let toRead: Policy | undefined;

/** Markup for a document that is only read: it is never shown, and runs and fetches nothing. */
export function markupToRead(text: string): string {
	if (!factory) return text;
	toRead ??= factory.createPolicy('attested-markup-to-read', { createHTML: (text) => text });
	return toRead.createHTML(text) as string;
}
