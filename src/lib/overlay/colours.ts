/** The colours by which the values of a column are told apart on the map. Pure. */
import { hexOf } from '../base/colours';

/**
 * Ten of the colours of Okabe and Ito (Color Universal Design, 2008) and of Paul Tol's schemes bright, vibrant and muted
 * (SRON/EPS/TN/09-002, 2021): those ten that stay the farthest apart, from each other and from `grey`, for readers
 * without one of the three kinds of cones too, among those that are seen on light and on dark land. The first ones
 * differ most.
 */
export const palette = [
	'#0072b2',
	'#e69f00',
	'#cc3311',
	'#009e73',
	'#56b4e9',
	'#aa4499',
	'#117733',
	'#ee6677',
	'#999933',
	'#aa3377'
] as const;

/** Of the values that are left when the colours are used up, and of rows without a value. */
export const grey = '#8a8f98';

/**
 * The colour of each value, by code: the one that the file writes for it where that is a colour, else one of ours for
 * those with the most rows. All others have none and are grey.
 * @param values the values with their rows, most first; code 0 is that of rows without a value
 * @param written by code, what the file writes as the colour of a value
 */
export function coloursOf(
	values: readonly { code: number; count: number }[],
	written: readonly (string | null)[]
): (string | undefined)[] {
	const colours = written.map((text) => hexOf(text ?? '') ?? undefined);
	const bare = values.filter(({ code }) => code !== 0 && colours[code] === undefined);
	bare.slice(0, palette.length).forEach(({ code }, rank) => (colours[code] = palette[rank]));
	return colours;
}
