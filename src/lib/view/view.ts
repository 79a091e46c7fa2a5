/** What is shown, as plain data, and its place in the address. Pure: the one reader and writer of the query string. */

/** The state that an address carries. `actors` are the ids of the actors shown. */
export interface ViewState {
	actors: ReadonlySet<string>;
}

const actorsKey = 'actors';

/** Everything shown: what an address without a query means. */
export function defaultView(allActors: readonly string[]): ViewState {
	return { actors: new Set(allActors) };
}

/**
 * Reads a view from a query string. Unknown or broken parts are ignored; it never throws.
 * `actors=russia,iran` shows those alone, `actors=-israel` all but those, `actors=none` nobody.
 */
export function parseView(query: URLSearchParams, allActors: readonly string[]): ViewState {
	const value = query.get(actorsKey);
	if (value === null) return defaultView(allActors);
	if (value === 'none') return { actors: new Set() };
	const except = value.startsWith('-');
	const named = new Set((except ? value.slice(1) : value).split(','));
	const known = allActors.filter((id) => named.has(id));
	if (known.length === 0) return defaultView(allActors);
	return { actors: new Set(except ? allActors.filter((id) => !named.has(id)) : known) };
}

/** Writes a view as a query string, '' for the default and else with its '?'. The shorter of the two forms wins. */
export function viewQuery(view: ViewState, allActors: readonly string[]): string {
	const shown = allActors.filter((id) => view.actors.has(id));
	const hidden = allActors.filter((id) => !view.actors.has(id));
	if (hidden.length === 0) return '';
	if (shown.length === 0) return `?${actorsKey}=none`;
	return `?${actorsKey}=${shown.length <= hidden.length ? shown.join(',') : `-${hidden.join(',')}`}`;
}

/** Shows or hides some actors together: hides them if any of them is shown, else shows them all. */
export function toggleActors(view: ViewState, ids: readonly string[]): ViewState {
	const actors = new Set(view.actors);
	const anyShown = ids.some((id) => actors.has(id));
	for (const id of ids) {
		if (anyShown) actors.delete(id);
		else actors.add(id);
	}
	return { ...view, actors };
}

/** Shows these actors and nobody else. */
export function onlyActors(view: ViewState, ids: readonly string[]): ViewState {
	return { ...view, actors: new Set(ids) };
}

/** Whether anything with these actors is to be seen. */
export function showsAny(view: ViewState, actors: readonly { id: string }[]): boolean {
	return actors.some(({ id }) => view.actors.has(id));
}
