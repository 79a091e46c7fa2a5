/** Moving from site to site by keyboard: Tab in reading order, arrow keys to the nearest. */

interface Placed {
	id: string;
	x: number;
	y: number;
}

/** Screen axes: x grows to the right, y down. */
const directions: Record<string, [x: number, y: number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/**
 * The nearest site in the direction of an arrow key, or null. Pixels across the direction count double; a site more than
 * 45 degrees off the direction doesn't count.
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

/** Few enough rows that each holds several sites, as a line of text holds words. */
const rows = 8;

/**
 * Sites as a page is read: row after row from north to south, each row from the side where lines begin.
 * Positions are [longitude, latitude] in degrees; all rows span the same number of degrees.
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
