/**
 * Questions to a worker and its answers. Each message carries the number of its question: answers come in any order,
 * and news of progress before them.
 *
 * A browser says nothing of a worker that it ends, as it does where memory runs out. So a worker takes a lock and tells
 * its name, and the page waits for the same lock: it gets it when the worker is no more.
 */

interface Question<Input> {
	id: number;
	input: Input;
}

type Reply<Output, Progress> =
	/** The first message: the lock that the worker holds while it lives; null where the browser has none. */
	| { lock: string | null }
	| ({ id: number } & ({ output: Output } | { error: string } | { progress: Progress }));

/** What all questions to a worker fail with that has ended by itself. */
export class WorkerEnded extends Error {}

/** How long a worker may take to begin: its code comes over the network. In milliseconds. */
const longestStart = 60_000;
/** How long it may say nothing of a question where the browser has no locks (a page without https). */
const longestSilence = 120_000;

/** A worker that answers any number of questions, as the page has it. */
export class WorkerClient<Input, Output = unknown, Progress = never> {
	/** Settles when the worker has ended by itself, and never when it was closed. */
	readonly ended: Promise<WorkerEnded>;
	readonly #worker: Worker;
	readonly #unanswered = new Map<
		number,
		{
			resolve: (output: Output) => void;
			reject: (error: Error) => void;
			onprogress?: (progress: Progress) => void;
		}
	>();
	#lastId = 0;
	#settleEnded!: (error: WorkerEnded) => void;
	/** Why it has ended; null while it lives. */
	#end: WorkerEnded | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Whether its end is noticed by a lock; null before its first message. */
	#isHeld: boolean | null = null;
	readonly #watch = new AbortController();

