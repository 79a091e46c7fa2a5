/**
 * The shapes that say what kind of place a mark stands for, as SVG path data in a box of 24 by 24. The map, the
 * legend and the panels draw from this one table. `letter` is the middle of the room for the actor's letter.
 */
import type { Sign } from '$lib/geodata/vocabulary';

export interface SignShape {
	path: string;
	letter: [x: number, y: number];
}

/** Side of the box that the paths are drawn in. */
export const signBox = 24;

export const signs: Record<Sign, SignShape> = {
	// A delta, nose up.
	'air-base': {
		path: 'M12 1.2c.5 0 1 .25 1.3.65l8.6 10.9c.3.4.45.85.45 1.3v6.1c0 1.1-.9 2-2 2H3.65c-1.1 0-2-.9-2-2v-6.1c0-.45.15-.9.45-1.3l8.6-10.9c.3-.4.8-.65 1.3-.65z',
		letter: [12, 14.2]
	},
	airport: { path: 'M12 1.6a10.4 10.4 0 1 1 0 20.8a10.4 10.4 0 1 1 0-20.8z', letter: [12, 12] },
	// A hull.
	harbour: {
		path: 'M3.2 3.2h17.6c1.1 0 2 .9 2 2v4.1c0 7-4.8 12.4-10.8 13.2C6 21.7 1.2 16.3 1.2 9.3V5.2c0-1.1.9-2 2-2z',
		letter: [12, 11.2]
	},
	garrison: {
		path: 'M4.3 2.2h15.4c1.15 0 2.1.95 2.1 2.1v15.4c0 1.15-.95 2.1-2.1 2.1H4.3c-1.15 0-2.1-.95-2.1-2.1V4.3c0-1.15.95-2.1 2.1-2.1z',
		letter: [12, 12]
	},
	// A drum, as a hexagon.
	store: {
		path: 'M10.9 1.2c.7-.4 1.5-.4 2.2 0l7.5 4.3c.7.4 1.1 1.1 1.1 1.9v9.2c0 .8-.4 1.5-1.1 1.9l-7.5 4.3c-.7.4-1.5.4-2.2 0l-7.5-4.3c-.7-.4-1.1-1.1-1.1-1.9V7.4c0-.8.4-1.5 1.1-1.9z',
		letter: [12, 12]
	},
	// A flag on its staff, the sign of a headquarters on military maps.
	headquarters: {
		path: 'M2.9 1.3h18.2c1 0 1.8.8 1.8 1.8v11.8c0 1-.8 1.8-1.8 1.8H5.7v4.7c0 .75-.6 1.35-1.35 1.35h-1.9c-.75 0-1.35-.6-1.35-1.35V3.1c0-1 .8-1.8 1.8-1.8z',
		letter: [12.6, 9]
	},
	event: {
		path: 'M10.5.9c.85-.8 2.15-.8 3 0l9.6 9.6c.8.85.8 2.15 0 3l-9.6 9.6c-.85.8-2.15.8-3 0L.9 13.5c-.8-.85-.8-2.15 0-3z',
		letter: [12, 12]
	},
	area: {
		path: 'M7.5 3.9h9a8.1 8.1 0 1 1 0 16.2h-9a8.1 8.1 0 1 1 0-16.2z',
		letter: [12, 12]
	},
	line: {
		path: 'M6.9 4.2h14.6c1.3 0 2.2 1.2 1.85 2.45l-3.3 11.7c-.25.85-1 1.45-1.9 1.45H2.5c-1.3 0-2.2-1.2-1.85-2.45L3.95 5.65c.35-.85 1.6-1.45 2.95-1.45z',
		letter: [12, 12]
	}
};
