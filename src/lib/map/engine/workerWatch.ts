/**
 * Watches MapLibre's worker, of whose end a browser says nothing: it is asked now and then whether it is there, begun
 * anew where it is not, and given up where the new one is silent too. MapLibre itself asks only when a page comes back
 * to the front.
 */

/** What is needed of MapLibre's `GlobalDispatcher`. */
interface Workers {
	/** Whether the workers answer within a time in milliseconds. */
	ping(time: number): Promise<boolean>;
	/** Begins the workers anew where they do not answer. */
	ensureWorkers(): Promise<void>;
}

/** Between two questions, in milliseconds. */
const interval = 10_000;
/** How long an answer may take: at first the worker's code has to come over the network. */
const patience = { first: 60_000, later: 20_000 };

export class WorkerWatch {
	readonly #workers: Workers;
	readonly #ongivenup: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;

	/** @param ongivenup called when the worker has ended and so has the one in its place */
	constructor(workers: Workers, ongivenup: () => void) {
		this.#workers = workers;
		this.#ongivenup = ongivenup;
		void this.#ask(patience.first, 0);
	}

	end(): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
	}

	/** @param silences how many workers in a row have said nothing */
	async #ask(time: number, silences: number): Promise<void> {
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
