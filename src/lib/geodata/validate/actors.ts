/** Actors among themselves: parents, hues, letters, names. That a parent exists is checked with all references. */
import { foldText } from '../../base/foldText';
import type { ActorRecord } from '../schema';
import { at, quoted } from './problem';
import type { Problem } from './problem';
import type { Located, Reading } from './reading';

export function* checkActors({ actors, known }: Reading): Iterable<Problem> {
	// With an id that stands twice nobody can say which actor is meant.
	if (!known.actor) return;
	const byId = new Map(actors.map(({ record }) => [record.id, record]));
	const letters = new Map<string, ActorRecord>();
	const reported = new Set<string>();
	for (const located of actors) {
		const { file, at: outer, record } = located;
		const circle = circleFrom(record, byId);
		if (circle && !reported.has(record.id)) {
			for (const id of circle) reported.add(id);
			yield {
				file,
				at: at(outer, 'parent'),
				message: `the parents go in a circle: ${[...circle, record.id].join(' → ')}`,
				fix: 'give one of them another parent or null'
			};
		}
		if (!circle) yield* checkHue(located, byId);

		const first = letters.get(record.letter);
		if (first) {
			yield {
				file,
				at: at(outer, 'letter'),
				message: `${quoted(record.letter)} is the letter of ${quoted(first.id)} already`,
				fix: 'choose another letter, or remove it and have npm run check -- --fix choose one'
			};
		} else letters.set(record.letter, record);
	}
	yield* checkNames(actors);
}

/** A name that two have would be read as the first of them. */
function* checkNames(actors: Reading['actors']): Iterable<Problem> {
	const owners = new Map<string, string>();
	for (const { record } of actors)
		for (const name of Object.values(record.name)) owners.set(foldText(name), record.id);
	for (const { file, at: outer, record } of actors)
		for (const field of ['aliases', 'demonyms', 'seats'] as const)
			for (const [index, name] of (record[field] ?? []).entries()) {
				const owner = owners.get(foldText(name)) ?? record.id;
				owners.set(foldText(name), owner);
				if (owner === record.id) continue;
				yield {
					file,
					at: at(outer, `${field}[${index}]`),
					message: `${quoted(name)} is a name of ${quoted(owner)} already`,
					fix: 'leave it to one of them'
				};
			}
}

function* checkHue(
	{ file, at: outer, record }: Located<ActorRecord>,
	byId: Map<string, ActorRecord>
): Iterable<Problem> {
	const parent = byId.get(record.parent ?? '');
	if (!parent || parent.hue === record.hue) return;
	yield {
		file,
		at: at(outer, 'hue'),
		message: `is ${quoted(record.hue)}, but its parent ${quoted(parent.id)} is ${quoted(parent.hue)}`,
		fix: `use ${quoted(parent.hue)}`
	};
}

/** The ids of a circle of parents that begins and ends at an actor, or null. */
function circleFrom(actor: ActorRecord, byId: Map<string, ActorRecord>): string[] | null {
	const path: string[] = [];
	let current: ActorRecord | undefined = actor;
	while (current && !path.includes(current.id)) {
		path.push(current.id);
		current = byId.get(current.parent ?? '');
	}
	return current?.id === actor.id ? path : null;
}
