/** Loads the explorer of a page after its text: nobody who only reads has to wait for its code. */
import { createContext } from 'svelte';
import type { PageView } from './pageView.svelte';
import type { Explored, Explorer } from './explorer.svelte';

export class ExplorerLoader {
	/** Null until it has been fetched; until then all sites are listed. */
	explorer = $state.raw<Explorer | null>(null);
	/** What has to be there before anything of the page is explored. */
	wait: Promise<unknown> | null = null;
	readonly #view: PageView;
	readonly #data: () => Explored;

	constructor(view: PageView, data: () => Explored) {
		this.#view = view;
		this.#data = data;
	}

	/**
	 * Loads the explorer beside what `load` fetches, which may rely on it.
	 * @throws Error where the code cannot be had; asking again tries again
	 */
	async withExplorer<T>(load: () => Promise<T>): Promise<T> {
		const [{ Explorer, complete }, loaded] = await Promise.all([
			import('./explorer.svelte'),
			load(),
			this.wait
		]);
		await complete();
		this.explorer ??= new Explorer(this.#view, this.#data);
		return loaded;
	}
}

export const [getExplorerLoader, setExplorerLoader] = createContext<ExplorerLoader>();
