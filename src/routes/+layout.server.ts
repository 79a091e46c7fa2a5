import { summariseReports } from '$lib/geodata/summaries';
import { dataset, release, saidOfItself } from '$lib/server/dataset';
import { facetsOf } from '$lib/view/facets';

/** The actors and the values of all facets, on every page, since every address may carry them. */
export const load = ({ locals }) => {
	const data = dataset(locals.locale);
	const { links } = saidOfItself();
	return {
		actors: data.actors,
		release: release(),
		...(links && { links }),
		facets: facetsOf(summariseReports(data), data)
	};
};
