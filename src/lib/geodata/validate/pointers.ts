/** References between records: each must lead somewhere, and places, sources and references must be led to. */
import { isDraft } from '../drafts';
import type { ActorRecord, PlaceRecord } from '../schema';
import { at, quoted } from './problem';
import type { Problem } from './problem';
import type { ArticleParts, Located, Reading, Target } from './reading';

/** An id that stands in one record and means another. */
interface Pointer {
	target: Target;
	id: string;
	file: string;
	at: string;
	/** Whether the record that it stands in is a draft. */
	isDraft: boolean;
}

/** Of which the record that it stands in is not looked at yet. */
type Bare = Omit<Pointer, 'isDraft'>;

const whereTargetsLive: Record<Target, (id: string) => string> = {
	actor: () => 'to actors.json',
	place: (id) => `as places/${id}.geojson`,
	source: () => 'to sources.json',
	reference: () => 'to references.json'
};

export function* checkPointers(reading: Reading): Iterable<Problem> {
	const pointers = [...pointersOf(reading)];
	const dangling = pointers.filter(({ target, id }) => reading.known[target]?.has(id) === false);
	for (const pointer of dangling) {
		const { target, id, file } = pointer;
		const near = nearest(id, reading.known[target] ?? []);
		const question = near ? ` (did you mean ${quoted(near)}?)` : '';
		const fix = `correct the id${question} or add it ${whereTargetsLive[target](id)}`;
		yield { file, at: pointer.at, message: `there is no ${target} ${quoted(id)}`, fix };
	}
	yield* checkPublished(reading, pointers);
	// A mistyped or repeated id may be meant for the very record that nothing refers to: then only the id is reported.
	const unclear = new Set(dangling.map(({ target }) => target));
	const used = new Set(pointers.map(({ target, id }) => `${target} ${id}`));
	const candidates: [Target, Located<{ id: string }>[]][] = [
		['place', reading.places],
		['source', reading.sources],
		['reference', reading.references]
	];
	for (const [target, records] of candidates) {
		if (unclear.has(target) || reading.known[target] === null) continue;
		for (const { file, at: place, record } of records) {
			if (used.has(`${target} ${record.id}`) || reading.perhapsUsed.has(record.id)) continue;
			yield {
				file,
				at: place,
				message: `nothing refers to the ${target} ${quoted(record.id)}`,
				fix: 'remove it or use it'
			};
		}
	}
}

/** Drafts are not published: what is may refer to none of them. */
function* checkPublished({ actors, places, references }: Reading, pointers: Pointer[]): Iterable<Problem> {
	const draftIds = (list: Located<{ id: string }>[]) =>
		new Set(list.filter(({ record }) => isDraft(record)).map(({ record }) => record.id));
	const drafts = {
		actor: draftIds(actors),
		place: draftIds(places),
		reference: draftIds(references),
		source: new Set<string>()
	};
	for (const pointer of pointers) {
		const { target, id, file } = pointer;
		if (pointer.isDraft || !drafts[target].has(id)) continue;
		const fix = 'finish that first, or make this a draft too: "status": "draft"';
		yield { file, at: pointer.at, message: `the ${target} ${quoted(id)} is a draft, and this is none`, fix };
	}
}

function* pointersOf(reading: Reading): Iterable<Pointer> {
	const inDraft = (found: Iterable<Bare>, draft: boolean) =>
		[...found].map((pointer) => ({ ...pointer, isDraft: draft }));
	for (const located of reading.actors) yield* inDraft(pointersOfActor(located), isDraft(located.record));
	for (const { file, at: outer, record } of reading.sources)
		yield* inDraft(pointersIn(file, at(outer, 'references'), 'reference', record.references), false);
	for (const located of reading.places) yield* inDraft(pointersOfPlace(located), isDraft(located.record));
	for (const article of reading.articles) yield* inDraft(pointersOfArticle(article), article.isDraft);
}

function* pointersOfActor({ file, at: outer, record }: Located<ActorRecord>): Iterable<Bare> {
	if (record.parent) yield { target: 'actor', id: record.parent, file, at: at(outer, 'parent') };
}

function* pointersOfPlace({ file, record }: Located<PlaceRecord>): Iterable<Bare> {
	const { references, related, alternatives, upstream } = record.properties;
	yield* pointersIn(file, 'properties.references', 'reference', references);
	for (const [index, { place }] of related.entries()) {
		yield { target: 'place', id: place, file, at: `properties.related[${index}].place` };
	}
	yield* pointersOfNotes(file, 'properties.related', related);
	yield* pointersOfNotes(file, 'properties.alternatives', alternatives);
	yield* pointersOfNotes(file, 'properties.upstream', upstream);
}

function* pointersOfArticle({ file, head, passages, reports }: ArticleParts): Iterable<Bare> {
	if (head) {
		yield* pointersIn(file, 'chain', 'source', head.chain);
		yield* pointersIn(file, 'standing.references', 'reference', head.standing.references);
		yield* pointersOfNotes(file, 'caveats', head.caveats);
		yield* pointersIn(file, 'references', 'reference', head.references);
	}
	for (const { at: outer, record } of passages) {
		const places = record.mentions.map(({ place }) => place);
		for (const [index, id] of places.entries()) {
			yield { target: 'place', id, file, at: at(outer, `mentions[${index}].place`) };
		}
	}
	for (const { at: outer, record } of reports) {
		if (record.place) yield { target: 'place', id: record.place, file, at: at(outer, 'place') };
		for (const [index, { actor }] of record.actors.entries()) {
			yield { target: 'actor', id: actor, file, at: at(outer, `actors[${index}].actor`) };
		}
		yield* pointersIn(file, at(outer, 'chain'), 'source', record.chain);
		yield* pointersOfNotes(file, at(outer, 'caveats'), record.caveats);
		yield* pointersOfNotes(file, at(outer, 'upstream'), record.upstream);
		yield* pointersIn(file, at(outer, 'references'), 'reference', record.references);
	}
}

function* pointersIn(file: string, outer: string, target: Target, ids: string[]): Iterable<Bare> {
	for (const [index, id] of ids.entries()) yield { target, id, file, at: `${outer}[${index}]` };
}

function* pointersOfNotes(file: string, outer: string, notes: { references: string[] }[]): Iterable<Bare> {
	for (const [index, { references }] of notes.entries()) {
		yield* pointersIn(file, `${outer}[${index}].references`, 'reference', references);
	}
}

/** The known id that differs least from a mistyped one, if it differs little. */
function nearest(id: string, known: Iterable<string>): string | null {
	let best: string | null = null;
	let least = Math.max(2, Math.floor(id.length / 4)) + 1;
	for (const candidate of known) {
		const distance = Math.abs(candidate.length - id.length) < least ? editDistance(id, candidate) : least;
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}

/** How many letters to add, remove or change to make one word of another (Levenshtein). */
function editDistance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}
