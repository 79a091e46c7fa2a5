/**
 * The basemap of the still picture, as one SVG file for all pages. It names no colours but custom properties, so that it
 * takes those of the page that includes it by `<use>`.
 */
import { bboxClip, simplify, union } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry, LineString, MultiLineString } from 'geojson';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Box } from '../box';
import type { Ground } from '../style/ground';
import { basemapBox, homeBox } from '../limits';
import { geometryOnMap } from '../onMap';
import { graticule } from '../style/graticule';
import { frameRatio, inFrame } from './frame';

/** Width of the drawing in units so fine that coordinates rounded to whole units look exact. */
export const groundWidth = 2000;
export const groundHeight = Math.round(groundWidth / frameRatio);
const across = homeBox[2] - homeBox[0];
/** Degrees that are drawn: more than the first view, for windows of other proportions, and less than the map has. */
const reach = reachOf(homeBox, basemapBox);
/** Degrees by which a simplified line may be off: about two pixels on a large screen. */
const tolerance = across / 428;
/** Degrees that a lake has to be long. */
const leastLake = across / 27.4;
/** The page may set `--map-dashes: none`: solid lines are drawn much faster. */
const dashes = ' stroke-dasharray="var(--map-dashes, 4 3)"';

/**
 * @param ground null where there is no basemap: lines of latitude and longitude stand for it
 * @param shapes rings, regions, lines and circles of uncertainty of the sites
 */
export function groundPicture(ground: Ground | null, shapes: FeatureCollection): string {
	const layers = [...groundParts(ground), ...shapeParts(shapes)];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${groundWidth} ${groundHeight}"><g id="ground">${layers.join('')}</g></svg>\n`;
}

/** The ground alone, as SVG paths in units of the drawing, each layer by itself. */
export const groundParts = (ground: Ground | null): string[] => (ground ? groundPaths(ground) : plainPaths());

/** Rings, regions, lines and circles of uncertainty, as the ground is drawn. */
export const shapeParts = (shapes: FeatureCollection): string[] => [
	path(shapes.features.filter(isArea), 'fill="var(--map-ink)" fill-opacity="0.05"'),
	path(shapes.features, line('ink', 1, ` stroke-opacity="0.55"${dashes}`))
];

const isArea = ({ geometry }: Feature) => geometry.type.endsWith('Polygon');
const line = (colour: string, width: number, more = '') =>
	`fill="none" stroke="var(--map-${colour})" stroke-width="${width}" stroke-linejoin="round"${more}`;

const plainPaths = (): string[] => [
	'<path fill="var(--map-land)" d="M-9e3-9e3h2e4v2e4h-2e4z"/>',
	path(graticule.features, line('border', 0.6, ' stroke-opacity="0.5"'))
];

function groundPaths(ground: Ground): string[] {
	const isHome = ({ properties }: Feature) => properties?.home === true;
	const { features: land } = ground.land;
	const isDisputed = ({ properties }: Feature) => properties?.disputed === true;
	const large = ground.water.features.filter(({ geometry }) => sizeOf(geometry) > leastLake);
	const main = ground.rivers.features.filter(({ properties }) => properties?.rank <= 2);
	const { features: borders } = ground.borders;
	return [
		path(joined(land), 'fill="var(--map-land)"'),
		path(land.filter(isHome), 'fill="var(--map-home)" stroke="var(--map-coast)" stroke-width="0.8"'),
		path(large, 'fill="var(--map-water)"'),
		path(main, line('river', 0.9)),
		path(ground.governorates.features, line('governorate', 0.8)),
		path(
			borders.filter((each) => !isDisputed(each)),
			line('border', 1.1)
		),
		path(borders.filter(isDisputed), line('border', 1.1, dashes))
	];
}

/** Countries as one area: if each was simplified alone, there would be gaps between them. */
function joined(land: readonly Feature[]): readonly Feature[] {
	if (land.length < 2) return land;
	const areas = land as Feature<Polygon | MultiPolygon>[];
	return [union({ type: 'FeatureCollection', features: areas })!];
}

/** An SVG path whose lines keep their width however large the picture is. */
function path(features: readonly Feature[], attributes: string): string {
	const data = features.map(({ geometry }) => linesOf(geometry)).join('');
	return data ? `<path vector-effect="non-scaling-stroke" ${attributes} d="${data}"/>` : '';
}

/** The first view and almost its size about it, as far as the basemap goes. */
function reachOf([west, south, east, north]: Box, most: Box): Box {
	const [wide, high] = [0.9 * (east - west), 0.7 * (north - south)];
	return [
		Math.max(most[0], west - wide),
		Math.max(most[1], south - high),
		Math.min(most[2], east + wide),
		Math.min(most[3], north + high)
	];
}

type Drawn = LineString | MultiLineString | Polygon | MultiPolygon;

function linesOf(geometry: Geometry): string {
	if (geometry.type === 'GeometryCollection') return geometry.geometries.map(linesOf).join('');
	if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return '';
	const clipped = bboxClip<Drawn, Record<string, never>>(geometryOnMap(geometry), reach).geometry;
	const isClosed = geometry.type.endsWith('Polygon');
	return pointLists(clipped.coordinates)
		.map((points) => simpler(points))
		.map((points) => lineOf(points, isClosed))
		.join('');
}

/** The lists of positions in coordinates of any geometry. */
function pointLists(coordinates: unknown[]): Position[][] {
	const [first] = coordinates;
	if (!Array.isArray(first)) return [];
	if (typeof first[0] === 'number') return [coordinates as Position[]];
	return coordinates.flatMap((part) => pointLists(part as unknown[]));
}

/** Simplified by the Douglas-Peucker algorithm. */
function simpler(points: Position[]): Position[] {
	if (points.length < 3) return points;
	return simplify({ type: 'LineString', coordinates: points }, { tolerance, highQuality: true }).coordinates;
}

/** Path data in whole units, each point relative to the one before, which takes the fewest characters. */
function lineOf(points: readonly Position[], isClosed: boolean): string {
	let before: [number, number] | null = null;
	let text = '';
	for (const point of points) {
		const [x, y] = inFrame(point);
		const at: [number, number] = [Math.round(x * groundWidth), Math.round(y * groundHeight)];
		if (!before) text = `M${at[0]} ${at[1]}l`;
		else if (at[0] === before[0] && at[1] === before[1]) continue;
		else text += `${at[0] - before[0]} ${at[1] - before[1]} `;
		before = at;
	}
	text = text.trimEnd().replaceAll(' -', '-');
	return /l$/.test(text) ? '' : isClosed ? `${text}z` : text;
}

/** The larger side of a geometry, in degrees. */
function sizeOf(geometry: Geometry): number {
	if (geometry.type === 'GeometryCollection') return 0;
	const points = geometry.type === 'Point' ? [geometry.coordinates] : pointLists(geometry.coordinates).flat();
	const side = (axis: number) => {
		const values = points.map((point) => point[axis]!);
		return Math.max(...values) - Math.min(...values);
	};
	return Math.max(side(0), side(1));
}
