import type { FileLayer } from './fileLayer.svelte';
import type { Problem } from './read/problem';
import type { Choices, Guesses } from './read/read';
import type { StoreFailure } from './store';

/** A file of the reader's that is shown, with what is known of how it was read. */
export class OverlayFile {
	/** Another one once the file is read again. */
	layer = $state.raw() as FileLayer;
	problems = $state.raw<readonly Problem[]>([]);
	guesses = $state.raw() as Guesses;
	choices = $state.raw<Choices>({});
	/** Whether it stays in this browser; `link`: it came with one, and stays once the reader says so. */
	keeping = $state<'keeping' | 'late' | 'kept' | 'link' | StoreFailure>('keeping');
	/** How often what holds its rows has ended by itself. */
	ends = 0;
	/** The id that the store has it by; null where it has not. */
	keptAs: string | null = null;

	constructor(
		/** As it came; null where the browser's store has lost it, so that it can't be read again. */
		readonly file: Blob | null,
		readonly fileName: string,
		/** Milliseconds since 1970. */
		readonly added: number
	) {}

	/** Nothing in it says where a row is: what it needs first is a correction. */
	get needsPlace(): boolean {
		return this.layer.summary.placed === 0 && this.guesses.place === null;
	}

	/** Its numbers are metres, and nothing is known of what they may be: that is to be corrected as well. */
	get asksSystem(): boolean {
		return this.guesses.projection === 'unknown' && !this.guesses.projectionOthers?.length;
	}
}
