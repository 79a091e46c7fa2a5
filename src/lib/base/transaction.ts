/** Writing to IndexedDB: all of it or nothing, also where the page is left in the middle. */

/**
 * Makes all requests of one transaction, and is done when that is: only its end shows whether there was room.
 * @throws what the browser throws, and then nothing is written
 */
export async function writeAll(
	transaction: { commit(): void; abort(): void; done: Promise<void> },
	request: () => Promise<unknown>[]
): Promise<void> {
	let requests: Promise<unknown>[];
	try {
		requests = request();
		// A browser may undo what is not committed when the page is left, as right after something was removed.
		transaction.commit();
	} catch (error) {
		// A value that can't be stored: what was requested before it is undone.
		transaction.done.catch(() => undefined);
		transaction.abort();
		throw error;
	}
	await Promise.all([...requests, transaction.done]);
}
