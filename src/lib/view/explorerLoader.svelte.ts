/** The explorer of a page, which comes after its words: nobody who only reads has to wait for it. */
import { createContext } from 'svelte';
import type { CurrentView } from './pageView.svelte';
import type { Explored, Explorer } from './explorer.svelte';

export class Exploring {
	/** Null until it has been fetched; then everything is shown. */
	explorer = $state.raw<Explorer | null>(null);
	readonly #view: CurrentView;
	readonly #data: () => Explored;

	constructor(view: CurrentView, data: () => Explored) {
		this.#view = view;
		this.#data = data;
	}

	/**
	 * Fetches what the rest of `load` needs first.
	 * @throws Error where the code cannot be had; asking again tries again
	 */
	async before<T>(load: () => Promise<T>): Promise<T> {
		const [{ Explorer }, loaded] = await Promise.all([import('./explorer.svelte'), load()]);
		this.explorer ??= new Explorer(this.#view, this.#data);
		return loaded;
	}
}

export const [currentExploring, provideExploring] = createContext<Exploring>();
