import { summariseReports } from '$lib/geodata/summaries';
import { dataset, release } from '$lib/server/dataset';
import { facetsOf } from '$lib/view/facets';

/** The actors and the values of all facets, on every page, since every address may carry them. */
export const load = ({ locals }) => {
	const data = dataset(locals.locale);
	return {
		actors: data.actors,
		release: release(),
		facets: facetsOf(summariseReports(data), data)
	};
};
