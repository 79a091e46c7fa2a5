/** The measuring tool's drawing: a line between two ends and a circle of some radius. Pure. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { continuous, cutLine, goesBeyond } from '../base/antimeridian';
import { circleAbout, greatCircle } from '../base/sphere';
import { geometryOnMap, onMap } from './onMap';

export interface MapPoint {
	longitude: number;
	latitude: number;
}

/** An end of a measured line: a site, or any point. */
export type MeasureEnd = { site: string } | MapPoint;

/** `to` is null while the reader still looks for the second end. */
export interface Measured {
	from: MeasureEnd;
	to: MeasureEnd | null;
}

export interface MeasureCircle extends MapPoint {
	radius_km: number;
}

/**
 * What to draw, as features with `part`: `line`, `end` or `circle`. The line is a great circle, the
 * shortest way over the globe, along which distances are measured.
 * @param positionOf where a site's mark is; an end whose site is unknown isn't drawn, nor the line to it
 */
export function measureFeatures(
	measured: Measured | null,
	circle: MeasureCircle | null,
	positionOf: (site: string) => [number, number] | undefined
): FeatureCollection {
	const at = (end: MeasureEnd): [number, number] | undefined =>
		'site' in end ? positionOf(end.site) : onMap([end.longitude, end.latitude]);
	const ends = [measured?.from, measured?.to].flatMap((end) => {
		const position = end && at(end);
		return position ? [position] : [];
	});
	const features: Feature[] = [];
	if (circle && circle.radius_km > 0)
		features.push({
			type: 'Feature',
			geometry: geometryOnMap({
				type: 'Polygon',
				coordinates: [circleAbout(onMap([circle.longitude, circle.latitude]), circle.radius_km, 96)]
			}),
			properties: { part: 'circle' }
		});
	const [from, to] = ends;
	if (from && to && (from[0] !== to[0] || from[1] !== to[1]))
		features.push({
			type: 'Feature',
			geometry: geometryOnMap(wayBetween(from, to)),
			properties: { part: 'line' }
		});
	// The one position that somebody went to, or the first end of a line, is to be found at a glance.
	const part = ends.length === 1 && !circle ? { part: 'end', alone: true } : { part: 'end' };
	for (const coordinates of ends)
		features.push({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: part });
	return { type: 'FeatureCollection', features };
}

function wayBetween(from: [number, number], to: [number, number]): Geometry {
	const way = continuous(greatCircle(from, to, 48));
	return goesBeyond(way)
		? { type: 'MultiLineString', coordinates: cutLine(way) }
		: { type: 'LineString', coordinates: way };
}
