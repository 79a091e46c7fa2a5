import type { Axis } from './axis';
import { restarted, stepped, type TimeWindow, type WindowMode } from './window';

/** What is played: read anew at each step, since the reader may change it meanwhile. */
export interface Playable {
	/** Null where no report has a date. */
	axis: Axis | null;
	window: TimeWindow;
	mode: WindowMode;
	/** Months to stop at, ascending; see `stopsOf`. */
	stops: readonly number[];
}

/** Milliseconds between two steps. Without motion each step is a jump, which takes longer to read. */
const pace = 1100;
const calmPace = 2400;

/** Moves the window from stop to stop, one at a time or by itself. `destroy` it with its component. */
export class Player {
	isPlaying = $state(false);
	/** The window a step onwards; null where there is none. */
	readonly next: TimeWindow | null = $derived.by(() => this.#after(this.#playable().window, 1));
	/** The window a step back; null where there is none. */
	readonly previous: TimeWindow | null = $derived.by(() => this.#after(this.#playable().window, -1));

	readonly #playable: () => Playable;
	readonly #onstep: (window: TimeWindow, settled: boolean) => void;
	readonly #onpause: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * `onstep` is called with each window to go to; `settled` is false while another follows by itself. `onpause` is
	 * called when playing ends before the last stop: the window stays where it is.
	 */
	constructor(
		playable: () => Playable,
		onstep: (window: TimeWindow, settled: boolean) => void,
		onpause: () => void
	) {
		this.#playable = playable;
		this.#onstep = onstep;
		this.#onpause = onpause;
	}

	/** Plays from the window on, or from the first stop where the last is reached; pauses while it plays. */
	toggle(): void {
		if (this.isPlaying) this.pause();
		else this.#play();
	}

	/** Pauses, and goes to a window; null stays. */
	step(window: TimeWindow | null): void {
		this.pause();
		if (window) this.#onstep(window, true);
	}

	pause(): void {
		const wasPlaying = this.isPlaying;
		this.stop();
		if (wasPlaying) this.#onpause();
	}

	/** Stops without a word: the reader goes elsewhere. */
	stop(): void {
		clearTimeout(this.#timer);
		this.isPlaying = false;
	}

	destroy(): void {
		clearTimeout(this.#timer);
	}

	#play(): void {
		const { axis, window, mode, stops } = this.#playable();
		if (!axis) return;
		const start = this.next ?? restarted(window, mode, stops, axis);
		if (!start) return;
		this.isPlaying = true;
		this.#advance(start);
	}

	#advance(window: TimeWindow): void {
		const isLast = this.#after(window, 1) === null;
		if (isLast) this.isPlaying = false;
		this.#onstep(window, isLast);
		if (isLast) return;
		const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		this.#timer = setTimeout(
			() => (this.next ? this.#advance(this.next) : this.pause()),
			isCalm ? calmPace : pace
		);
	}

	#after(window: TimeWindow, direction: 1 | -1): TimeWindow | null {
		const { axis, mode, stops } = this.#playable();
		return axis && stepped(window, mode, direction, stops, axis);
	}
}
