/** The map's own feed, as GeoJSON (RFC 7946): where each site has its mark, and what is drawn beneath the marks. */
import type { FeatureCollection, Geometry, Point } from 'geojson';
import { ownName } from '../geodata/names';
import type { ActorView, SiteView } from '../geodata/views';
import type { Sign } from '../geodata/vocabulary';
import { collection, drawnGeometry } from './geometry';

/** Properties of a mark on the map. Lists are joined by spaces, since a tile holds no arrays. */
export interface MarkProperties {
	site: string;
	name: string;
	/** In the other languages that it has one in. */
	[other: `name_${string}`]: string;
	kind: string;
	sign: Sign;
	/** True for a ring, region or line: its mark is hollow and stands beside it, not at it. */
	hollow: boolean;
	/** Whether its reports disagree, or one is disputed or unclear. */
	disputed: boolean;
	/** Whether only drafts report on it. */
	draft: boolean;
	/** Ids of the actors with a mark here, in drawing order, joined by spaces. */
	actors: string;
	reports: number;
}

/** Properties of what is drawn beneath the marks: rings, regions, lines and the uncertainty of points. */
export interface ShapeProperties {
	site: string;
	shape: 'ring' | 'region' | 'line' | 'uncertainty';
	actors: string;
	disputed: boolean;
}

/** One point feature for each site: where its mark stands. */
export function markFeatures(sites: SiteView[]): FeatureCollection<Point, MarkProperties> {
	return collection(
		sites.map((site) => ({
			type: 'Feature',
			id: site.id,
			geometry: { type: 'Point', coordinates: site.position },
			properties: {
				site: site.id,
				name: ownName(site.name),
				...Object.fromEntries(
					Object.entries(site.name)
						.slice(1)
						.map(([tag, name]) => [`name_${tag}`, name])
				),
				kind: site.kind,
				sign: site.sign,
				hollow: site.drawn !== 'point',
				disputed: site.contested,
				draft: site.draft,
				actors: actorIds(site),
				reports: site.reports.length
			}
		}))
	);
}

/** The ring, region or line of each site that is not a point, and the circle of uncertainty of each that is. */
export function shapeFeatures(sites: SiteView[]): FeatureCollection<Geometry, ShapeProperties> {
	return collection(
		sites
			.filter((site) => site.drawn !== 'point' || site.precision.radius_km !== null)
			.map((site) => ({
				type: 'Feature',
				geometry: drawnGeometry(site),
				properties: {
					site: site.id,
					shape: site.drawn === 'point' ? 'uncertainty' : site.drawn,
					actors: actorIds(site),
					disputed: site.disputed
				}
			}))
	);
}

function actorIds(site: { actors: ActorView[] }): string {
	return site.actors.map(({ id }) => id).join(' ');
}
