/** Addresses of the desk and of the page that fetches for it. */

/** Where the desk goes on with what was fetched: with a correction, with an open article, or from the beginning. */
export type GoOn = { correct: string } | { open: string } | null;

/** The query of the page that fetches, which asks the author first. */
export function fetchQuery(address: string, goOn: GoOn): string {
	return `?${new URLSearchParams({ article: address.trim(), ...goOn })}`;
}

/** The query of the desk that an address of that page leads back to: ids, and nothing else of it. */
export function deskQuery(parameters: URLSearchParams): string {
	for (const key of ['correct', 'open']) {
		const id = parameters.get(key);
		if (id !== null && /^[a-z0-9-]{1,200}$/.test(id)) return `?${new URLSearchParams({ [key]: id })}`;
	}
	return '';
}
