import { shapeFeatures } from '$lib/export/mapData';
import { ground } from '$lib/map/style/ground';
import { groundPicture } from '$lib/map/still/ground';
import { dataset } from '$lib/server/dataset';

export const prerender = true;

/** The ground of the picture of the map that each page shows without the map. */
export const GET = () =>
	new Response(groundPicture(ground, shapeFeatures(dataset().sites)), {
		headers: { 'content-type': 'image/svg+xml' }
	});
