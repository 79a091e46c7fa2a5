import { error } from '@sveltejs/kit';
import { drawChains } from '$lib/features/evidence/chainDrawing';
import { citationFormats } from '$lib/export/citations/citations';
import { contestedOf, groupReasons } from '$lib/geodata/contested';
import { describeNear } from '$lib/geodata/near';
import { summariseOrigins } from '$lib/geodata/origins';
import { coordinateForms } from '$lib/geodata/precision';
import { dataset } from '$lib/server/dataset';

export const entries = () => dataset().sites.map(({ id }) => ({ site: id }));

export const load = ({ locals, params }) => {
	const { sites } = dataset(locals.locale);
	const site = sites.find(({ id }) => id === params.site);
	if (!site) error(404, 'There is no such site');
	const { words, careful, tree } = summariseOrigins(site.reports, locals.locale);
	const { geometry, precision } = site;
	return {
		site,
		contested: groupReasons(contestedOf(site, sites).reasons),
		origins: { words, careful, lines: tree.lines },
		drawing: drawChains(tree, locals.locale),
		near: describeNear(site, sites, locals.locale),
		coordinates:
			geometry.type === 'Point' ? coordinateForms(geometry.coordinates, precision.radius_km) : null,
		citations: Object.entries(citationFormats).map(([format, { name }]) => ({ format, name }))
	};
};
