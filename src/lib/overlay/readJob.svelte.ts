import type { FileLayerState } from './fileLayerState';
import type { DamagedFile } from './kept';
import type { OverlayFile } from './overlayFile.svelte';
import type { Problem, RefusalReason } from './read/problem';
import type { Choices } from './read/read';

/** What comes with a file from a project or a link. */
export interface Brought {
	/** How it is shown; null: as it is at first. */
	state: FileLayerState | null;
	/** Whether this browser keeps it without being asked. */
	isKept: boolean;
}

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
		readonly repairs: DamagedFile | null = null,
		/** What came with it; null where it came alone. */
		readonly brought: Brought | null = null
	) {
		this.total = file.size;
	}

	get isOver(): boolean {
		return this.state === 'refused' || this.state === 'failed';
	}
}
