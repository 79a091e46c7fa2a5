/** The view of the page that is open: read from its address, changed by going to another address. */
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { createContext, onMount } from 'svelte';
import { link } from '../words';
import { noFacets, type Facets } from './facets';
import { shown } from './shown.svelte';
import { defaultView, isFiltered, parseView, viewQuery, type ViewState } from './view';

export class PageView {
	readonly facets = $derived<Facets>(shown.data.facets ?? noFacets);
	// Prerendered pages have no query: the first picture is the default, and the address counts once mounted.
	#mounted = $state(false);
	/** What is shown. */
	readonly state = $derived<ViewState>(
		this.#mounted ? parseView(page.url.searchParams, this.facets) : defaultView(this.facets)
	);
	/** The query string of this view, '' or with its '?'. */
	readonly query = $derived(viewQuery(this.state, this.facets));
	/** The same for other pages: where the map looks, and what is marked on it, is for each to say. A list has a link for each of its rows. */
	readonly #linkQuery = $derived(viewQuery({ ...this.state, camera: null, at: null }, this.facets));

	constructor() {
		onMount(() => {
			this.#mounted = true;
		});
	}

	/** Whether any filter is set, so that there is something to clear. */
	get filtered(): boolean {
		return isFiltered(this.state, this.facets);
	}

	/** True once the address is being read; controls that need scripts wait for it. */
	get ready(): boolean {
		return this.#mounted;
	}

	/** The address of a path with this view, but not its camera and its mark. */
	href(path: string): string {
		return path + this.#linkQuery;
	}

	/** The address of a site, or of all, with this view: on a map with a draft on it that map, and the site in its hash. */
	siteHref(site: string | null): string {
		const { laid } = shown.data;
		if (laid) return `${this.href(page.url.pathname)}#${laid.draft}/${site ?? ''}`;
		return this.href(link(site === null ? '/' : `/sites/${site}`));
	}

	/**
	 * Goes to another view of the same page; the back button undoes it.
	 * @param replace makes no entry in the history, for what changes from frame to frame such as a brush or the camera
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
