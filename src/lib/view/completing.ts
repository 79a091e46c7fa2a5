/** Fetches what the pages of a large data set leave out (`lib/server/carried.ts`), once for the document. */
import { asset } from '$app/paths';
import { unpackListing, type PackedListing, type PackedWords } from './listing';
import { shown } from './shown.svelte';

/** What was fetched, or is on its way. */
const files = new Map<string, Promise<unknown>>();

/**
 * Does nothing where a page carries all that it lists; else `shown` has it from then on.
 * @param words whether the words and dates of the reports are wanted too, which a table shows
 * @throws Error where it cannot be had; asking again tries again
 */
export async function complete(words = false): Promise<void> {
	const { total, laid, actors } = shown.data;
	if (!total || laid || (shown.listing && (!words || shown.listing.hasWords))) return;
	const [packed, said] = await Promise.all([
		once<PackedListing>('/data/listing.json'),
		words ? once<PackedWords>('/data/words.json') : undefined
	]);
	// Both may have been asked for at once, and the fuller one may be there.
	if (!shown.listing?.hasWords) shown.add(unpackListing(packed, actors, said));
}

function once<T>(path: string): Promise<T> {
	const before = files.get(path);
	if (before) return before as Promise<T>;
	const asked = fetch(asset(path)).then((response) => {
		if (!response.ok) throw new Error(`${path}: ${response.status}`);
		return response.json() as Promise<T>;
	});
	files.set(path, asked);
	asked.catch(() => files.delete(path));
	return asked;
}
