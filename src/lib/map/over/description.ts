/** The map in words, for readers who do not see it: what is on it now, and what a change of the filters did. Pure. */
import { counted, list, m, named, number } from '$lib/words';
import type { MapSite } from '../data';
import type { OverlayLayer } from '../overlay/overlay';

/** Of more sites than this the others are only counted: who wants them all has the table. */
export const mostDescribed = 8;

/**
 * “14 sites shown, 3 contested. Russian naval facility, Tartus: Russia, Iran, Israel. … And 6 more; the table has all
 * of them.” Those that most actors share come first.
 * @param present the actors of each site that is on the map, as ids; a site that is missing is not on it
 */
export function describeMap(
	sites: readonly MapSite[],
	present: ReadonlyMap<string, readonly string[]>,
	nameOf: (actor: string) => string
): string {
	const actorsOf = ({ id }: MapSite) => present.get(id) ?? [];
	const shown = sites
		.filter((site) => actorsOf(site).length > 0)
		.sort((a, b) => actorsOf(b).length - actorsOf(a).length);
	const contested = number(shown.filter(({ disputed }) => disputed).length);
	const rest = shown.length - mostDescribed;
	return [
		m.map_described({ ...counted(shown.length), contested }),
		...shown
			.slice(0, mostDescribed)
			.map((site) =>
				m.map_described_site({ site: named(site.name), actors: list(actorsOf(site).map(nameOf)) })
			),
		...(rest > 0 ? [m.map_described_more({ n: number(rest) })] : [])
	].join(' ');
}

/** “12 of 26 sites shown”. */
export function describeChange(shown: number, all: number): string {
	return m.map_shown({ ...counted(all), shown: number(shown) });
}

/** How much of a reader's own data is on the map; nothing where there is none. Its marks have no links: the table does. */
export function describeOverlays(overlays: readonly Pick<OverlayLayer, 'rows' | 'isPublished'>[]): string[] {
	const rowsOf = (isPublished: boolean) =>
		overlays.reduce((sum, layer) => sum + (Boolean(layer.isPublished) === isPublished ? layer.rows : 0), 0);
	const [published, rows] = [rowsOf(true), rowsOf(false)];
	return [
		...(published > 0 ? [m.own_tiles_described(counted(published))] : []),
		...(rows > 0 ? [m.own_map_described(counted(rows))] : [])
	];
}
