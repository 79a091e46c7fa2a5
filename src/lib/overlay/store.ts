/**
 * Keeps a reader's files in this browser: in IndexedDB, which takes typed arrays and files as they are. Where it fails,
 * the page goes on showing the files and says that they are not kept.
 */
import type { DBSchema, IDBPTransaction } from 'idb';
import { BrowserDatabase, writeAll } from '../base/database';
import type { FileLayerState } from './fileLayerState';
import { storeName } from './mayKeep';
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

/** What the store has under an id. Nothing of it is certain: null where a part can't be read, undefined where it is missing. */
export interface StoredParts {
	kept: unknown;
	state: unknown;
	file: unknown;
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
	/** Ids of all that is kept, of damaged files too, in any order. */
	ids(): Promise<string[]>;
	/** Null where it has been removed. Each part is read by itself, so that one that fails takes no other along. */
	get(id: string): Promise<StoredParts | null>;
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
	readonly #database = new BrowserDatabase<Schema>(storeName, (database) => {
		for (const name of ofFiles) database.createObjectStore(name);
		database.createObjectStore('waiting', { autoIncrement: true });
	});

	async ids(): Promise<string[]> {
		const database = await this.#database.open();
		// Without values, of which one that can't be read would hide all; and of each part, since one may be missing.
		const names = ['kept', 'tables', 'files'] as const;
		const keys = await Promise.all(names.map((name) => database.getAllKeys(name)));
		return [...new Set(keys.flat())];
	}

	async get(id: string): Promise<StoredParts | null> {
		const database = await this.#database.open();
		const [kept, state, file, table] = await Promise.all([
			...(['kept', 'states', 'files'] as const).map((name) =>
				(database.get(name, id) as Promise<unknown>).catch(() => null)
			),
			database.getKey('tables', id)
		]);
		const isGone = kept === undefined && file === undefined && table === undefined;
		return isGone ? null : { kept, state, file };
	}

	/** The rows of a kept file; null where it has been removed. */
	async table(id: string): Promise<StoredTable | null> {
		return (await (await this.#database.open()).get('tables', id)) ?? null;
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
		// One request alone: a page that is being left has no time for a second. `ids` doesn't take a state for a file.
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
		const database = await this.#database.open();
		const found: Waiting[] = [];
		for (const key of await database.getAllKeys('waiting')) {
			let waiting: Partial<Waiting> | undefined;
			const remove = (transaction: IDBPTransaction<Schema, readonly Name[], 'readwrite'>) =>
				transaction.objectStore('waiting').delete(key);
			// In one transaction, so that no other page takes it too; where it can't be read, it is removed all the same.
			await this.#write(['waiting'], (transaction) => [
				transaction
					.objectStore('waiting')
					.get(key)
					.then((found) => (waiting = found)),
				remove(transaction)
			]).catch(() => this.#write(['waiting'], (transaction) => [remove(transaction)]));
			if (waiting?.file instanceof Blob && typeof waiting.name === 'string')
				found.push({ file: waiting.file, name: waiting.name });
		}
		return found;
	}

	async #write(
		names: readonly Name[],
		request: (transaction: IDBPTransaction<Schema, readonly Name[], 'readwrite'>) => Promise<unknown>[]
	): Promise<void> {
		const transaction = (await this.#database.open()).transaction(names, 'readwrite');
		await writeAll(transaction, () => request(transaction));
	}
}
