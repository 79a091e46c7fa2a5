import { json } from '@sveltejs/kit';
import { readSourceFiles } from '$lib/server/geodata';

export const prerender = true;

/** The records as they are written, with which the desk names places and checks what is drafted. */
export const GET = () =>
	json(readSourceFiles().filter(({ path }) => !path.startsWith('changes/') && path.endsWith('json')));
