import { error } from '@sveltejs/kit';
import { dataset } from '$lib/server/dataset';

export const entries = () => dataset().sites.map(({ id }) => ({ site: id }));

export const load = ({ params }) => {
	const site = dataset().sites.find(({ id }) => id === params.site);
	if (!site) error(404, 'There is no such site');
	return { site };
};
