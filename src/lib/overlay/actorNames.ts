/** What the actors of the site are called elsewhere, for who searches a table by another name than the table has. */
import { asset } from '$app/paths';
import { searchText } from '../base/foldWords';
import type { ActorView } from '../geodata/views';
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

/** A name as names are compared. */
export const folded = (text: string): string => searchText(text.trim());

/** Actors by id, by their names in every language, and by their other names, all as `folded` writes them. */
export function actorsByName(actors: readonly ActorView[], names: Names): ReadonlyMap<string, ActorView> {
	const found = new Map<string, ActorView>();
	for (const actor of actors) {
		const own = Object.values(actor.name).flatMap((each) => (each ? [each, ...each.split(' / ')] : []));
		const other = names.filter((all) => all.some((name) => own.includes(name))).flat();
		for (const name of [actor.id, ...own, ...other]) {
			const text = folded(name);
			if (!found.has(text)) found.set(text, actor);
		}
	}
	return found;
}
