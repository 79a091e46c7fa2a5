/** How large marks are at each zoom. */

/** Zoom, and the size there; between these it is interpolated. */
export const sizeStops: readonly (readonly [zoom: number, size: number])[] = [
	[5, 0.8],
	[6, 0.84],
	[9, 1]
];

/** From the middle of a cluster's image to its rim at size 1, in pixels. */
export const clusterReach = 23.5;

/** The size of marks at a zoom. */
export function sizeAt(zoom: number): number {
	const [first] = sizeStops;
	if (zoom <= first![0]) return first![1];
	for (const [at, [to, size]] of sizeStops.entries()) {
		const before = sizeStops[at - 1];
		if (before && zoom <= to) return before[1] + ((zoom - before[0]) / (to - before[0])) * (size - before[1]);
	}
	return sizeStops.at(-1)![1];
}
