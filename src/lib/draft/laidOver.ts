/** Records of an article on its way, laid over those of a data set: what has the id of another takes its place. Pure. */
import type { Records } from '../geodata/schema';

type Added = Omit<Records, 'dataset' | 'version' | 'snapshots' | 'translations'>;
/** What of a data set they are laid over. */
type Before = { [Name in Exclude<keyof Added, 'verifications'>]: readonly Added[Name][number][] } & {
	verifications?: Added['verifications'];
};

/** @param added its articles count as drafts, whatever they say: no site has published them */
export function laidOver<T extends Before>(before: T, added: Added): T & Added {
	const over = <Entry extends { id: string }>(list: readonly Entry[], entries: readonly Entry[]): Entry[] => [
		...list.map((entry) => entries.find(({ id }) => id === entry.id) ?? entry),
		...entries.filter(({ id }) => !list.some((entry) => entry.id === id))
	];
	const ids = new Set(added.articles.map(({ id }) => id));
	return {
		...before,
		actors: over(before.actors, added.actors),
		places: over(before.places, added.places),
		sources: over(before.sources, added.sources),
		references: over(before.references, added.references),
		articles: over(
			before.articles,
			added.articles.map((article) => ({ ...article, status: 'draft' as const }))
		),
		verifications: [
			...(before.verifications ?? []).filter(({ article }) => !ids.has(article)),
			...added.verifications
		]
	};
}
