/**
 * Keeps articles on their way to reports in this browser, in IndexedDB: how each came in, and each command since, written
 * as it is given. All of it throws where the browser keeps nothing or has no room: `failureOf` of the overlay's store
 * says which.
 */
import type { DBSchema } from 'idb';
import { BrowserDatabase, writeAll } from '../../base/database';
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
	/** Id of the article of the records that it was made from. */
	corrects?: string;
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
	readonly #database = new BrowserDatabase<Schema>('attested-desk', (database) => {
		for (const name of all) database.createObjectStore(name);
	});

	/** The articles, last changed first. */
	async list(): Promise<Kept[]> {
		const articles = await (await this.#database.open()).getAll('articles');
		return articles.sort((a, b) => b.changed - a.changed);
	}

	/** An article with its commands in order; null where it has been removed. */
	async get(id: string): Promise<{ kept: Kept; first: DraftArticle; commands: Command[] } | null> {
		const transaction = (await this.#database.open()).transaction(all);
		const [kept, first, commands] = await Promise.all([
			transaction.objectStore('articles').get(id),
			transaction.objectStore('first').get(id),
			transaction.objectStore('commands').getAll(from(id, 0))
		]);
		return kept && first ? { kept, first, commands } : null;
	}

	/**
	 * Keeps commands from a place in their order on, in the place of all that was kept from there.
	 * @param first the article as it came in, where that is not kept yet
	 */
	async write(kept: Kept, first: DraftArticle | null, at: number, added: readonly Command[]): Promise<void> {
		const transaction = (await this.#database.open()).transaction(all, 'readwrite');
		const commands = transaction.objectStore('commands');
		await writeAll(transaction, () => [
			transaction.objectStore('articles').put(kept, kept.id),
			...(first ? [transaction.objectStore('first').put(first, kept.id)] : []),
			commands.delete(from(kept.id, at)),
			...added.map((command, index) => commands.put(command, [kept.id, at + index]))
		]);
	}

	async remove(id: string): Promise<void> {
		const transaction = (await this.#database.open()).transaction(all, 'readwrite');
		await writeAll(transaction, () => [
			transaction.objectStore('articles').delete(id),
			transaction.objectStore('first').delete(id),
			transaction.objectStore('commands').delete(from(id, 0))
		]);
	}
}
