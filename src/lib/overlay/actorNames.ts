/** What the actors of the site are called elsewhere, for who searches a table by another name than the table has. */
import { asset } from '$app/paths';
import type { Names } from './query/terms';

let asked: Promise<Names | null> | null = null;

/** All names of each actor, fetched once; null where they can't be had, and then asked for again the next time. */
export function actorNames(): Promise<Names | null> {
	asked ??= fetch(asset('/names.json'))
		.then((response) => (response.ok ? (response.json() as Promise<Names>) : null))
		.catch(() => null)
		.then((names) => {
			if (names === null) asked = null;
			return names;
		});
	return asked;
}
