/**
 * Where a reader's own data is kept in this browser: IndexedDB, which takes typed arrays and files as they are.
 * What is shown and what is kept are two things: where the store fails, the page goes on without it and says so.
 */
import type { FileLayerState } from './fileLayer.svelte';
import type { Problem } from './read/problem';
import type { Choices, Guesses } from './read/read';
import type { Table } from './table';

/** What is known of a kept file besides its rows. */
export interface Kept {
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
}

export interface StoredFile extends Kept {
	/** The file as it came, to be read again when something is corrected. */
	file: Blob;
}

/** A file that another page of the site has fetched for the map. */
export interface Waiting {
	file: Blob;
	name: string;
}

/**
 * What a page needs of the store. Tables are too large for a page's own thread: the worker that has one writes and
 * reads it (`index/index.worker.ts`).
 *
 * All of it fails where the browser keeps nothing, or has no room: `failureOf` says which.
 */
export interface Store {
	/** Ids of the kept files, in the order in which they came. */
	ids(): Promise<string[]>;
	/** Null where it has been removed. */
	get(id: string): Promise<StoredFile | null>;
	/** Keeps how a file is shown; without effect where it has been removed. */
	setState(id: string, state: FileLayerState): Promise<void>;
	remove(id: string): Promise<void>;
	wait(waiting: Waiting): Promise<void>;
	/** Gives the waiting files, which then wait no more. */
	takeWaiting(): Promise<Waiting[]>;
}

/** Why something could not be kept: there is no room for it, or the browser keeps nothing at all. */
export type StoreFailure = 'full' | 'refused';

export function failureOf(error: unknown): StoreFailure {
	return (error as { name?: unknown } | null)?.name === 'QuotaExceededError' ? 'full' : 'refused';
}

/** How a file is shown lies apart from the rest: it is written in one go, which a page that is being left has time for. */
const ofFiles = ['kept', 'states', 'tables', 'files'] as const;
const names = [...ofFiles, 'waiting'] as const;
type Name = (typeof names)[number];

/** The store of this browser. It is opened when it is first needed. */
export class BrowserStore implements Store {
	#open: Promise<IDBDatabase> | null = null;

	async ids(): Promise<string[]> {
		return this.#run(['kept'], 'readonly', async (of) => {
			const all = (await answered(of('kept').getAll())) as Omit<Kept, 'state'>[];
			return all.sort((a, b) => a.added - b.added).map(({ id }) => id);
		});
	}

	async get(id: string): Promise<StoredFile | null> {
		return this.#run(ofFiles, 'readonly', async (of) => {
			const [kept, state, file] = await Promise.all([
				answered(of('kept').get(id)) as Promise<Omit<Kept, 'state'> | undefined>,
				answered(of('states').get(id)) as Promise<FileLayerState | undefined>,
				answered(of('files').get(id)) as Promise<Blob | undefined>
			]);
			return kept && state && file ? { ...kept, state, file } : null;
		});
	}

	/** The rows of a kept file; null where it has been removed. */
	async table(id: string): Promise<Table | null> {
		return this.#run(['tables'], 'readonly', async (of) => {
			const table = (await answered(of('tables').get(id))) as Table | undefined;
			return table ?? null;
		});
	}

	/** Keeps a file with its rows, in the place of another where `replaces` says so: both or neither. */
	async put({ state, file, ...kept }: StoredFile, table: Table, replaces?: string): Promise<void> {
		await this.#run(ofFiles, 'readwrite', async (of) => {
			if (replaces !== undefined) for (const name of ofFiles) of(name).delete(replaces);
			of('kept').put(kept, kept.id);
			of('states').put(state, kept.id);
			of('tables').put(table, kept.id);
			of('files').put(file, kept.id);
		});
	}

	async setState(id: string, state: FileLayerState): Promise<void> {
		await this.#run(['states'], 'readwrite', async (of) => void of('states').put(state, id));
	}

	async remove(id: string): Promise<void> {
		await this.#run(ofFiles, 'readwrite', async (of) => {
			for (const name of ofFiles) of(name).delete(id);
		});
	}

	async wait(waiting: Waiting): Promise<void> {
		await this.#run(['waiting'], 'readwrite', async (of) => void of('waiting').add(waiting));
	}

	async takeWaiting(): Promise<Waiting[]> {
		return this.#run(['waiting'], 'readwrite', async (of) => {
			const all = (await answered(of('waiting').getAll())) as Waiting[];
			of('waiting').clear();
			return all;
		});
	}

	/** Runs one transaction, which is done when this is: a quota is only known to be met at its end. */
	async #run<T>(
		stores: readonly Name[],
		mode: IDBTransactionMode,
		work: (of: (name: Name) => IDBObjectStore) => Promise<T>
	): Promise<T> {
		const database = await (this.#open ??= this.#opened());
		const transaction = database.transaction(stores, mode);
		const ended = new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
		});
		const working = async () => {
			try {
				const result = await work((name) => transaction.objectStore(name));
				// A browser may abort what has not been committed when the page goes, as after something was removed.
				if (mode === 'readwrite') transaction.commit();
				return result;
			} catch (error) {
				// What was done before the fault is undone, unless that has ended it already.
				if (transaction.error === null) transaction.abort();
				throw error;
			}
		};
		const [result] = await Promise.all([working(), ended]);
		return result;
	}

	async #opened(): Promise<IDBDatabase> {
		try {
			const opening = indexedDB.open('attested-own', 1);
			opening.onupgradeneeded = () => {
				for (const name of names)
					opening.result.createObjectStore(name, { autoIncrement: name === 'waiting' });
			};
			const database = await answered(opening);
			const forget = () => {
				database.close();
				this.#open = null;
			};
			// Another page may need a newer form of it, or the reader may clear it: the next access opens it anew.
			database.onversionchange = forget;
			database.onclose = forget;
			return database;
		} catch (error) {
			this.#open = null;
			throw error;
		}
	}
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error as Error);
	});
}
