/** Moving from site to site by keyboard: Tab in reading order, arrow keys to the nearest. */

export interface Placed {
	id: string;
	x: number;
	y: number;
}

const directions: Record<string, [x: number, y: number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/**
 * The nearest site in the direction of an arrow key, or null. What lies off the axis counts double, and what lies
 * nearer to another direction than to this one doesn't count.
 */
export function nearestInDirection(key: string, from: Placed, sites: readonly Placed[]): Placed | null {
	const direction = directions[key];
	if (!direction) return null;
	let best: Placed | null = null;
	let least = Infinity;
	for (const site of sites) {
		if (site.id === from.id) continue;
		const [x, y] = [site.x - from.x, site.y - from.y];
		const along = x * direction[0] + y * direction[1];
		const across = Math.abs(x * direction[1]) + Math.abs(y * direction[0]);
		if (along <= 0 || across > along) continue;
		const cost = along + 2 * across;
		if (cost < least) [best, least] = [site, cost];
	}
	return best;
}

/** So many rows are made of all sites: few enough that each is read along, as a line of text. */
const rows = 8;

/**
 * Sites as a page is read: row after row from north to south, and in each from the side where lines begin.
 * Positions are [longitude, latitude] in degrees; rows are equally high between the northernmost and southernmost.
 */
export function inReadingOrder<Site extends { position: readonly number[] }>(
	sites: readonly Site[],
	rightToLeft: boolean
): Site[] {
	const latitudes = sites.map(({ position }) => position[1]!);
	const [north, south] = [Math.max(...latitudes), Math.min(...latitudes)];
	const row = ({ position }: Site) =>
		north === south ? 0 : Math.min(rows - 1, Math.floor(((north - position[1]!) / (north - south)) * rows));
	const along = (a: Site, b: Site) => (a.position[0]! - b.position[0]!) * (rightToLeft ? -1 : 1);
	return sites.toSorted((a, b) => row(a) - row(b) || along(a, b) || b.position[1]! - a.position[1]!);
}
