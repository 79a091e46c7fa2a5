/** What the parts of a page show: its data, or those of a draft of this browser that are laid over them. */
import { page } from '$app/state';

let laid = $state.raw<App.PageData | null>(null);

export const shown = {
	get data(): typeof page.data {
		return laid ?? page.data;
	},
	/** For as long as the document lives: what was drawn of it is not drawn anew. */
	lay(data: Partial<App.PageData>): void {
		laid = { ...page.data, ...data } as App.PageData;
	}
};
