/**
 * All of a reader's own data: what is shown, what is being read, and what could not be. One for a document, in the
 * browser only. Files are read one after another, so that their memory is never needed at the same time.
 */
import { onChange } from '../base/onChange.svelte';
import { openTable, type OpenTable } from './query/openTable';
import { FileLayer, type FileLayerState } from './fileLayer.svelte';
import type { ReadOptions } from './read/bytes';
import { readInWorker } from './read/inWorker';
import type { Problem, RefusalReason } from './read/problem';
import type { Choices, Guesses, ReadResult } from './read/read';
import { BrowserStore, failureOf, type StoreFailure, type Store } from './store';
import type { Table } from './table';

/** A file that is shown, with what is known of how it was read. */
export class OverlayFile {
	/** What is shown of it; another one once it is read again. */
	layer = $state.raw() as FileLayer;
	problems = $state.raw<readonly Problem[]>([]);
	guesses = $state.raw() as Guesses;
	choices = $state.raw<Choices>({});
	/** Whether it stays in this browser. */
	keeping = $state<'keeping' | 'kept' | StoreFailure>('keeping');
	/** The id that the store has it by; null where it has not. */
	keptAs: string | null = null;
	/** Ends the watch on how it is shown. */
	unwatch = () => {};

	constructor(
		readonly file: Blob,
		readonly fileName: string,
		readonly added: number
	) {}

	/** Nothing in it says where a row is: what it needs first is a correction. */
	get needsPlace(): boolean {
		return this.layer.summary.placed === 0 && this.guesses.place === null;
	}
}

/** A file that waits to be read, is being read, or was not read, until the reader puts the latter away. */
export class ReadJob {
	state = $state<'waiting' | 'reading' | 'opening' | 'refused' | 'failed'>('waiting');
	/** Bytes so far, of `total`. */
	read = $state(0);
	readonly total: number;
	refusal = $state.raw<{ reason: RefusalReason; detail: string | null } | null>(null);
	/** What a browser or a program says of a failure; in English mostly. */
	failure = $state('');
	readonly controller = new AbortController();

	constructor(
		readonly file: Blob,
		readonly name: string,
		readonly choices: Choices,
		/** The file that this one is, read again; null where it is a new one. */
		readonly replaces: OverlayFile | null
	) {
		this.total = file.size;
	}

	get isOver(): boolean {
		return this.state === 'refused' || this.state === 'failed';
	}
}

/** The latest that happened, for those who hear it. */
export type News =
	| { what: 'shown' | 'read-again' | 'not-kept'; file: OverlayFile }
	| { what: 'refused' | 'failed'; job: ReadJob }
	| { what: 'removed' | 'stopped'; name: string };

interface Parts {
	store: Store;
	read(file: Blob, choices: Choices, options: ReadOptions): Promise<ReadResult>;
	/** A table, or the kept one of an id. */
	open(source: Table | string): Promise<OpenTable>;
}

/** How long a change of what is shown rests before it is kept, in milliseconds. */
const rest = 300;

export class OverlayFiles {
	/** In the order in which they came. */
	files = $state.raw<readonly OverlayFile[]>([]);
	jobs = $state.raw<readonly ReadJob[]>([]);
	news = $state.raw<News | null>(null);
	/** What could not be done with the store: nothing that was kept can be had, or something is still kept. */
	fault = $state<'restore' | 'remove' | null>(null);
	readonly all: FileLayer[] = $derived(this.files.map(({ layer }) => layer));

