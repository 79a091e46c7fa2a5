/**
 * Keeps articles on their way to reports in this browser, in IndexedDB: how each came in, and each command since, written
 * as it is given. All of it throws where the browser keeps nothing or has no room: `failureOf` of the overlay's store
 * says which.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { writeAll } from '../../base/transaction';
import type { DraftArticle } from '../../draft/article';
import type { Command } from '../../draft/commands';

/** What the list of articles says of one. Times are milliseconds since 1970. */
export interface Kept {
	id: string;
	title: string;
	begun: number;
	changed: number;
	/** How many commands hold; those after them were undone. */
	done: number;
	/** What the list says of it without reading its commands. */
	progress: { accepted: number; pending: number };
}

/** The form of the database. Authors have it in their browsers: names and values must stay as they are. */
interface Schema extends DBSchema {
	articles: { key: string; value: Kept };
	/** Apart from the rest, since they hold whole texts. */
	first: { key: string; value: DraftArticle };
	commands: { key: [article: string, at: number]; value: Command };
}

const all = ['articles', 'first', 'commands'] as const;

/** Everything of an article from one of its commands on. */
const from = (id: string, at: number) => IDBKeyRange.bound([id, at], [id, Infinity]);

export class DeskStore {
	#open: Promise<IDBPDatabase<Schema>> | null = null;

	/** The articles, last changed first. */
	async list(): Promise<Kept[]> {
		const articles = await (await this.#database()).getAll('articles');
		return articles.sort((a, b) => b.changed - a.changed);
	}

	/** An article with its commands in order; null where it has been removed. */
	async get(id: string): Promise<{ kept: Kept; first: DraftArticle; commands: Command[] } | null> {
		const transaction = (await this.#database()).transaction(all);
		const [kept, first, commands] = await Promise.all([
			transaction.objectStore('articles').get(id),
			transaction.objectStore('first').get(id),
			transaction.objectStore('commands').getAll(from(id, 0))
		]);
		return kept && first ? { kept, first, commands } : null;
	}

	async begin(kept: Kept, first: DraftArticle): Promise<void> {
		const transaction = (await this.#database()).transaction(all, 'readwrite');
		await writeAll(transaction, () => [
			transaction.objectStore('articles').put(kept, kept.id),
			transaction.objectStore('first').put(first, kept.id)
		]);
	}

	/** Keeps one more command, the last of those that hold; those that were undone before it are gone. */
	async append(kept: Kept, command: Command): Promise<void> {
		const transaction = (await this.#database()).transaction(all, 'readwrite');
		const commands = transaction.objectStore('commands');
		const at = kept.done - 1;
		await writeAll(transaction, () => [
			transaction.objectStore('articles').put(kept, kept.id),
			commands.delete(from(kept.id, at)),
			commands.put(command, [kept.id, at])
		]);
	}

	/** Keeps how many commands hold, after one was undone or done again. */
	async update(kept: Kept): Promise<void> {
		const transaction = (await this.#database()).transaction('articles', 'readwrite');
		await writeAll(transaction, () => [transaction.store.put(kept, kept.id)]);
	}

	async remove(id: string): Promise<void> {
		const transaction = (await this.#database()).transaction(all, 'readwrite');
		await writeAll(transaction, () => [
			transaction.objectStore('articles').delete(id),
			transaction.objectStore('first').delete(id),
			transaction.objectStore('commands').delete(from(id, 0))
		]);
	}

	#database(): Promise<IDBPDatabase<Schema>> {
		const opened = (this.#open ??= openDB<Schema>('attested-desk', 1, {
			upgrade(database) {
				for (const name of all) database.createObjectStore(name);
			},
			// A newer page of the site wants another form: this one lets go, and opens again when it is needed.
			blocking: (_current, _next, event) => {
				this.#open = null;
				(event.target as IDBDatabase).close();
			},
			terminated: () => (this.#open = null)
		}));
		opened.catch(() => {
			if (this.#open === opened) this.#open = null;
		});
		return opened;
	}
}
