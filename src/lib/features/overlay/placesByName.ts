/** What this site knows of places by their names: its sites, and its gazetteer, which a worker reads. */
import type { FeatureCollection, Geometry } from 'geojson';
import { asset } from '$app/paths';
import { trustOwnScripts } from '$lib/base/trusted';
import { askOnce } from '$lib/base/worker';
import type { NamedPlace } from '$lib/draft/placesByName';
import type { NamesRequest } from '$lib/draft/placesByName.worker';
import type { SiteProperties } from '$lib/export/formats/siteProperties';

/** The place of each name, or null. @param onprogress how much of the gazetteer is here, 0 to 1 */
export function lookedUp(
	request: NamesRequest,
	signal: AbortSignal,
	onprogress: (share: number) => void
): Promise<(NamedPlace | null)[]> {
	trustOwnScripts();
	return askOnce<NamesRequest, (NamedPlace | null)[], number>(
		() => new Worker(new URL('../../draft/placesByName.worker.ts', import.meta.url), { type: 'module' }),
		request,
		{ signal, onprogress }
	);
}

/** The sites of this map, with all of their names. */
export async function sitesHere(signal: AbortSignal): Promise<NamesRequest['own']> {
	const response = await fetch(asset('/data/sites.geojson'), { signal });
	if (!response.ok) throw new Error(`${response.status}`);
	const { features } = (await response.json()) as FeatureCollection<Geometry | null, SiteProperties>;
	return features.map(({ geometry, properties }) => ({
		id: properties.site,
		name: properties.name,
		names: [
			properties.name,
			...properties.aliases,
			...Object.entries(properties).flatMap(([key, text]) =>
				key.startsWith('name_') && typeof text === 'string' ? [text] : []
			)
		],
		position: geometry && middleOf(geometry),
		radius_km: properties.radius_km
	}));
}

/** The middle of the box about a geometry. */
function middleOf(geometry: Geometry): [number, number] | null {
	if (!('coordinates' in geometry)) return null;
	const flat = geometry.coordinates.flat(4) as number[];
	const middle = (numbers: number[]) => (Math.min(...numbers) + Math.max(...numbers)) / 2;
	const every = (odd: number) => flat.filter((_, at) => at % 2 === odd);
	return [middle(every(0)), middle(every(1))];
}
