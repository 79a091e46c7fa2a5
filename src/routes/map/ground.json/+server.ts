import { json } from '@sveltejs/kit';
import { groundFeatures } from '$lib/map/style/ground';

export const prerender = true;

/** What the map draws beneath all else. It ends in `.json` so that static hosts compress it. */
export const GET = () => json(groundFeatures());
