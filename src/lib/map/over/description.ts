/** The map in words, for readers who do not see it: what is on it now, and what a change of the filters did. Pure. */
import { counted, list, m, named, number } from '$lib/words';
import { placeKindName } from '$lib/words/kinds';
import type { MapActor, MapSite } from '../data';
import type { OverlayLayer } from '../overlay/overlay';

/** So many sites are named; the others are only counted, since the table lists them all. */
export const mostDescribed = 8;

/**
 * “14 sites shown, 3 contested. Russian naval facility, Tartus: Russia, Iran, Israel. … And 6 more; the table has all
 * of them.” Those that most actors share come first.
 * @param actorsOnMap the actors of each site that is on the map
 */
export function describeMap(
	sites: readonly MapSite[],
	actorsOnMap: ReadonlyMap<string, readonly Pick<MapActor, 'name'>[]>
): string {
	const actorsOf = ({ id }: MapSite) => actorsOnMap.get(id) ?? [];
	const onMap = sites
		.filter((site) => actorsOf(site).length > 0)
		.sort((a, b) => actorsOf(b).length - actorsOf(a).length);
	const contested = number(onMap.filter(({ disputed }) => disputed).length);
	const others = onMap.length - mostDescribed;
	return [
		m.map_described({ ...counted(onMap.length), contested }),
		...onMap.slice(0, mostDescribed).map((site) =>
			m.map_described_site({
				site: nameOf(site),
				actors: list(actorsOf(site).map(({ name }) => named(name)))
			})
		),
		...(others > 0 ? [m.map_described_more({ n: number(others) })] : [])
	].join(' ');
}

/** The name of a site where no more than that is said of it. */
export const nameOf = ({ name, draft }: Pick<MapSite, 'name' | 'draft'>): string =>
	draft ? m.draft_named({ name: named(name) }) : named(name);

/** What kind of site it is, and what has to be said of it besides. */
export function describeKind({
	kind,
	hollow,
	disputed,
	draft
}: Pick<MapSite, 'kind' | 'hollow' | 'disputed' | 'draft'>): string[] {
	return [
		placeKindName(kind),
		...(hollow ? [m.map_rough()] : []),
		...(disputed ? [m.contested()] : []),
		...(draft ? [m.draft()] : [])
	];
}

/** “12 of 26 sites shown”. */
export function describeChange(shown: number, all: number): string {
	return m.map_shown({ ...counted(all), shown: number(shown) });
}

/** So many rows of an overlay, whose name, as the map has it, may be in any language. */
export const describeRows = (count: number, layer: string): string =>
	m.map_spot_rows({ ...counted(count), name: `\u2068${layer}\u2069` });

/** How many rows of overlays are on the map, for they have no links; nothing without any. */
export function describeOverlays(overlays: readonly Pick<OverlayLayer, 'rows' | 'isPublished'>[]): string[] {
	const rowsOf = (isPublished: boolean) =>
		overlays.reduce((sum, layer) => sum + (Boolean(layer.isPublished) === isPublished ? layer.rows : 0), 0);
	const [published, rows] = [rowsOf(true), rowsOf(false)];
	return [
		...(published > 0 ? [m.own_tiles_described(counted(published))] : []),
		...(rows > 0 ? [m.own_map_described(counted(rows))] : [])
	];
}
