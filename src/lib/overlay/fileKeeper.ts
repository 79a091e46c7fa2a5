/** Puts a reader's files into the store, one write after another: a file once it is read, later how it is shown. */
import { onChange } from '../base/onChange.svelte';
import type { FileLayer } from './fileLayer.svelte';
import type { FileLayerState } from './fileLayerState';
import type { OverlayFile } from './overlayFile.svelte';
import { Queue } from './queue';
import { failureOf, type Store, type StoreFailure } from './store';

/** How long a change of what is shown rests before it is kept, in milliseconds. */
const rest = 300;

export class FileKeeper {
	readonly #store: Store;
	readonly #onfailure: (file: OverlayFile) => void;
	readonly #writes = new Queue();
	readonly #unsaved = new Map<OverlayFile, FileLayerState>();
	/** By file, what ends the watch on how it is shown. */
	readonly #watches = new Map<OverlayFile, () => void>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param onfailure called when a file turns out not to be kept; `file.keeping` says why */
	constructor(store: Store, onfailure: (file: OverlayFile) => void) {
		this.#store = store;
		this.#onfailure = onfailure;
	}

	/** Keeps a file with its rows, in place of what was kept of it before. */
	async keep(file: OverlayFile): Promise<void> {
		const { layer, file: blob, fileName, added, choices, guesses, problems } = file;
		const { id, table, state } = layer;
		const stored = { id, added, fileName, choices, guesses, state, file: blob, problems: [...problems] };
		const failure = await this.#writes.run(async () => {
			const failure = await table.keep(stored, file.keptAs ?? undefined).catch(() => 'refused' as const);
			if (!failure) file.keptAs = id;
			return failure;
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

	/** Removes a file from the store, once what is being written is. @throws where the store fails */
	async remove(file: OverlayFile): Promise<void> {
		this.#unsaved.delete(file);
		this.#watches.get(file)?.();
		this.#watches.delete(file);
		this.close(file.layer);
		await this.#writes.run(async () => {
			if (file.keptAs !== null) await this.#store.remove(file.keptAs);
		});
	}

	/** Ends the worker of a layer that is shown no more, once it has written its table. */
	close(layer: FileLayer): void {
		void this.#writes.run(() => Promise.resolve(layer.close()));
	}

	#notKept(file: OverlayFile, failure: StoreFailure): void {
		file.keeping = failure;
		this.#onfailure(file);
	}
}
