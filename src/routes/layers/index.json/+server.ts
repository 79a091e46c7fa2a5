import { json } from '@sveltejs/kit';
import { countReports } from '$lib/geodata/summaries';
import { dataset, home } from '$lib/server/dataset';
import { m } from '$lib/words';
import { locales } from '$lib/words/locale';

export const prerender = true;

/** The list of public layers: one for each actor, and one of everything. */
export const GET = () => {
	const counts = countReports(dataset());
	return json({
		license: 'CC-BY-4.0; quotations their publishers’',
		layers: [
			{
				id: 'all',
				name: Object.fromEntries(locales.map((locale) => [locale, m.layers_all({}, { locale })])),
				parent: null,
				reports: dataset().reports.length
			},
			...dataset().actors.map(({ id, name, parent }) => ({ id, name, parent, reports: counts[id] }))
		].map((layer) => ({ ...layer, url: `${home}/layers/${layer.id}.geojson` }))
	});
};
