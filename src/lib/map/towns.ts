/** The names of towns on the offline basemap, for who searches for one. */
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import { recordsLanguage } from '$lib/words/locale';

type Properties = Record<string, unknown> | null;
const files = import.meta.glob<FeatureCollection<Geometry, Properties>>(
	'$geodata/basemap/{cities,near}.json',
	{ import: 'default', eager: true }
);

const isPoint = (feature: Feature<Geometry, Properties>): feature is Feature<Point, Properties> =>
	feature.geometry.type === 'Point';

/** Each with its names by language, where it is, and its rank: 1 is the largest. None without a basemap. */
export const towns = () =>
	Object.values(files).flatMap(({ features }) =>
		features.filter(isPoint).map(({ properties, geometry }) => ({
			name: Object.fromEntries(
				Object.entries(properties ?? {}).flatMap(([key, value]) => {
					const language = key === 'name' ? recordsLanguage : /^name_(.+)$/.exec(key)?.[1];
					return language && typeof value === 'string' ? [[language, value] as const] : [];
				})
			),
			at: geometry.coordinates,
			rank: Number(properties?.rank ?? 5)
		}))
	);
