/** What comes of asking for a background: whether it is there, slow, or missing, and why. */

/** Why something did not come. */
export type Reason =
	/** The host answered with an error, such as 404. */
	| { why: 'status'; status: number; host: string }
	/** It sent something else than was asked for, such as a page. */
	| { why: 'other'; host: string }
	/** It can't be reached, or does not let pages of other sites ask it: a browser tells nobody which. */
	| { why: 'unreachable'; host: string }
	/** It took the request, and did not answer. */
	| { why: 'late'; host: string }
	/** It sends no parts of files. */
	| { why: 'whole'; host: string }
	/** It is none of those that the background was said to ask. */
	| { why: 'unnamed'; host: string }
	/** The reader has no network. */
	| { why: 'offline' };

/** `waiting` says nothing to the reader yet; `partial`: what is seen of it lacks something. */
export type State =
	| { state: 'none' | 'waiting' | 'slow' | 'shown' }
	| { state: 'partial' | 'missing'; reason: Reason };

/** What failed, with what MapLibre reads of it: a tile that is 404 is one that there is not. */
export class Fault extends Error {
	readonly reason: Reason;
	readonly status: number;

	constructor(reason: Reason) {
		super(reason.why);
		this.reason = reason;
		this.status = reason.why === 'status' ? reason.status : 0;
	}
}

/** Milliseconds without a tile after which a reader is told that one waits. */
const patience = 5000;
/** So many failures one after the other, without a tile between them, and what was there is gone. */
const mostInARow = 6;

/**
 * Counts what comes and what fails. Tiles are at the edge of what a host has, so a few that are missing say nothing; none
 * at all, or many one after the other, do.
 */
export class Reception {
	state: State = { state: 'none' };
	#onchange: (state: State) => void;
	#pending = 0;
	#inARow = 0;
	#hasTile = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(onchange: (state: State) => void) {
		this.#onchange = onchange;
	}

	/** Begins to wait for another background, or the same anew. */
	begin(): void {
		this.end();
		this.#set({ state: 'waiting' });
		this.#timer = setTimeout(() => {
			if (this.state.state === 'waiting') this.#set({ state: 'slow' });
		}, patience);
	}

	/** Other tiles of the same are asked for, as those of another day; what is seen stays until it is known better. */
	renew(): void {
		this.#pending = this.#inARow = 0;
		this.#hasTile = false;
	}

	/** Waits for none. What is still on its way counts no more. */
	end(): void {
		clearTimeout(this.#timer);
		this.renew();
		this.#set({ state: 'none' });
	}

	/** A tile is asked for. */
	asked(): void {
		this.#pending++;
	}

	/** A tile that was asked for is not wanted any more. */
	dropped(): void {
		this.#pending = Math.max(0, this.#pending - 1);
	}

	/** A tile came. */
	came(): void {
		this.dropped();
		this.#inARow = 0;
		this.#hasTile = true;
		clearTimeout(this.#timer);
		if (this.state.state !== 'partial') this.#set({ state: 'shown' });
	}

	/** A tile did not come. */
	failed(reason: Reason): void {
		this.dropped();
		this.#inARow++;
		const isHole = reason.why === 'status' && (reason.status === 404 || reason.status === 410);
		if (this.#hasTile && isHole) return;
		if (this.#hasTile ? this.#inARow >= mostInARow : this.#pending === 0 || this.#inARow >= mostInARow)
			this.missing(reason);
	}

	/** Something failed without which there are no tiles. */
	missing(reason: Reason): void {
		clearTimeout(this.#timer);
		this.#set({ state: 'missing', reason });
	}

	/** Something failed without which it is less: letters, signs. */
	lacks(reason: Reason): void {
		if (this.state.state !== 'missing' && this.state.state !== 'none')
			this.#set({ state: 'partial', reason });
	}

	#set(state: State): void {
		if (JSON.stringify(state) === JSON.stringify(this.state)) return;
		this.state = state;
		this.#onchange(state);
	}
}
