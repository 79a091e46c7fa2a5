import { shapeFeatures } from '$lib/export/mapData';
import { hasBasemap } from '$lib/map/credits';
import { ground } from '$lib/map/style/ground';
import { groundPicture } from '$lib/map/still/ground';
import { dataset } from '$lib/server/dataset';

export const prerender = true;

/** Land, water and shapes of the still picture, which pages show until their map is there. */
export const GET = () =>
	new Response(groundPicture(hasBasemap ? ground : null, shapeFeatures(dataset().sites)), {
		headers: { 'content-type': 'image/svg+xml' }
	});
