/**
 * Runs work one after another, in the order in which it comes; what fails does not hold up the rest, and neither does
 * what says that it may take for ever.
 */
export class Queue {
	#last: Promise<unknown> = Promise.resolve();

	/**
	 * Gives what the work gives, and throws what it throws.
	 * @param work is given a function that lets the next begin before it is done itself
	 */
	run<T>(work: (giveWay: () => void) => Promise<T>): Promise<T> {
		const before = this.#last;
		let turn!: Promise<T>;
		this.#last = new Promise<void>((next) => {
			turn = before.then(() => work(next));
			turn.then(
				() => next(),
				() => next()
			);
		});
		return turn;
	}
}
