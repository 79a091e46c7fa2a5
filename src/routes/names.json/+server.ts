import { json } from '@sveltejs/kit';
import { records } from '$lib/server/dataset';

export const prerender = true;

/** Of each actor, all that it is called. A name such as “SDF / Kurdish-led forces” is two. */
export const GET = () =>
	json(
		records().actors.map(({ name, aliases = [] }) => [
			...new Set([...Object.values(name).flatMap((each) => each.split(' / ')), ...aliases])
		])
	);
