/** Geometries and collections of GeoJSON (RFC 7946), as several files have them. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { cutRing } from '../base/antimeridian';
import { circleAbout } from '../base/sphere';
import type { Position } from '../geodata/schema';
import type { SiteView } from '../geodata/views';

const circleCorners = 96;

/** A site's geometry for other programs: a point as a point, a ring as the polygon that the place is inside. */
export function exportGeometry(
	site: Pick<SiteView, 'drawn' | 'geometry' | 'precision'>
): SiteView['geometry'] {
	return site.drawn === 'point' ? site.geometry : drawnGeometry(site);
}

/** A site's geometry as it is drawn: a ring or the uncertainty of a point as a circle of its radius. */
export function drawnGeometry(site: Pick<SiteView, 'geometry' | 'precision'>): SiteView['geometry'] {
	if (site.geometry.type !== 'Point' || site.precision.radius_km === null) return site.geometry;
	const ring = circleAbout(site.geometry.coordinates, site.precision.radius_km, circleCorners).map(
		(position) => position.map((degrees) => Number(degrees.toFixed(5))) as Position
	);
	const parts = cutRing(ring) as Position[][];
	return parts.length > 1
		? { type: 'MultiPolygon', coordinates: parts.map((part) => [part]) }
		: { type: 'Polygon', coordinates: [ring] };
}

export function collection<G extends Geometry | null, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
	return { type: 'FeatureCollection', features };
}
