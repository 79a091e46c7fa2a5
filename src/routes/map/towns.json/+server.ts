import { json } from '@sveltejs/kit';
import { towns } from '$lib/map/towns';

export const prerender = true;

/** The towns of the map's background by name: fetched with the first words that somebody searches for. */
export const GET = () => json(towns());
