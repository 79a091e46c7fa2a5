/**
 * Questions to a worker and its answers. Each message carries the number of its question: answers come in any order,
 * and news of progress before them.
 */

interface Question<Input> {
	id: number;
	input: Input;
}

type Reply<Output, Progress> = { id: number } & (
	{ output: Output } | { error: string } | { progress: Progress }
);

/** A worker that answers any number of questions, as the page has it. */
export class WorkerClient<Input, Output = unknown, Progress = never> {
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

	constructor(worker: Worker) {
		this.#worker = worker;
		worker.onmessage = ({ data }: MessageEvent<Reply<Output, Progress>>) => {
			const question = this.#unanswered.get(data.id);
			if ('progress' in data) return question?.onprogress?.(data.progress);
			this.#unanswered.delete(data.id);
			if ('error' in data) question?.reject(new Error(data.error));
			else question?.resolve(data.output);
		};
		worker.onerror = (event) => {
			for (const { reject } of this.#unanswered.values()) reject(new Error(event.message));
			this.#unanswered.clear();
		};
	}

	/**
	 * @param options.transfer what is handed over instead of copied; it is empty on this side afterwards
	 * @throws Error with the text of what the worker threw
	 */
	ask(
		input: Input,
		{
			transfer = [],
			onprogress
		}: { transfer?: Transferable[]; onprogress?: (progress: Progress) => void } = {}
	): Promise<Output> {
		return new Promise((resolve, reject) => {
			const id = ++this.#lastId;
			this.#unanswered.set(id, { resolve, reject, onprogress });
			this.#worker.postMessage({ id, input } satisfies Question<Input>, transfer);
		});
	}

	/** Ends the worker at once; questions that it has not answered never settle. */
	close(): void {
		this.#worker.terminate();
	}
}

/**
 * Asks a worker that was made for a single question, and ends it.
 * @throws the reason of the signal where it is aborted, else Error with the text of what the worker threw
 */
export async function askOnce<Input, Output, Progress = never>(
	worker: Worker,
	input: Input,
	{ signal, onprogress }: { signal?: AbortSignal; onprogress?: (progress: Progress) => void } = {}
): Promise<Output> {
	const client = new WorkerClient<Input, Output, Progress>(worker);
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
}
