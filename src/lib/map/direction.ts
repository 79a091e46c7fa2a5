/** Moving from site to site by arrow keys. */

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
