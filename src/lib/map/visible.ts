/** What the filters leave of each site. Pure: the drawing, the links over the map and the hit test all ask here. */
import { contains, type Box } from './box';
import type { MapSite } from './data';

export interface ActorFilter {
	/** Ids of the actors that are turned on. */
	visibleActors: ReadonlySet<string>;
	/** By site, the actors that all other filters leave; a site that is missing is hidden. Without it none is. */
	actorsBySite?: ReadonlyMap<string, ReadonlySet<string>>;
}

const none: readonly string[] = [];

/** The visible actors of a site, in the site's own order. A site without any is not on the map. */
export function visibleActorsAt(
	{ id, actors }: Pick<MapSite, 'id' | 'actors'>,
	{ visibleActors, actorsBySite }: ActorFilter
): readonly string[] {
	const left = actorsBySite?.get(id);
	if (actorsBySite && !left) return none;
	return actors.filter((actor) => visibleActors.has(actor) && (left?.has(actor) ?? true));
}

/** The actors of each site that is on the map, by its id. */
export function actorsOnMap<Actor extends { id: string }>(
	sites: readonly Pick<MapSite, 'id' | 'actors'>[],
	actors: readonly Actor[],
	filter: ActorFilter
): ReadonlyMap<string, Actor[]> {
	const byId = new Map(actors.map((actor) => [actor.id, actor]));
	return new Map(
		sites.flatMap((site) => {
			const ids = visibleActorsAt(site, filter);
			return ids.length > 0 ? [[site.id, ids.flatMap((id) => byId.get(id) ?? [])] as const] : [];
		})
	);
}

/**
 * The sites that get a link over the map, in their order: all of a few; of many only those in the box, at most `most`,
 * those that stand alone before those in a cluster.
 */
export function linked<Site extends Pick<MapSite, 'id' | 'position'>>(
	sites: Site[],
	box: Box | null,
	clustered: (site: string) => boolean,
	most: number
): Site[] {
	if (sites.length <= most) return sites;
	const inside = box ? sites.filter(({ position }) => contains(box, position)) : [];
	if (inside.length <= most) return inside;
	const alone = inside.filter(({ id }) => !clustered(id));
	if (alone.length >= most) return alone.slice(0, most);
	const room = new Set(inside.filter(({ id }) => clustered(id)).slice(0, most - alone.length));
	return inside.filter((site) => room.has(site) || !clustered(site.id));
}
