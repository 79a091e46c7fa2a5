import { error } from '@sveltejs/kit';
import { actorLayer } from '$lib/export/formats/geojson';
import { dataset, exportContext } from '$lib/server/dataset';
import { geojson } from '$lib/server/respond';

export const prerender = true;
export const entries = () => dataset().actors.map(({ id }) => ({ actor: id }));

export const GET = ({ params }) => {
	if (!dataset().actors.some(({ id }) => id === params.actor)) error(404, 'There is no such actor');
	return geojson(actorLayer(dataset(), params.actor, exportContext()));
};