	constructor(worker: Worker) {
		this.#worker = worker;
		this.ended = new Promise((resolve) => (this.#settleEnded = resolve));
		this.#wait();
		worker.onmessage = ({ data }: MessageEvent<Reply<Output, Progress>>) => {
			if ('lock' in data) this.#hold(data.lock);
			else this.#take(data);
			this.#wait();
		};
		worker.onmessageerror = () => this.#fail(new Error('a message of the worker could not be read'));
		worker.onerror = (event) => {
			// What can't be loaded never begins.
			if (this.#isHeld === null) this.#hasEnded(event.message);
			else this.#fail(new Error(event.message));
		};
	}

	/**
	 * @param options.transfer what is handed over instead of copied; it is empty on this side afterwards
	 * @throws Error with the text of what the worker threw; `WorkerEnded` where it is no more
	 */
	ask(
		input: Input,
		{
			transfer = [],
			onprogress
		}: { transfer?: Transferable[]; onprogress?: (progress: Progress) => void } = {}
	): Promise<Output> {
		if (this.#end) return Promise.reject(this.#end);
		return new Promise((resolve, reject) => {
			const id = ++this.#lastId;
			this.#unanswered.set(id, { resolve, reject, onprogress });
			this.#worker.postMessage({ id, input } satisfies Question<Input>, transfer);
			this.#wait();
		});
	}

	/** Ends the worker at once; questions that it has not answered never settle. */
	close(): void {
		clearTimeout(this.#timer);
		this.#watch.abort();
		this.#worker.terminate();
	}

	#take(data: Exclude<Reply<Output, Progress>, { lock: string | null }>): void {
		const question = this.#unanswered.get(data.id);
		if ('progress' in data) return question?.onprogress?.(data.progress);
		this.#unanswered.delete(data.id);
		if ('error' in data) question?.reject(new Error(data.error));
		else question?.resolve(data.output);
	}

	/** Waits for the lock of the worker. */
	#hold(lock: string | null): void {
		const locks = navigator.locks as LockManager | undefined;
		this.#isHeld = lock !== null && locks !== undefined;
		if (lock === null || !locks) return;
		const { signal } = this.#watch;
		// A lock that can't be had any more says nothing of the worker.
		locks.request(lock, { signal }, () => this.#hasEnded('the worker has ended')).catch(() => undefined);
	}

	/** Has a worker count as ended that says nothing for too long, where nothing else tells. */
	#wait(): void {
		clearTimeout(this.#timer);
		if (this.#end || this.#watch.signal.aborted || this.#isHeld) return;
		const isStarting = this.#isHeld === null;
		if (!isStarting && this.#unanswered.size === 0) return;
		const time = isStarting ? longestStart : longestSilence;
		this.#timer = setTimeout(() => this.#hasEnded('the worker says nothing'), time);
	}

	#hasEnded(reason: string): void {
		if (this.#end || this.#watch.signal.aborted) return;
		this.#end = new WorkerEnded(reason);
		this.#fail(this.#end);
		this.close();
		this.#settleEnded(this.#end);
	}

	#fail(error: Error): void {
		for (const { reject } of this.#unanswered.values()) reject(error);
		this.#unanswered.clear();
	}
}

/** Workers of which one is started before it is needed, so that its code has come by then. */
export class Spare<Client> {
	readonly #start: () => Client;
	#waiting: Client | null = null;

	constructor(start: () => Client) {
		this.#start = start;
	}

	/** Starts the next one now. */
	prepare(): void {
		this.#waiting ??= this.#start();
	}

	/** The one that was started, or else a new one. */
	take(): Client {
		const client = this.#waiting ?? this.#start();
		this.#waiting = null;
		return client;
	}
}

/**
 * Asks a worker that is made for a single question, and ends it. One that ends by itself is started again, once.
 * @throws the reason of the signal where it is aborted, else Error with the text of what the worker threw;
 *   `WorkerEnded` where the second has ended too
 */
export async function askOnce<Input, Output, Progress = never>(
	start: () => Worker | WorkerClient<Input, Output, Progress>,
	input: Input,
	options: { signal?: AbortSignal; onprogress?: (progress: Progress) => void } = {}
): Promise<Output> {
	try {
		return await ask(start(), input, options);
	} catch (error) {
		if (!(error instanceof WorkerEnded)) throw error;
		return ask(start(), input, options);
	}
}

async function ask<Input, Output, Progress>(
	worker: Worker | WorkerClient<Input, Output, Progress>,
	input: Input,
	{ signal, onprogress }: { signal?: AbortSignal; onprogress?: (progress: Progress) => void }
): Promise<Output> {
	const client = worker instanceof WorkerClient ? worker : new WorkerClient<Input, Output, Progress>(worker);
	try {
		return await new Promise((resolve, reject) => {
			signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
			client.ask(input, { onprogress }).then(resolve, reject);
		});
	} finally {
		client.close();
	}
}

/**
 * In a worker: answers each question by what `work` gives or throws.
 * @param transferOf what of an answer is handed over instead of copied
 */
export function answerQuestions<Input, Output, Progress = never>(
	work: (input: Input, onprogress: (progress: Progress) => void) => Output | Promise<Output>,
	transferOf: (output: Output) => Transferable[] = () => []
): void {
	const reply = (message: Reply<Output, Progress>, transfer: Transferable[] = []) =>
		self.postMessage(message, { transfer });
	self.onmessage = async ({ data: { id, input } }: MessageEvent<Question<Input>>) => {
		try {
			const output = await work(input, (progress) => reply({ id, progress }));
			reply({ id, output }, transferOf(output));
		} catch (error) {
			reply({ id, error: String(error) });
		}
	};
	// Its number is not known: the page fails all that it has asked.
	self.onmessageerror = () => {
		throw new Error('a message to the worker could not be read');
	};
	holdLock((lock) => reply({ lock }));
}

/** Takes a lock for as long as the worker lives, and tells its name. */
function holdLock(tell: (name: string | null) => void): void {
	const locks = self.navigator.locks as LockManager | undefined;
	if (!locks) return tell(null);
	const name = `worker ${crypto.randomUUID()}`;
	locks
		.request(name, () => {
			tell(name);
			return new Promise(() => {});
		})
		.catch(() => tell(null));
}
