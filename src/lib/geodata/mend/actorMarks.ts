/**
 * A hue and a letter for actors that lack one; and what to group, where there are more actors than a map can tell apart. What
 * can't be read is left as it is.
 */
import { markActors, mostFamilies, type Markable } from '../actorMarks';
import { fieldsOf, isFields, listIn, type Fields } from '../loose';
import { hues, roles } from '../recordWords';
import type { Files, Mended } from './fix';

const file = 'actors.json';

export function withMarks(files: Files): Mended | null {
	const before = files.get(file);
	const list = listIn(before, 'actors');
	if (list.length === 0 || !list.every(isMarkable)) return null;
	const lacking = list.filter(({ hue, letter }) => hue === undefined || letter === undefined);
	if (lacking.length === 0) return null;

	const { marks, tooMany } = markActors(list.map(markableOf), placesIn(files));
	const actors = list.map((actor, index) => marked(actor, marks[index]!));
	const chosen = lacking.map(({ id }) => id).filter((id) => !tooMany.includes(id));
	return {
		files: new Map([[file, { ...fieldsOf(before), actors }]]),
		done: [
			...(chosen.length > 0 ? [`${file}: a hue and a letter for ${chosen.join(', ')}.`] : []),
			...(tooMany.length > 0
				? [
						`A map can tell ${mostFamilies} actors apart that stand by themselves; here are ${tooMany.length} more. Group some: give those that belong together a common “parent”. Those at the fewest places are ${tooMany.join(', ')}.`
					]
				: [])
		]
	};
}

/** The actor with its mark behind its parent, where one writes it by hand. */
function marked(actor: Fields, { hue, letter }: ReturnType<typeof markActors>['marks'][number]): Fields {
	if (actor.hue !== undefined && actor.letter !== undefined) return actor;
	const keys = Object.keys(actor);
	const after = 1 + Math.max(...['id', 'name', 'parent'].map((key) => keys.indexOf(key)));
	const mark = { letter, ...(hue && { hue }) };
	const entries = Object.entries(actor).filter(([, value]) => value !== undefined);
	const added = Object.entries(mark).filter(([key]) => actor[key] === undefined);
	return Object.fromEntries([...entries.slice(0, after), ...added, ...entries.slice(after)]);
}

const isMarkable = (entry: unknown): entry is Fields & { id: string } =>
	isFields(entry) && typeof entry.id === 'string';

function markableOf({ id, name, parent, hue, letter }: Fields & { id: string }): Markable {
	const latin = Object.values(fieldsOf(name)).find((one) => /[A-Za-z]/.test(String(one)));
	return {
		id,
		name: typeof latin === 'string' ? latin : id,
		parent: typeof parent === 'string' ? parent : null,
		// One that is wrong is for the check, and stays.
		...(hues.some((known) => known === hue) && { hue: hue as Markable['hue'] }),
		...(typeof letter === 'string' && { letter })
	};
}

/** The actors at each place, as far as articles can be read: those that get a mark there. */
function placesIn(files: Files): string[][] {
	const places = new Map<string, Set<string>>();
	for (const [path, article] of files) {
		if (!path.startsWith('articles/')) continue;
		for (const report of listIn(article, 'reports')) {
			const { place } = fieldsOf(report);
			if (typeof place !== 'string') continue;
			const there = places.get(place) ?? new Set();
			for (const { actor, role } of listIn(report, 'actors').map(fieldsOf))
				if (roles[role as keyof typeof roles] !== 'named') there.add(String(actor));
			places.set(place, there);
		}
	}
	return [...places.values()].map((ids) => [...ids]);
}
