/** The still picture of the map, as HTML for the pages that have a map. */
import type { FeatureCollection } from 'geojson';
import { render } from 'svelte/server';
import { markFeatures } from '$lib/export/mapData';
import { basemapSources } from '$lib/map/credits';
import { stillMarks, stillNames } from '$lib/map/still/places';
import Still from '$lib/map/still/Still.svelte';
import type { Locale } from '$lib/words/locale';
import { dataset } from '$lib/server/dataset';

const files = import.meta.glob<FeatureCollection>('$geodata/basemap/{cities,labels}.json', {
	import: 'default',
	eager: true
});
const named = (name: string): FeatureCollection =>
	Object.entries(files).find(([path]) => path.endsWith(`/${name}.json`))?.[1] ?? {
		type: 'FeatureCollection',
		features: []
	};

/** @param selected id of the site that the page is about, if it is about one */
export function stillPicture(locale: Locale, selected: string | null): string {
	const { sites, actors } = dataset(locale);
	const marks = stillMarks(markFeatures(sites));
	const names = stillNames(named('labels'), named('cities'), marks, locale);
	const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
	return render(Still, { props: { marks, names, actors, siteNames, selected, credits: [...basemapSources] } })
		.body;
}
