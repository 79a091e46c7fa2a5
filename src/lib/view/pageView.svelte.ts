/** The view of the page that is open: read from its address, changed by going to another address. */
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { createContext, onMount } from 'svelte';
import { defaultView, isFiltered, parseView, viewQuery, type Facets, type ViewState } from './view';

export class PageView {
	readonly facets: Facets;
	// Prerendered pages know no query, so the first picture is the default one and the address counts from then on.
	#mounted = $state(false);
	/** What is shown. */
	readonly state: ViewState;
	/** The query string of this view, '' or with its '?'. */
	readonly query: string;

	constructor(facets: Facets) {
		this.facets = facets;
		this.state = $derived(this.#mounted ? parseView(page.url.searchParams, facets) : defaultView(facets));
		this.query = $derived(viewQuery(this.state, facets));
		onMount(() => {
			this.#mounted = true;
		});
	}

	/** Whether anything is hidden, so that there is something to clear. */
	get filtered(): boolean {
		return isFiltered(this.state, this.facets);
	}

	/** True once the address is being read; controls that need scripts wait for it. */
	get ready(): boolean {
		return this.#mounted;
	}

	/** The address of a path with this view kept; another place on the map is that page's own affair. */
	href(path: string): string {
		return path + viewQuery({ ...this.state, camera: null }, this.facets);
	}

	/**
	 * Goes to another view of the same page; the back button undoes it.
	 * @param replace for what changes from frame to frame, as a brush or the camera: no entry in the history each
	 */
	async show(next: ViewState, replace = false): Promise<void> {
		const query = viewQuery(next, this.facets);
		if (query === page.url.search) return;
		await goto(page.url.pathname + query + page.url.hash, {
			keepFocus: true,
			noScroll: true,
			replaceState: replace
		});
	}
}

export const [getPageView, setPageView] = createContext<PageView>();
