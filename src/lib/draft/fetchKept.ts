/** Large files that a part of the site needs once it is used, kept for the next time and for reading without a network. */
import { deskCache } from '../base/home';

/**
 * Fetches files, or takes them from where they are kept, and says how much of all is here, 0 to 1.
 * @param expected bytes that all have together, about
 */
export async function fetchKept(
	addresses: string[],
	expected: number,
	report: (share: number) => void
): Promise<Uint8Array[]> {
	const responses = await Promise.all(addresses.map((address) => kept(address)));
	for (const response of responses) if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
	const got = responses.map(() => 0);
	return Promise.all(
		responses.map(async (response, index) => {
			const chunks: Uint8Array[] = [];
			// Content-Length counts compressed bytes where the host compresses; then the share is of bytes that are here.
			for await (const chunk of response.body!) {
				chunks.push(chunk);
				got[index]! += chunk.length;
				report(Math.min(1, got.reduce((sum, bytes) => sum + bytes, 0) / expected));
			}
			return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
		})
	);
}

/**
 * A file from the cache, or from the network and kept from then on in the place of older ones: for the desk without a
 * network, apart from the copy of the site, which readers have who never come here.
 */
async function kept(address: string): Promise<Response> {
	// There is none where the page is no secure one, and it is no use where there is no room.
	const cache = await globalThis.caches?.open(deskCache).catch(() => undefined);
	const found = await cache?.match(address).catch(() => undefined);
	if (found) return found;
	const response = await fetch(address);
	if (cache && response.ok) {
		void cache.put(address, response.clone()).catch(() => undefined);
		// Of an older version of the same file its name is the same but for the hash in it.
		const name = nameOf(address);
		const old = (await cache.keys()).filter(({ url }) => nameOf(url) === name && !url.endsWith(address));
		await Promise.all(old.map((request) => cache.delete(request)));
	}
	return response;
}

/** The name of a file up to the hash that a build puts into it. */
const nameOf = (address: string) => /([^/.]+)\.[^/]*$/.exec(address)?.[1];
