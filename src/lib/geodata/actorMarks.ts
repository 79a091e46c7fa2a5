/**
 * A hue and a letter for actors that have none, so that readers tell them apart, those too who see few colours: letters are
 * unique, actors of one hue stand at one place as seldom as can be, and any two hues are far enough apart for every kind of
 * eye (`map/style/palette.ts`). The same actors get the same marks, and a mark that is there stays. Pure.
 */
import { hues, type Hue } from './recordWords';

/** So many families (an actor with those below it) a map can tell apart; of more, some have to be grouped. */
export const mostFamilies = 24;

/** An actor, as far as it is written. */
export interface Markable {
	id: string;
	/** Its name in Latin letters; its id where it has none. */
	name: string;
	parent: string | null;
	hue?: Hue;
	letter?: string;
}

export interface Marking {
	/** For each actor in order: the hue and the letter that it has or gets; null where none was chosen. */
	marks: { hue: Hue | null; letter: string }[];
	/** Ids of actors that stand by themselves and are more than a map can tell apart; those with the fewest places. */
	tooMany: string[];
}

/**
 * Chooses what is missing.
 * @param places the ids of the actors at each place, of which the reports are about them
 */
export function markActors(actors: readonly Markable[], places: readonly (readonly string[])[]): Marking {
	const headOf = headsOf(actors);
	const families = [...new Set(actors.map(({ id }) => headOf.get(id)!))];
	const meetings = meetingsOf(places.map((ids) => ids.flatMap((id) => headOf.get(id) ?? [])));
	const chosen = new Map<string, Hue>();
	for (const { id, hue } of actors) {
		const head = headOf.get(id)!;
		// That of the head counts; where it has none, one of those below it, which have to agree with it.
		if (hue && (id === head || !chosen.has(head))) chosen.set(head, hue);
	}
	const open = families.filter((head) => !chosen.has(head));
	const room = Math.max(0, mostFamilies - chosen.size);
	for (const head of open.slice(0, room)) chosen.set(head, freestHue(head, chosen, meetings));

	const taken = new Set(actors.flatMap(({ letter }) => letter ?? []));
	return {
		marks: actors.map(({ id, name, hue, letter }) => ({
			hue: hue ?? chosen.get(headOf.get(id)!) ?? null,
			letter: letter ?? freeLetter(name, id, taken)
		})),
		tooMany:
			open.length > room ? fewest(families, headOf, places).slice(0, families.length - mostFamilies) : []
	};
}

/** For each actor the one at the top of its parents; itself where these go in a circle or lead nowhere. */
function headsOf(actors: readonly Markable[]): Map<string, string> {
	const parents = new Map(actors.map(({ id, parent }) => [id, parent]));
	return new Map(
		actors.map(({ id }) => {
			const path = [id];
			for (let next = parents.get(id); next && parents.has(next); next = parents.get(next)) {
				if (path.includes(next)) return [id, id];
				path.push(next);
			}
			return [id, path.at(-1)!];
		})
	);
}

type Meetings = Map<string, Map<string, number>>;

/** For each family how often it is at one place with another. */
function meetingsOf(places: readonly (readonly string[])[]): Meetings {
	const meetings: Meetings = new Map();
	for (const heads of places)
		for (const one of new Set(heads))
			for (const other of new Set(heads)) {
				const own = meetings.get(one) ?? new Map<string, number>();
				own.set(other, (own.get(other) ?? 0) + 1);
				meetings.set(one, own);
			}
	return meetings;
}

/** The hue whose families it meets least; of these the one that the fewest have; of these the first. */
function freestHue(head: string, chosen: ReadonlyMap<string, Hue>, meetings: Meetings): Hue {
	const cost = (hue: Hue): [number, number] => {
		const families = [...chosen].filter(([, other]) => other === hue).map(([family]) => family);
		const met = families.reduce((sum, family) => sum + (meetings.get(head)?.get(family) ?? 0), 0);
		return [met, families.length];
	};
	const costs = new Map(hues.map((hue) => [hue, cost(hue)]));
	return [...hues].sort((a, b) => {
		const [[metA, manyA], [metB, manyB]] = [costs.get(a)!, costs.get(b)!];
		return metA - metB || manyA - manyB || hues.indexOf(a) - hues.indexOf(b);
	})[0]!;
}

/** Families in the order of how many places they are at, fewest first; of these the last in the file first. */
function fewest(
	families: readonly string[],
	headOf: ReadonlyMap<string, string>,
	places: readonly (readonly string[])[]
): string[] {
	const count = (head: string) => places.filter((ids) => ids.some((id) => headOf.get(id) === head)).length;
	const counts = new Map(families.map((head) => [head, count(head)]));
	return [...families].reverse().sort((a, b) => counts.get(a)! - counts.get(b)!);
}

/** Words that say nothing of who it is. */
const small = new Set(['the', 'of', 'and', 'for', 'in', 'al', 'el', 'de', 'la', 'le', 'les', 'du', 'des']);
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * A free letter, and takes it: of its name if possible; one that can't be read for another comes first.
 * @param taken the letters that others have
 */
export function freeLetter(name: string, id: string, taken: Set<string>): string {
	const letter = [...lettersOf(name), ...lettersOf(id.replaceAll('-', ' ')), ...anyLetters()].find(
		(candidate) => !taken.has(candidate)
	)!;
	taken.add(letter);
	return letter;
}

/** “Rapid Support Forces”: R, Rs, Rf, Ra, Rp, Rd, S, F. */
function* lettersOf(name: string): Iterable<string> {
	const words = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.split(/[^A-Za-z]+/)
		.filter((word) => word !== '' && !small.has(word.toLowerCase()));
	const [first, ...others] = words;
	if (first === undefined) return;
	const capital = first[0]!.toUpperCase();
	yield capital;
	const seconds = [...others.map((word) => word[0]!), ...first.slice(1)].map((one) => one.toLowerCase());
	// A small l or i looks like other letters beside a capital.
	yield* seconds.filter((one) => !'li'.includes(one)).map((one) => capital + one);
	yield* others.map((word) => word[0]!.toUpperCase());
}

function* anyLetters(): Iterable<string> {
	yield* alphabet;
	for (const capital of alphabet) for (const second of alphabet) yield capital + second.toLowerCase();
}
