/**
 * Longitudes as the map of this data set has them, and back. Where the region lies across the antimeridian the map counts
 * on past 180; all data is moved so where it goes into the map, and back where something comes out. Elsewhere nothing
 * changes. Pure.
 */
import { region } from '$geodata/dataset.json';
import type { Geometry } from 'geojson';
import { isAcross, unwrapBox, unwrapGeometry, unwrapper, wrapLongitude } from '../base/antimeridian';
import type { Box } from './box';

const regionBox = region.box as Box;

/** Whether the map goes on past 180°, so that MapLibre draws the world a second time there. */
export const goesAround = isAcross(regionBox);
/** As far as the map reaches. */
export const boxOfRegion: Box = unwrapBox(regionBox);
const toMap = unwrapper(regionBox);
/** From where longitudes are counted: a turn from here is the whole world. */
const start = goesAround ? (regionBox[0] + regionBox[2]) / 2 : -180;
/** As far north and south as Web Mercator goes. */
export const world: Box = [start, -85, start + 360, 85];

export const onMap = ([longitude, latitude]: readonly [number, number]): [number, number] => [
	toMap(longitude),
	latitude
];

/** A box of data on the map; one that the cut of the map lies in is all around the world. */
export function boxOnMap(box: Box): Box {
	if (!goesAround) return box;
	const [west, south, east, north] = box;
	const moved: Box = [toMap(west), south, toMap(east), north];
	const isWhole = moved[2] < moved[0] || moved[2] - moved[0] < east - west;
	return isWhole ? [world[0], south, world[2], north] : moved;
}

export function geometryOnMap<G extends Geometry>(geometry: G): G {
	return goesAround ? unwrapGeometry(geometry, toMap) : geometry;
}

/** A longitude of the map as files and addresses have it. */
export const fromMap = wrapLongitude;
