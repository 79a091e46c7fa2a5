/** The offline basemap's lines and areas, as the files of `basemap/` of the data set have them. */
import type { Feature, FeatureCollection } from 'geojson';
import { hasBasemap } from '../credits';
import { graticule } from './graticule';

type Part = 'land' | 'water' | 'rivers' | 'governorates' | 'borders';
export type Ground = Record<Part, FeatureCollection>;

const files = import.meta.glob<FeatureCollection>(
	'$geodata/basemap/{borders,governorates,land,rivers,water}.json',
	{ import: 'default', eager: true }
);
const none: FeatureCollection = { type: 'FeatureCollection', features: [] };
const partOf = (part: Part) =>
	Object.entries(files).find(([path]) => path.endsWith(`/${part}.json`))?.[1] ?? none;

export const ground: Ground = {
	borders: partOf('borders'),
	governorates: partOf('governorates'),
	land: partOf('land'),
	rivers: partOf('rivers'),
	water: partOf('water')
};

/** Properties that stay: what layers filter by, and the source of those that have a licence of their own. */
const kept = ['home', 'disputed', 'source'];

/**
 * All of it in one collection, each feature with the `part` of the ground that it is of; without a basemap lines of
 * latitude and longitude. One source of the map, since for each source MapLibre draws the outlines of all its tiles twice
 * a frame, to clip what reaches over them.
 */
export const groundFeatures = (): FeatureCollection =>
	!hasBasemap
		? graticule
		: {
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
			};
