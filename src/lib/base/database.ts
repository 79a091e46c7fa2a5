/** IndexedDB: opened when it is first needed, and written all or nothing, also where the page is left in the middle. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { ownName } from './home';

/** A database of this browser. The next access opens it anew where that failed or it was closed. */
export class BrowserDatabase<Schema extends DBSchema> {
	#open: Promise<IDBPDatabase<Schema>> | null = null;

	/** @param make makes its stores, where it is new */
	constructor(
		readonly name: string,
		readonly make: (database: IDBPDatabase<Schema>) => void
	) {}

	/** @throws what the browser throws, where it keeps nothing */
	open(): Promise<IDBPDatabase<Schema>> {
		const forget = () => void (this.#open = null);
		// A frame without an origin, or a reader who refuses all storage: there some browsers throw at once.
		const opening = async () =>
			openDB<Schema>(ownName(this.name), 1, {
				upgrade: this.make,
				// Another page needs a newer form, or the reader clears the site's data.
				blocking(_version, _newVersion, event) {
					(event.target as IDBDatabase).close();
					forget();
				},
				terminated: forget
			});
		return (this.#open ??= opening().catch((error: unknown) => {
			forget();
			throw error;
		}));
	}
}

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
