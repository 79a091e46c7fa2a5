import type { DamagedFile } from './kept';
import type { OverlayFile } from './overlayFile.svelte';
import type { Problem, RefusalReason } from './read/problem';
import type { Choices } from './read/read';

/** A file that waits to be read, is being read, or was not read; the latter stays until the reader dismisses it. */
export class ReadJob {
	state = $state<'waiting' | 'reading' | 'opening' | 'refused' | 'failed'>('waiting');
	/** Bytes so far, of `total`. */
	read = $state(0);
	readonly total: number;
	refusal = $state.raw<{ reason: RefusalReason; detail: string | null } | null>(null);
	/** What was noticed in a file that was refused. */
	problems = $state.raw<readonly Problem[]>([]);
	/** What a browser or a program says of a failure; in English mostly. */
	failure = $state('');
	/** Whether what read it has ended by itself, twice. */
	hasEnded = $state(false);
	readonly controller = new AbortController();

	constructor(
		readonly file: Blob,
		readonly name: string,
		readonly choices: Choices,
		/** The file that this one is, read again; null where it is a new one. */
		readonly replaces: OverlayFile | null,
		/** What is damaged in the browser's store, and is read again from its file. */
		readonly repairs: DamagedFile | null = null
	) {
		this.total = file.size;
	}

	get isOver(): boolean {
		return this.state === 'refused' || this.state === 'failed';
	}
}
