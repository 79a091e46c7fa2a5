import { m } from '$lib/words';

/**
 * Something that takes a while: shown once it has taken half a second, and it can be stopped from then on. A second
 * one stops the first.
 */
export class Work {
	/** What it is, while it is worth showing. */
	shown = $state<string | null>(null);
	/** What came of it: a sentence for the reader. */
	result = $state('');
	failed = $state(false);
	#current: AbortController | null = null;

	/** Runs it. `work` gives the sentence to end with; what it throws is shown, unless the reader stopped it. */
	async run(name: string, work: (signal: AbortSignal) => Promise<string>): Promise<void> {
		this.stop();
		const controller = new AbortController();
		this.#current = controller;
		this.result = '';
		this.failed = false;
		const timer = setTimeout(() => {
			if (this.#current === controller) this.shown = name;
		}, 500);
		let result: string;
		let failed = false;
		// What cannot be stopped is left to run on, and what comes of it is dropped.
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
		this.shown = null;
		this.result = result;
		this.failed = failed;
	}

	stop(): void {
		this.#current?.abort(new Error(m.stopped()));
	}
}

/** Has the browser save a file. */
export function save(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read it only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
