/** The still picture of the map, as HTML for the pages that have a map. */
import { render } from 'svelte/server';
import { markFeatures } from '$lib/export/mapData';
import { basemapSources } from '$lib/map/credits';
import { cities, countries } from '$lib/map/still/named';
import { mostMarks, stillMarks, stillNames } from '$lib/map/still/places';
import Still from '$lib/map/still/Still.svelte';
import StillMarks from '$lib/map/still/StillMarks.svelte';
import { link } from '$lib/words';
import type { Locale } from '$lib/words/locale';
import { dataset, onceFor } from '$lib/server/dataset';

const ofSites = onceFor((locale) => {
	const { sites, actors } = dataset(locale);
	const { features } = markFeatures(sites);
	const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
	return { features, byId: new Map(features.map((feature) => [feature.id, feature])), siteNames, actors };
});

type Features = ReturnType<typeof markFeatures>['features'];

function drawn(locale: Locale, features: Features, selected: string | null): string {
	const { siteNames, actors } = ofSites(locale);
	const marks = stillMarks({ type: 'FeatureCollection', features });
	const names = stillNames(countries, cities, marks, locale);
	const credits = [...basemapSources];
	return render(Still, { props: { marks, names, actors, siteNames, selected, credits } }).body;
}

/** The picture of a large data set that all pages but the first have: without marks, which would be most of a page. */
const bare = onceFor((locale) => drawn(locale, [], null));

/**
 * @param selected id of the site that the page is about, if it is about one: of a large data set it has that mark alone
 * @param isHome whether it is the page of all sites
 */
export function stillPicture(locale: Locale, selected: string | null, isHome: boolean): string {
	const { features, byId, siteNames, actors } = ofSites(locale);
	if (isHome || features.length <= mostMarks) return drawn(locale, features, selected);
	const feature = byId.get(selected ?? '');
	if (!feature) return bare(locale);
	const marks = stillMarks({ type: 'FeatureCollection', features: [feature] });
	const href = (site: string) => link(`/sites/${site}`);
	const { body } = render(StillMarks, { props: { marks, actors, siteNames, selected, href } });
	// The marks are the last group of the picture.
	const picture = bare(locale);
	const end = picture.lastIndexOf('</g>');
	return picture.slice(0, end) + body + picture.slice(end);
}
