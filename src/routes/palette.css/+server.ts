import { paletteStyles } from '$lib/map/palette';

export const prerender = true;

/** The actors' hues for the page, from the same table that the map draws with. */
export const GET = () =>
	new Response(paletteStyles(), { headers: { 'content-type': 'text/css; charset=utf-8' } });
