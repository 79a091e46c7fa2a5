/**
 * The panel on a phone: a sheet that comes up from below the map to one of three heights. On a wider screen, on one
 * that is too low for it and without scripts it is a part of the page like any other, and nothing here applies.
 */
import { createContext } from 'svelte';
import type { SheetHeight } from './sheet';

/** The screens on which the panel is a sheet; src/routes/(map)/+layout.svelte has the same words in its styles. */
export const sheetScreens = '(max-width: 800px) and (min-height: 30rem)';

export class Sheet {
	/** Whether the panel is one. */
	active = $state(false);
	height = $state<SheetHeight>('half');
	/** Pixels that the map is high, covered or not, and that the lowest sheet is. */
	room = $state(0);
	lowest = $state(0);
	/** How much of that room the sheet has at half its height, as the styles say: more where it has a site's words. */
	share = $state(0.5);

	/** Pixels of the map that it lies over. At its full height nobody sees the map: it stays as it was at half. */
	get covers(): number {
		if (!this.active) return 0;
		return this.height === 'low' ? this.lowest : this.room * this.share;
	}
}

export const [getSheet, setSheet] = createContext<Sheet>();
