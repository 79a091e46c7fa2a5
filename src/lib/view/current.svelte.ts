/** The view of the page that is open: read from its address, changed by going to another address. */
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { createContext, onMount } from 'svelte';
import { defaultView, parseView, viewQuery, type ViewState } from './view';

export class CurrentView {
	readonly #actors: readonly string[];
	// Prerendered pages know no query, so the first picture is the default one and the address counts from then on.
	#mounted = $state(false);
	/** What is shown. */
	readonly state: ViewState;
	/** The query string of this view, '' or with its '?'. */
	readonly query: string;

	constructor(allActors: readonly string[]) {
		this.#actors = allActors;
		this.state = $derived(
			this.#mounted ? parseView(page.url.searchParams, allActors) : defaultView(allActors)
		);
		this.query = $derived(viewQuery(this.state, allActors));
		onMount(() => {
			this.#mounted = true;
		});
	}

	/** True once the address is being read; controls that need scripts wait for it. */
	get ready(): boolean {
		return this.#mounted;
	}

	/** The address of a path with this view kept. */
	href(path: string): string {
		return path + this.query;
	}

	/** Goes to another view of the same page; the back button undoes it. */
	async show(next: ViewState): Promise<void> {
		await goto(page.url.pathname + viewQuery(next, this.#actors) + page.url.hash, {
			keepFocus: true,
			noScroll: true
		});
	}
}

export const [currentView, provideView] = createContext<CurrentView>();
