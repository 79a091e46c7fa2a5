/**
 * Pages that were fetched for the desk, on their way to it: the one page that may ask other hosts leaves them here, and
 * the desk takes them out. In IndexedDB; throws where the browser keeps nothing.
 */
import type { DBSchema } from 'idb';
import { BrowserDatabase, writeAll } from '../../base/database';

export interface Letter {
	file: Blob;
	name: string;
	/** Where it was fetched from. */
	address: string;
}

interface Schema extends DBSchema {
	letters: { key: number; value: Letter };
}

export class Letterbox {
	readonly #database = new BrowserDatabase<Schema>('attested-desk-in', (database) => {
		database.createObjectStore('letters', { autoIncrement: true });
	});

	/** Leaves a page, in the place of one that nobody has taken. */
	async leave(letter: Letter): Promise<void> {
		const transaction = (await this.#database.open()).transaction(['letters'], 'readwrite');
		const letters = transaction.objectStore('letters');
		await writeAll(transaction, () => [letters.clear(), letters.add(letter)]);
	}

	/** Takes out what is there; null where nothing is. */
	async take(): Promise<Letter | null> {
		const transaction = (await this.#database.open()).transaction(['letters'], 'readwrite');
		const letters = transaction.objectStore('letters');
		const all = await letters.getAll();
		await writeAll(transaction, () => [letters.clear()]);
		return all.at(-1) ?? null;
	}
}
