/** Whose data the basemap is made of. It is bundled: it is small, and has to be on the map from the start. */

/** A row of `basemap/sources.json`. */
interface Source {
	title: string;
	licence: string;
	licenceUrl: string;
	attribution: string;
	url: string;
}

type Credit = Pick<Source, 'attribution' | 'url'>;

const files = import.meta.glob<Source[]>('$geodata/basemap/sources.json', { import: 'default', eager: true });

/** Of all that the basemap is made of; none where the data set has no basemap. */
export const basemapSources: readonly Source[] = Object.values(files).flat();

/** Whether the data set has one. Without it marks lie on a plain ground with lines of latitude and longitude. */
export const hasBasemap = basemapSources.length > 0;

/** Each attribution once, though several layers of the basemap may have the same. */
export const credits: readonly Credit[] = [
	...new Map(basemapSources.map(({ attribution, url }) => [attribution, { attribution, url }])).values()
];
