import { json } from '@sveltejs/kit';
import { dataset } from '$lib/server/dataset';

export const prerender = true;

/** What measuring needs of each site: its geometry and how sure that is. */
export const GET = () =>
	json(dataset().sites.map(({ id, name, geometry, precision }) => ({ id, name, geometry, precision })));
