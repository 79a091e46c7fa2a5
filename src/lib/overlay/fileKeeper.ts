/** Puts a reader's files into the store, one write after another: a file once it is read, later how it is shown. */
import { noticeLate } from '../base/late';
import { onChange } from '../base/onChange.svelte';
import type { FileLayer } from './fileLayer.svelte';
import type { FileLayerState } from './fileLayerState';
import type { OverlayFile } from './overlayFile.svelte';
import { Queue } from './queue';
import { failureOf, type Store, type StoreFailure } from './store';

/** How long a change of what is shown rests before it is kept, in milliseconds. */
const rest = 300;

/** After so many milliseconds without an answer a reader is told that a file may not be kept; large ones take long. */
const patience = 30_000;

export class FileKeeper {
	readonly #store: Store;
	readonly #onfailure: (file: OverlayFile) => void;
	readonly #onreplaced: (id: string, by: string) => void;
	readonly #writes = new Queue();
	readonly #unsaved = new Map<OverlayFile, FileLayerState>();
	/** By file, what ends the watch on how it is shown. */
	readonly #watches = new Map<OverlayFile, () => void>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param onfailure called when a file turns out not to be kept; `file.keeping` says why
	 * @param onreplaced called when a file is kept in the place of another
	 */
	constructor(
		store: Store,
		onfailure: (file: OverlayFile) => void,
		onreplaced: (id: string, by: string) => void
	) {
		this.#store = store;
		this.#onfailure = onfailure;
		this.#onreplaced = onreplaced;
	}

	/** Keeps a file with its rows, in place of what was kept of it before. */
	async keep(file: OverlayFile): Promise<void> {
		const { layer, file: blob, fileName, added, choices, guesses, problems } = file;
		if (!blob) return;
		const { id, table, state } = layer;
		const stored = { id, added, fileName, choices, guesses, state, file: blob, problems: [...problems] };
		const write = this.#writes.run(async () => {
			const before = file.keptAs;
			const failure = await table.keep(stored, before ?? undefined).catch(() => 'refused' as const);
			if (failure) return failure;
			file.keptAs = id;
			if (before !== null) this.#onreplaced(before, id);
			return null;
		});
		const failure = await noticeLate(write, patience, () => {
			if (file.layer === layer) this.#notKept(file, 'late');
		});
		// Meanwhile it may have been read again.
		if (file.layer !== layer) return;
		if (failure) this.#notKept(file, failure);
		else file.keeping = 'kept';
	}

	/** Keeps from now on how a file is shown. */
	watch(file: OverlayFile): void {
		const unwatch = onChange(
			() => file.layer.state,
			(state) => {
				this.#unsaved.set(file, state);
				clearTimeout(this.#timer);
				this.#timer = setTimeout(() => void this.save(), rest);
			}
		);
		this.#watches.set(file, unwatch);
	}

	/** Keeps at once what changed of how files are shown. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		const changed = [...this.#unsaved];
		this.#unsaved.clear();
		for (const [file, state] of changed) {
			if (file.keeping !== 'kept') continue;
			await this.#writes
				.run(() => this.#store.setState(file.layer.id, state))
				.catch((error: unknown) => this.#notKept(file, failureOf(error)));
		}
	}

	/** Lets go of a file that is shown no more, and leaves what the store has of it. */
	forget(file: OverlayFile): void {
		this.#unsaved.delete(file);
		this.#watches.get(file)?.();
		this.#watches.delete(file);
		this.close(file.layer);
	}

	/**
	 * Removes a file from the store, once what is being written is. Gives the id that the store had it by.
	 * @throws where the store fails
	 */
	async remove(file: OverlayFile): Promise<string | null> {
		this.forget(file);
		return this.#writes.run(async () => {
			if (file.keptAs !== null) await this.#store.remove(file.keptAs);
			return file.keptAs;
		});
	}

	/** Ends the worker of a layer that is shown no more, once it has written its table. */
	close(layer: FileLayer): void {
		void this.#writes.run(() => Promise.resolve(layer.close()));
	}

	#notKept(file: OverlayFile, failure: StoreFailure | 'late'): void {
		file.keeping = failure;
		this.#onfailure(file);
	}
}
