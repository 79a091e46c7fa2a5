import { paletteStyles } from '$lib/map/style/palette';
import { frameStyles } from '$lib/map/still/frame';

export const prerender = true;

/** What the page's styles know of the map: its colours, from the same table that it draws with, and its first frame. */
export const GET = () =>
	new Response(paletteStyles() + frameStyles(), { headers: { 'content-type': 'text/css; charset=utf-8' } });
