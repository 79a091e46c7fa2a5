/** What the parts of a page show: its data, or those of a draft of this browser that are laid over them. */
import { page } from '$app/state';
import type { Listing } from './listing';

let laid = $state.raw<App.PageData | null>(null);
/** What the pages of a large data set leave out, once it is there. */
let listing = $state.raw<Listing | null>(null);

export const shown = {
	get data(): typeof page.data {
		return laid ?? (listing ? { ...page.data, ...listing } : page.data);
	},
	/** For as long as the document lives: what was drawn of it is not drawn anew. */
	lay(data: Partial<App.PageData>): void {
		laid = { ...page.data, ...data } as App.PageData;
	},
	get listing(): Listing | null {
		return listing;
	},
	/** Adds to the data of every page what it left out. */
	add(all: Listing): void {
		listing = all;
	}
};
