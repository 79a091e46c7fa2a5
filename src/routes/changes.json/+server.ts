import { origin } from '$lib/base/home';
import { jsonFeed } from '$lib/outward/feeds';
import { feedOf } from '$lib/outward/news';

export const prerender = true;

/** What changed, in a language, for feed readers. */
export const GET = ({ locals }) =>
	new Response(jsonFeed(feedOf(locals.locale, origin)), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' }
	});
