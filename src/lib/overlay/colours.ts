/** The colours by which the values of a column are told apart on the map. Pure. */
import { distance, hexOf, linearOf, oklabOf } from '../base/colours';

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

/** A colour of ours is not given beside one that is nearer than this, in OKLab. */
const tooNear = 0.1;

/**
 * The colour of each value, by code: that of the actor that it names, else the one that the file writes for it where that
 * is a colour, else one of ours for those with the most rows, but none that is much like an actor's. All others have none
 * and are grey.
 * @param values the values with their rows, most first; code 0 is that of rows without a value
 * @param written by code, what the file writes as the colour of a value
 * @param actorColour `#rrggbb` of the actor that a value names, or undefined
 */
export function coloursOf(
	values: readonly { code: number; value: string; count: number }[],
	written: readonly (string | null)[],
	actorColour: (value: string) => string | undefined = () => undefined
): (string | undefined)[] {
	const colours = written.map((text) => hexOf(text ?? '') ?? undefined);
	const taken: number[][] = [];
	for (const { code, value } of values) {
		const colour = code === 0 ? undefined : actorColour(value);
		if (!colour) continue;
		colours[code] = colour;
		taken.push(inOklab(colour));
	}
	const free = palette.filter((colour) =>
		taken.every((other) => distance(inOklab(colour), other) >= tooNear)
	);
	const bare = values.filter(({ code }) => code !== 0 && colours[code] === undefined);
	bare.slice(0, free.length).forEach(({ code }, rank) => (colours[code] = free[rank]));
	return colours;
}

const inOklab = (hex: string) => oklabOf(linearOf(hex));
