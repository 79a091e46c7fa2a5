/** A reader's own data as groups of rows that are coloured and turned off together. */
import type { OverlayLayer } from './overlay';

/**
 * Values with layers of their own: turning one off changes one number that the next frame reads. Each layer costs a
 * little in each tile, so that values beyond share one, whose tiles are laid out anew instead.
 */
const mostGroups = 12;

/** Rows of a value without a colour of its own; in lists it is as grey (`lib/overlay/colours.ts`). */
export const restColour = '#8a8f98';

export interface Group {
	/** The code, or `rest`: ends the names of its layers. */
	name: string;
	colour: string;
	/** A filter on the codes of the group. */
	filter: unknown[];
	/** Whether all of it is turned off. */
	isOff: boolean;
	/** Codes of it that are turned off, where that is not all or nothing. */
	partlyOff: number[];
}

/** The groups of a layer: the first values that have a colour, then all others. */
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

/** An opacity that turned-off rows do not have. */
export function groupOpacity({ isOff, partlyOff }: Group, opacity: number): number | unknown[] {
	if (isOff) return 0;
	if (partlyOff.length === 0) return opacity;
	return ['case', ['in', ['get', 'actor'], ['literal', partlyOff]], 0, opacity];
}

/** A filter on marks whose span of days meets the window; without a window none. */
export function windowFilter({ window }: Pick<OverlayLayer, 'window'>): unknown[] {
	if (!window) return [];
	return [
		['has', 'from'],
		['<=', ['get', 'from'], window.to],
		['>=', ['get', 'to'], window.from]
	];
}
