/** What a cluster says: how many of its sites are shown, and the shares of the actors among them. */

/** A cluster's image is named after what it draws, so equal clusters share one picture. */
const prefix = 'cluster|';

/** The image id of a cluster, as a style expression over the counts that the source gathers. */
export function clusterImage(setCount: number): ['concat', ...unknown[]] {
	const counts = Array.from({ length: setCount }, (_, set) => [['to-string', ['get', countName(set)]], ',']);
	return ['concat', prefix, ...counts.flat()];
}

/** Name of the property in which a cluster counts its members with one set of actors. */
export function countName(set: number): string {
	return `set${set}`;
}

/** `clusterProperties` of the source: for each set of actors, how many members have it. */
export function clusterCounts(setCount: number): Record<string, unknown> {
	return Object.fromEntries(
		Array.from({ length: setCount }, (_, set) => [
			countName(set),
			['+', ['case', ['==', ['get', 'set'], set], 1, 0]]
		])
	);
}

/** The counts that an image id names, or null when it isn't a cluster's. */
export function countsOf(image: string): number[] | null {
	if (!image.startsWith(prefix)) return null;
	return image.slice(prefix.length).split(',').filter(Boolean).map(Number);
}

export interface Shares {
	/** How many of the cluster's sites have an actor that is shown. */
	sites: number;
	/** The part of the ring of each shown actor, in the order given; they add up to 1. */
	parts: { actor: string; share: number }[];
}

/**
 * Shares of the shown actors in a cluster. Each site counts once and is split evenly among its shown actors, so a
 * site with many actors takes no more of the ring than a site with one.
 * @param counts how many members have each set
 * @param sets the sets of actors
 * @param shown the actors that are shown, in the order of the ring
 */
export function shares(
	counts: readonly number[],
	sets: readonly string[][],
	shown: readonly string[]
): Shares {
	const weights = new Map(shown.map((actor) => [actor, 0]));
	let sites = 0;
	counts.forEach((count, set) => {
		const visible = sets[set]?.filter((actor) => weights.has(actor)) ?? [];
		if (visible.length === 0) return;
		sites += count;
		for (const actor of visible) weights.set(actor, weights.get(actor)! + count / visible.length);
	});
	const parts = [...weights]
		.filter(([, weight]) => weight > 0)
		.map(([actor, weight]) => ({ actor, share: weight / sites }));
	return { sites, parts };
}
