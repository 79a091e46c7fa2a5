/**
 * Watches MapLibre's worker, of whose end a browser says nothing: it is asked now and then, and when the page comes back
 * to the front, whether it is there, begun anew where it is not, and given up where the new one is silent too.
 */

/** What is needed of MapLibre's `GlobalDispatcher`. */
interface Workers {
	/** Whether the workers answer within a time in milliseconds. */
	ping(time: number): Promise<boolean>;
	/** Begins the workers anew where they do not answer. */
	ensureWorkers(): Promise<void>;
}

type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Switches MapLibre's own watch off, which must be done before the first map. When a page comes to the front it waits
 * half a second; a worker whose code is still on its way is then replaced, and a map that is being put together loses
 * the one that it counts on for good.
 */
export function watchAlone(workers: { watchWorkers(): void }): void {
	workers.watchWorkers = () => undefined;
}

/** Between two questions, in milliseconds. */
const interval = 10_000;
/**
 * How long an answer may take: at first the worker's code has to come over the network. A page that comes back to the
 * front may have lost its worker, and its reader waits.
 */
const patience = { first: 60_000, later: 20_000, back: 4_000 };

export class WorkerWatch {
	readonly #workers: Workers;
	readonly #ongivenup: () => void;
	readonly #page: Page;
	/** Until the next question; undefined while one is open. */
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;

	/** @param ongivenup called when the worker has ended and so has the one in its place */
	constructor(workers: Workers, ongivenup: () => void, page: Page = document) {
		this.#workers = workers;
		this.#ongivenup = ongivenup;
		this.#page = page;
		page.addEventListener('visibilitychange', this.#askAtFront);
		void this.#ask(patience.first, 0);
	}

	end(): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
		this.#page.removeEventListener('visibilitychange', this.#askAtFront);
	}

	#askAtFront = (): void => {
		if (this.#page.visibilityState !== 'visible' || this.#timer === undefined) return;
		clearTimeout(this.#timer);
		void this.#ask(patience.back, 0);
	};

	/** @param silences how many workers in a row have said nothing */
	async #ask(time: number, silences: number): Promise<void> {
		this.#timer = undefined;
		const isThere = await this.#workers.ping(time);
		if (this.#isOver) return;
		if (isThere) {
			this.#timer = setTimeout(() => void this.#ask(patience.later, 0), interval);
		} else if (silences > 0) {
			this.end();
			this.#ongivenup();
		} else {
			await this.#workers.ensureWorkers();
			if (!this.#isOver) await this.#ask(patience.first, silences + 1);
		}
	}
}
