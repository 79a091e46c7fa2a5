import { m } from '../words';

/** One piece of work at a time that may take a while: starting another stops the one before. */
export class Work {
	/** Its name once it has run for half a second, before which it is not worth showing; null when none runs. */
	running = $state<string | null>(null);
	/** How the last one ended: a sentence for the reader. */
	result = $state('');
	failed = $state(false);
	#current: AbortController | null = null;

	/** Runs `work`, which returns the sentence to end with. The message of an error that it throws is shown instead. */
	async run(name: string, work: (signal: AbortSignal) => Promise<string>): Promise<void> {
		this.stop();
		const controller = new AbortController();
		this.#current = controller;
		this.result = '';
		this.failed = false;
		const timer = setTimeout(() => {
			if (this.#current === controller) this.running = name;
		}, 500);
		let result: string;
		let failed = false;
		// Work that ignores the signal runs on, and its result is dropped.
		const stopped = new Promise<string>((done) =>
			controller.signal.addEventListener('abort', () => done(m.stopped()))
		);
		try {
			result = await Promise.race([work(controller.signal), stopped]);
		} catch (error) {
			failed = !controller.signal.aborted;
			result = failed ? (error as Error).message : m.stopped();
		} finally {
			clearTimeout(timer);
		}
		if (this.#current !== controller) return;
		this.#current = null;
		this.running = null;
		this.result = result;
		this.failed = failed;
	}

	stop(): void {
		this.#current?.abort(new Error(m.stopped()));
	}
}
