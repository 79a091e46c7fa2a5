/** The names of towns on the offline basemap, for who searches for one. */
import type { FeatureCollection, Point } from 'geojson';
import { recordsLanguage } from '$lib/words/locale';

const files = import.meta.glob<FeatureCollection<Point, Record<string, unknown> | null>>(
	'$geodata/basemap/cities.json',
	{ import: 'default', eager: true }
);

/** Each with its names by language, where it is, and its rank: 1 is the largest. None without a basemap. */
export const towns = () =>
	Object.values(files).flatMap(({ features }) =>
		features.map(({ properties, geometry }) => ({
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
