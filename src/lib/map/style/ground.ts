/** The offline basemap's lines and areas, as the files of `geodata/basemap` have them. */
import type { Feature, FeatureCollection } from 'geojson';
import borders from '../../../../geodata/basemap/borders.json';
import governorates from '../../../../geodata/basemap/governorates.json';
import land from '../../../../geodata/basemap/land.json';
import rivers from '../../../../geodata/basemap/rivers.json';
import water from '../../../../geodata/basemap/water.json';

type Part = 'land' | 'water' | 'rivers' | 'governorates' | 'borders';
export type Ground = Record<Part, FeatureCollection>;

export const ground = { borders, governorates, land, rivers, water } as Ground;

/** Beside the `part` of the ground that a feature is of: what the layers ask for, and whose those of other licences are. */
const kept = ['syria', 'disputed', 'source'];

/**
 * All of it in one file, for one source of the map: each source costs a picture of all tiles' outlines, twice a frame,
 * which the map draws to cut off what reaches over them.
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
