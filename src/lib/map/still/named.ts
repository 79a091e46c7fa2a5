/** What of the basemap has a name, as the files of the data set have it; nothing where it has no basemap. */
import type { FeatureCollection } from 'geojson';

const files = import.meta.glob<FeatureCollection>('$geodata/basemap/{cities,labels}.json', {
	import: 'default',
	eager: true
});
const named = (name: string): FeatureCollection =>
	Object.entries(files).find(([path]) => path.endsWith(`/${name}.json`))?.[1] ?? {
		type: 'FeatureCollection',
		features: []
	};

export const cities = named('cities');
export const countries = named('labels');
