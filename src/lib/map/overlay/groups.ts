/** The rows of an overlay in groups that are coloured and turned off together. */
import type { OverlayLayer } from './overlay';

/**
 * So many values have layers of their own: turning one off changes one opacity, which the next frame has. Since every
 * layer costs a little in every tile, all other values share one, where turning one off lays the tiles out anew.
 */
const mostGroups = 12;

/** The colour of values without one; the same grey as in lists (`lib/overlay/colours.ts`). */
export const restColour = '#8a8f98';

export interface Group {
	/** The code, or `rest`; the ids of its layers end with it. */
	name: string;
	colour: string;
	/** A filter on the codes of the group. */
	filter: unknown[];
	/** Whether all of it is turned off. */
	isOff: boolean;
	/** Of several codes, those that are turned off. */
	partlyOff: number[];
}

/** The groups of an overlay, the lowest first: one of all other values, then one for each of the first that have a colour. */
export function groupsOf({ colours, off }: Pick<OverlayLayer, 'colours' | 'off'>): Group[] {
	const coloured = colours.flatMap((colour, code) => (colour ? [{ code, colour }] : []));
	const single = coloured.slice(0, mostGroups);
	const codes = single.map(({ code }) => code);
	const groups = single.map(({ code, colour }): Group => ({
		name: String(code),
		colour,
		filter: ['==', ['get', 'actor'], code],
		isOff: off.has(code),
		partlyOff: []
	}));
	return [
		{
			name: 'rest',
			colour: restColour,
			filter: ['!', ['in', ['get', 'actor'], ['literal', codes]]],
			isOff: false,
			partlyOff: [...off].filter((code) => !codes.includes(code)).sort((a, b) => a - b)
		},
		...groups
	];
}

/** An opacity, or an expression of it, that is 0 for rows that are turned off. */
export function groupOpacity({ isOff, partlyOff }: Group, opacity: number): number | unknown[] {
	if (isOff) return 0;
	if (partlyOff.length === 0) return opacity;
	return ['case', ['in', ['get', 'actor'], ['literal', partlyOff]], 0, opacity];
}

/** Conditions for marks whose days overlap the window; without a window none. */
export function windowFilter({ window }: Pick<OverlayLayer, 'window'>): unknown[] {
	if (!window) return [];
	return [
		['has', 'from'],
		['<=', ['get', 'from'], window.to],
		['>=', ['get', 'to'], window.from]
	];
}
