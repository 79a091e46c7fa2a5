/**
 * Keeps a reader's files in this browser: in IndexedDB, which takes typed arrays and files as they are. Where it fails,
 * the page goes on showing the files and says that they are not kept.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { FileLayerState } from './fileLayerState';
import type { Problem } from './read/problem';
import type { Choices, Guesses } from './read/read';
import type { StoredTable, Table } from './table';

/** A kept file with all that is known of it besides its rows. */
export interface StoredFile {
	/** Letters and digits. */
	id: string;
	/** Files are shown in the order in which they came: milliseconds since 1970. */
	added: number;
	/** As the file was called; text of anybody's. */
	fileName: string;
	/** What the reader has corrected. */
	choices: Choices;
	guesses: Guesses;
	problems: Problem[];
	state: FileLayerState;
	/** The file as it came, to be read again when something is corrected. */
	file: Blob;
}

/** A file that another page of the site has fetched for the map. */
export interface Waiting {
	file: Blob;
	name: string;
}

/**
 * What a page needs of the store. Tables are too large for the page's thread: `query/table.worker.ts` writes and reads
 * them.
 *
 * All of it throws where the browser keeps nothing, or has no room: `failureOf` says which.
 */
export interface Store {
	/** Ids of the kept files, in the order in which they came. */
	ids(): Promise<string[]>;
	/** Null where it has been removed. */
	get(id: string): Promise<StoredFile | null>;
	/** Keeps how a file is shown; without effect where it has been removed. */
	setState(id: string, state: FileLayerState): Promise<void>;
	remove(id: string): Promise<void>;
	/** Leaves a file for the map to read. */
	wait(waiting: Waiting): Promise<void>;
	/** Gives the waiting files, and removes them from the store. */
	takeWaiting(): Promise<Waiting[]>;
}

/** Why something could not be kept: there is no room for it, or the browser keeps nothing at all. */
export type StoreFailure = 'full' | 'refused';

export function failureOf(error: unknown): StoreFailure {
	return (error as { name?: unknown } | null)?.name === 'QuotaExceededError' ? 'full' : 'refused';
}

/** The form of the database. Readers have it in their browsers: names and values must stay as they are. */
interface Schema extends DBSchema {
	kept: { key: string; value: Omit<StoredFile, 'state' | 'file'> };
	/** Apart from the rest, so that a page that is being left has time to write it. */
	states: { key: string; value: FileLayerState };
	tables: { key: string; value: StoredTable };
	files: { key: string; value: Blob };
	/** Files that another page has fetched. */
	waiting: { key: number; value: Waiting };
}

type Name = 'kept' | 'states' | 'tables' | 'files' | 'waiting';

const ofFiles = ['kept', 'states', 'tables', 'files'] as const;

/** The store of this browser. It is opened when it is first needed. */
export class BrowserStore implements Store {
	#open: Promise<IDBPDatabase<Schema>> | null = null;

	async ids(): Promise<string[]> {
		const all = await (await this.#database()).getAll('kept');
		return all.sort((a, b) => a.added - b.added).map(({ id }) => id);
	}

	async get(id: string): Promise<StoredFile | null> {
		const transaction = (await this.#database()).transaction(ofFiles);
		const [kept, state, file] = await Promise.all([
			transaction.objectStore('kept').get(id),
			transaction.objectStore('states').get(id),
			transaction.objectStore('files').get(id),
			transaction.done
		]);
		return kept && state && file ? { ...kept, state, file } : null;
	}

	/** The rows of a kept file; null where it has been removed. */
	async table(id: string): Promise<StoredTable | null> {
		return (await (await this.#database()).get('tables', id)) ?? null;
	}

	/** Keeps a file with its rows, in the place of another where `replaces` says so: both or neither. */
	async put({ state, file, ...kept }: StoredFile, table: Table, replaces?: string): Promise<void> {
		await this.#write(ofFiles, (transaction) => [
			...(replaces === undefined
				? []
				: ofFiles.map((name) => transaction.objectStore(name).delete(replaces))),
			transaction.objectStore('kept').put(kept, kept.id),
			transaction.objectStore('states').put(state, kept.id),
			transaction.objectStore('tables').put(table, kept.id),
			transaction.objectStore('files').put(file, kept.id)
		]);
	}

	async setState(id: string, state: FileLayerState): Promise<void> {
		await this.#write(['states'], (transaction) => [transaction.objectStore('states').put(state, id)]);
	}

	async remove(id: string): Promise<void> {
		await this.#write(ofFiles, (transaction) =>
			ofFiles.map((name) => transaction.objectStore(name).delete(id))
		);
	}

	async wait(waiting: Waiting): Promise<void> {
		await this.#write(['waiting'], (transaction) => [transaction.objectStore('waiting').add(waiting)]);
	}

	async takeWaiting(): Promise<Waiting[]> {
		let all: Waiting[] = [];
		await this.#write(['waiting'], (transaction) => {
			const waiting = transaction.objectStore('waiting');
			return [waiting.getAll().then((found) => (all = found)), waiting.clear()];
		});
		return all;
	}

	/** Makes all requests of one transaction, and is done when that is: only its end shows whether there was room. */
	async #write(
		names: readonly Name[],
		request: (transaction: IDBPTransaction<Schema, readonly Name[], 'readwrite'>) => Promise<unknown>[]
	): Promise<void> {
		const transaction = (await this.#database()).transaction(names, 'readwrite');
		let requests: Promise<unknown>[];
		try {
			requests = request(transaction);
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

	#database(): Promise<IDBPDatabase<Schema>> {
		const forget = () => void (this.#open = null);
		return (this.#open ??= openDB<Schema>('attested-own', 1, {
			upgrade(database) {
				for (const name of ofFiles) database.createObjectStore(name);
				database.createObjectStore('waiting', { autoIncrement: true });
			},
			// Another page needs a newer form, or the reader clears the site's data: the next access opens it anew.
			blocking(_version, _newVersion, event) {
				(event.target as IDBDatabase).close();
				forget();
			},
			terminated: forget
		}).catch((error: unknown) => {
			forget();
			throw error;
		}));
	}
}
