/** The offline basemap's lines and areas, as the files of `geodata/basemap` have them. */
import type { Feature, FeatureCollection } from 'geojson';
import borders from '$geodata/basemap/borders.json';
import governorates from '$geodata/basemap/governorates.json';
import land from '$geodata/basemap/land.json';
import rivers from '$geodata/basemap/rivers.json';
import water from '$geodata/basemap/water.json';

type Part = 'land' | 'water' | 'rivers' | 'governorates' | 'borders';
export type Ground = Record<Part, FeatureCollection>;

export const ground = { borders, governorates, land, rivers, water } as Ground;

/** Properties that stay: what layers filter by, and the source of those that have a licence of their own. */
const kept = ['home', 'disputed', 'source'];

/**
 * All of it in one collection, each feature with the `part` of the ground that it is of. One source of the map, since for
 * each source MapLibre draws the outlines of all its tiles twice a frame, to clip what reaches over them.
 */
export const groundFeatures = (): FeatureCollection => ({
	type: 'FeatureCollection',
	features: Object.entries(ground).flatMap(([part, { features }]) =>
		features.map(({ geometry, properties }): Feature => ({
			type: 'Feature',
			geometry,
			properties: {
				part,
				...Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => kept.includes(name)))
			}
		}))
	)
});
