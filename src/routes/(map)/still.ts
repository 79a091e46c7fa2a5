/** The still picture of the map, as HTML for the pages that have a map. */
import type { FeatureCollection } from 'geojson';
import { render } from 'svelte/server';
import cities from '../../../geodata/basemap/cities.json';
import labels from '../../../geodata/basemap/labels.json';
import sources from '../../../geodata/basemap/sources.json';
import { markFeatures } from '$lib/export/mapData';
import { stillMarks, stillNames } from '$lib/map/still/places';
import Still from '$lib/map/still/Still.svelte';
import type { Locale } from '$lib/words/locale';
import { dataset } from '$lib/server/dataset';

/** @param selected id of the site that the page is about, if it is about one */
export function stillPicture(locale: Locale, selected: string | null): string {
	const { sites, actors } = dataset(locale);
	const marks = stillMarks(markFeatures(sites));
	const names = stillNames(labels as FeatureCollection, cities as FeatureCollection, marks, locale);
	const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
	return render(Still, { props: { marks, names, actors, siteNames, selected, credits: sources } }).body;
}
