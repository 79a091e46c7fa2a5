/** Where the chips of a site stand: each actor has a slot of its own, so that no order of drawing hides one. */

/** Distance between the middles of two chips side by side, in pixels at `icon-size` 1. */
export const slotPitch = 24;

/** More actors at one site than this share the last slots; the records know fifteen actors in all. */
export const mostSlots = 16;

/** Compact rows, the longer ones first: 1, 2, 2+1, 2+2, 3+2, 3+3, 4+3, 4+4 and on in rows of four. */
function rows(count: number): number[] {
	if (count <= 2) return [count];
	const width = count <= 4 ? 2 : count <= 6 ? 3 : 4;
	const lines = Math.ceil(count / width);
	return Array.from({ length: lines }, (_, line) => Math.min(width, count - line * width));
}

/** The middle of each slot, in pixels from the site's position, for a site of so many actors. */
export function slots(count: number): [x: number, y: number][] {
	const lines = rows(count);
	return lines.flatMap((width, line) =>
		Array.from({ length: width }, (_, column): [number, number] => [
			(column - (width - 1) / 2) * slotPitch,
			(line - (lines.length - 1) / 2) * slotPitch
		])
	);
}

/** Half the width and height that the chips of a site take, in pixels from its position. */
export function reach(count: number): { x: number; y: number } {
	const all = slots(count);
	const half = slotPitch / 2;
	return {
		x: Math.max(...all.map(([x]) => Math.abs(x))) + half,
		y: Math.max(...all.map(([, y]) => Math.abs(y))) + half
	};
}
