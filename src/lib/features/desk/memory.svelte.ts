/** What is remembered of names from one article to the next, in this browser alone, until it is forgotten. */
import type { DBSchema } from 'idb';
import { createContext } from 'svelte';
import { BrowserDatabase } from '../../base/database';
import type { DraftArticle, DraftPlace } from '../../draft/article';
import { learned, noMemory, without, withoutName, type Memory } from '../../draft/memory';
import { Queue } from '../../overlay/queue';

/** Authors have it in their browsers: names and values must stay as they are. */
interface Schema extends DBSchema {
	memory: { key: 'names'; value: Memory };
}

/** Apart from the articles, so that one that is removed takes nothing of it along. */
const database = () =>
	new BrowserDatabase<Schema>('attested-desk-names', (database) => {
		database.createObjectStore('memory');
	});

/** That of the desk, for the parts of a page in which a person is named. */
export const [getMemory, setMemory] = createContext<DeskMemory>();

export class DeskMemory {
	value = $state.raw<Memory>(noMemory);
	readonly #database = database();
	readonly #writing = new Queue();

	/** Where the browser keeps nothing, it is remembered as long as the page is open. */
	async load(): Promise<void> {
		const kept = await this.#database
			.open()
			.then((open) => open.get('memory', 'names'))
			.catch(() => undefined);
		if (kept) this.value = { ...noMemory, ...kept };
	}

	learn(article: DraftArticle): void {
		this.#become(learned(this.value, article));
	}

	setHome(home: string[] | null): void {
		this.#become({ ...this.value, home });
	}

	setRecorder(recorder: string): void {
		this.#become({ ...this.value, recorder: recorder.trim() });
	}

	addPlaces(places: readonly DraftPlace[]): void {
		this.#become({ ...this.value, places: [...places, ...this.value.places] });
	}

	forgetName(words: string): void {
		this.#become(withoutName(this.value, words));
	}

	forget(id: string): void {
		this.#become(without(this.value, id));
	}

	forgetAll(): void {
		this.#become(noMemory);
	}

	#become(value: Memory): void {
		if (JSON.stringify(value) === JSON.stringify(this.value)) return;
		this.value = value;
		void this.#writing.run(async () => {
			try {
				await (await this.#database.open()).put('memory', value, 'names');
			} catch {
				// It is remembered as long as the page is open.
			}
		});
	}
}
