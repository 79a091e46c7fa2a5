/** What a cluster's image shows: how many of its sites are visible, and the shares of the actors among them. Pure. */

/** A cluster's image is named after its members, so that it can be drawn again whatever the reader filters. */
const prefix = 'cluster|';

/** The image id of a cluster, as a style expression over the members that the source gathers. */
export const clusterImage = ['concat', prefix, ['get', 'members']];

/**
 * `clusterProperties` of the source: the numbers of all members, joined by spaces, and their ids, by which a cluster is
 * told from all others and from sites, so that it may have a feature state.
 */
export const clusterMembers = {
	site: [
		['concat', ['accumulated'], ' ', ['get', 'site']],
		['get', 'site']
	],
	members: [
		['concat', ['accumulated'], ' ', ['get', 'members']],
		['to-string', ['get', 'number']]
	]
};

/** The numbers of the members, from the property that the source gathers. */
export function membersIn(gathered: string): number[] {
	return gathered.split(' ').filter(Boolean).map(Number);
}

/** The members that an image id names, or null when it isn't a cluster's. */
export function membersOf(image: string): number[] | null {
	return image.startsWith(prefix) ? membersIn(image.slice(prefix.length)) : null;
}

export interface Shares {
	/** How many of the cluster's sites have a visible actor. */
	sites: number;
	/** The part of the ring of each visible actor, in the order given; they add up to 1. */
	parts: { actor: string; share: number }[];
}

/**
 * Shares of the visible actors in a cluster. Each site counts once and is split evenly among its visible actors, so a
 * site with many actors takes no more of the ring than a site with one.
 * @param members the visible actors of each member; a member without any doesn't count
 * @param order all actors, in the order of the ring
 */
export function shares(members: readonly (readonly string[])[], order: readonly string[]): Shares {
	const weights = new Map(order.map((actor) => [actor, 0]));
	let sites = 0;
	for (const actors of members) {
		if (actors.length > 0) sites++;
		for (const actor of actors) weights.set(actor, (weights.get(actor) ?? 0) + 1 / actors.length);
	}
	const parts = [...weights]
		.filter(([, weight]) => weight > 0)
		.map(([actor, weight]) => ({ actor, share: weight / sites }));
	return { sites, parts };
}