	readonly #parts: Parts;
	/** One after another each: what is read, and what is written. */
	#reading: Promise<unknown> = Promise.resolve();
	#writing: Promise<unknown> = Promise.resolve();
	#restored: Promise<void> | null = null;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a list of what is to be written; nothing is drawn from it
	readonly #unsaved = new Map<OverlayFile, FileLayerState>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(parts: Parts = { store: new BrowserStore(), read: readInWorker, open: openTable }) {
		this.#parts = parts;
	}

	/** Reads a file and shows it. @param name as the reader knows it */
	add(file: Blob, name: string, choices: Choices = {}): void {
		this.#begin(new ReadJob(file, name, choices, null));
	}

	/** Reads a file again, by other choices; what was shown of it stays until then, and where it fails. */
	readAgain(file: OverlayFile, choices: Choices): void {
		this.#begin(new ReadJob(file.file, file.fileName, choices, file));
	}

	/** Stops a reading, or puts away what is said of one that is over. */
	stop(job: ReadJob): void {
		const wasOver = job.isOver;
		job.controller.abort();
		this.#drop(job);
		if (!wasOver) this.news = { what: 'stopped', name: job.name };
	}

	/** Removes a file from the page and from the store. */
	async remove(id: string): Promise<void> {
		const file = this.files.find(({ layer }) => layer.id === id);
		if (!file) return;
		for (const job of this.jobs) if (job.replaces === file) this.stop(job);
		this.files = this.files.filter((other) => other !== file);
		this.#unsaved.delete(file);
		file.unwatch();
		this.#close(file.layer);
		this.news = { what: 'removed', name: file.layer.name };
		// What is still being written comes first.
		await this.#write(async () => {
			if (file.keptAs !== null) await this.#parts.store.remove(file.keptAs);
		}).catch(() => (this.fault = 'remove'));
	}

	/** Shows what was kept at earlier visits, and reads what another page has fetched. Does so once. */
	restore(): Promise<void> {
		return (this.#restored ??= this.#restore());
	}

	/** Keeps at once what changed of how files are shown. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		const changed = [...this.#unsaved];
		this.#unsaved.clear();
		for (const [file, state] of changed) {
			if (file.keeping !== 'kept') continue;
			await this.#write(() => this.#parts.store.setState(file.layer.id, state)).catch((error: unknown) =>
				this.#notKept(file, failureOf(error))
			);
		}
	}

	#begin(job: ReadJob): void {
		this.jobs = [...this.jobs, job];
		this.#reading = this.#reading.then(() => this.#read(job));
	}

	#drop(job: ReadJob): void {
		this.jobs = this.jobs.filter((other) => other !== job);
	}

	async #read(job: ReadJob): Promise<void> {
		const { file, name, choices, controller, replaces } = job;
		const { signal } = controller;
		if (signal.aborted) return;
		try {
			job.state = 'reading';
			const onprogress = (read: number) => (job.read = read);
			const result = await this.#parts.read(file, choices, { signal, onprogress });
			if (signal.aborted) return;
			if (result.refusal) {
				job.refusal = result.refusal;
				job.state = 'refused';
				this.news = { what: 'refused', job };
				return;
			}
			job.state = 'opening';
			const index = await this.#parts.open(result.table);
			if (signal.aborted) return index.close();
			const { problems, guesses } = result;
			const shown = replaces ?? new OverlayFile(file, name, Date.now());
			const before = replaces?.layer;
			const state = before ? stateAfter(before, replaces.guesses, index, guesses) : { name };
			shown.layer = new FileLayer(newId(), index, state);
			Object.assign(shown, { problems, guesses, choices, keeping: 'keeping' });
			if (before) this.#close(before);
			if (!replaces) this.#show(shown);
			this.#drop(job);
			this.news = { what: replaces ? 'read-again' : 'shown', file: shown };
			// What comes next waits for no store.
			void this.#keep(shown);
		} catch (error) {
			if (signal.aborted) return;
			job.failure = error instanceof Error ? error.message : String(error);
			job.state = 'failed';
			this.news = { what: 'failed', job };
		}
	}

	/** Puts a file among those that are shown, and keeps from then on how. */
	#show(file: OverlayFile): void {
		this.files = [...this.files, file].sort((a, b) => a.added - b.added);
		file.unwatch = onChange(
			() => file.layer.state,
			(state) => {
				this.#unsaved.set(file, state);
				clearTimeout(this.#timer);
				this.#timer = setTimeout(() => void this.save(), rest);
			}
		);
	}

	async #keep(shown: OverlayFile): Promise<void> {
		const { layer, file, fileName, added, choices, guesses, problems } = shown;
		const { id, table, state } = layer;
		const kept = { id, added, fileName, choices, guesses, state, file, problems: [...problems] };
		const failure = await this.#write(async () => {
			const failure = await table.keep(kept, shown.keptAs ?? undefined).catch(() => 'refused' as const);
			if (!failure) shown.keptAs = id;
			return failure;
		});
		if (shown.layer !== layer) return;
		if (failure) this.#notKept(shown, failure);
		else shown.keeping = 'kept';
	}

	/** Ends the worker of what is shown no more, once it has written what it is at. */
	#close(layer: FileLayer): void {
		void this.#write(() => Promise.resolve(layer.close()));
	}

	#notKept(file: OverlayFile, failure: StoreFailure): void {
		file.keeping = failure;
		this.news = { what: 'not-kept', file };
	}

	async #restore(): Promise<void> {
		const { store, open } = this.#parts;
		try {
			for (const id of await store.ids()) {
				const kept = await store.get(id);
				if (!kept) continue;
				const shown = new OverlayFile(kept.file, kept.fileName, kept.added);
				shown.layer = new FileLayer(id, await open(id), kept.state);
				const { problems, guesses, choices } = kept;
				Object.assign(shown, { problems, guesses, choices, keeping: 'kept', keptAs: id });
				this.#show(shown);
			}
			for (const { file, name } of await store.takeWaiting()) this.add(file, name);
		} catch {
			// A browser that keeps nothing says so when something is to be kept; here it has nothing to lose.
			this.fault = 'restore';
		}
	}

	#write<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#writing.then(work);
		this.#writing = turn.catch(() => undefined);
		return turn;
	}
}

/** How a file is shown once it was read again: as before, where its columns mean the same. */
function stateAfter(
	before: FileLayer,
	old: Guesses,
	index: OpenTable,
	now: Guesses
): Partial<FileLayerState> & { name: string } {
	const state = before.state;
	const namesOf = ({ columns }: { columns: { name: string }[] }) =>
		columns.map(({ name }) => name).join('\n');
	const isSame = namesOf(before.summary) === namesOf(index.summary) && old.roles.actor === now.roles.actor;
	return isSame ? state : { name: state.name, visible: state.visible };
}

/** Letters and digits, which no other file has. */
function newId(): string {
	return `own${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
}

export const overlayFiles = new OverlayFiles();
