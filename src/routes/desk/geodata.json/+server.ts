import { json } from '@sveltejs/kit';
import { records } from '$lib/server/dataset';

export const prerender = true;

/** The records that the site shows, as they are written: with them the desk names places, and checks and shows
 * what is drafted. */
export const GET = () => {
	const { actors, places, articles, sources, references, verifications, version, translations } = records();
	return json({ actors, places, articles, sources, references, verifications, version, translations });
};
