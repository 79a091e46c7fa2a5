/** Runs work one after another, in the order in which it comes; what fails does not hold up the rest. */
export class Queue {
	#last: Promise<unknown> = Promise.resolve();

	/** Gives what the work gives, and throws what it throws. */
	run<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
