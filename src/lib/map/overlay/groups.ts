/** The rows of an overlay in groups that are coloured and turned off together, and lie above each other in this order. */
import type { OverlayLayer } from './overlay';

/**
 * So many values are coloured. Lines and areas of each are layers of their own, where turning one off changes one opacity,
 * which the next frame has. Since every layer costs a little in every tile, all other values share one, where turning one
 * off lays the tiles out anew.
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

/** The codes that are coloured, in their order; all others are grey. */
export const colouredCodes = (colours: OverlayLayer['colours']): { code: number; colour: string }[] =>
	colours.flatMap((colour, code) => (colour ? [{ code, colour }] : [])).slice(0, mostGroups);

/** The groups of an overlay, the lowest first: one of all other values, then one for each of the first that have a colour. */
export function groupsOf({ colours, off }: Pick<OverlayLayer, 'colours' | 'off'>): Group[] {
	const single = colouredCodes(colours);
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

/** The state of a feature that is outside its overlay's window (`outOfWindow.ts`). */
export const outState = 'out';

/** An opacity as an expression that is 0 for rows outside the window, and for those turned off that share a group. */
export function groupOpacity({ partlyOff }: Group, opacity: number): unknown[] {
	const isOut = ['boolean', ['feature-state', outState], false];
	const isHidden =
		partlyOff.length === 0 ? isOut : ['any', isOut, ['in', ['get', 'actor'], ['literal', partlyOff]]];
	return ['case', isHidden, 0, opacity];
}

/**
 * A colour of a group, or none where all of it is turned off. The opacity differs from feature to feature, and another one
 * would have tiles laid out anew; a colour of all is the next frame's.
 */
export const groupColour = ({ isOff }: Group, colour: string): string =>
	isOff ? 'rgba(0, 0, 0, 0)' : colour;
