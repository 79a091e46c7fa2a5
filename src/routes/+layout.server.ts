import { keysOf, claimKinds, placeKinds, precisions } from '$lib/geodata/vocabulary';
import { summariseReports } from '$lib/geodata/summaries';
import { dataset, release } from '$lib/server/dataset';
import { facetsOf, unplaced } from '$lib/view/filter';

/** Who and what there is to be shown or hidden, on every page, since every address may carry it. */
export const load = ({ locals }) => {
	const data = dataset(locals.locale);
	const { actors, articles } = data;
	return {
		actors,
		release: release(),
		facets: facetsOf(summariseReports(data), {
			actors: actors.map(({ id }) => id),
			claims: keysOf(claimKinds),
			places: [...keysOf(placeKinds), unplaced],
			precision: [...precisions.map(String), unplaced],
			publishers: articles.map(({ id }) => id)
		})
	};
};
