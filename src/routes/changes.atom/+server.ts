import { origin } from '$lib/base/home';
import { atom } from '$lib/outward/feeds';
import { feedOf } from '$lib/outward/news';

export const prerender = true;

/** What changed, in a language, for feed readers. */
export const GET = ({ locals }) =>
	new Response(atom(feedOf(locals.locale, origin)), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' }
	});
