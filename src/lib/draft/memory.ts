/**
 * What an author decided on names, for the next article: what some words mean, places and actors of the author's own, and
 * the countries that the articles are about. It only ever comes first among what is suggested. Pure.
 */
import type { PlaceRecord } from '../geodata/schema';
import type { DraftActor, DraftArticle, DraftPlace, Mark, PlaceCandidate } from './article';
import type { MarkSeed, ReportSeed } from './commands';
import type { OwnPlace } from './gazetteer/own';
import { ownName } from '../geodata/names';
import { anyName } from './names';
import { nameKey } from './recognise/span';

export interface Memory {
	/** What words of a text mean, the last decided on first: the id of a place of the data set or of `places`. */
	names: { words: string; place: string }[];
	places: DraftPlace[];
	actors: DraftActor[];
	/** ISO 3166-1 alpha-2; null for those of the data set. */
	home: string[] | null;
	/** Name or initials of the person at this device, for the records that leave; empty where they are not said. */
	recorder: string;
}

export const noMemory: Memory = { names: [], places: [], actors: [], home: null, recorder: '' };

/** As many names are remembered, and as many places and actors. */
const most = 500;

/** What is remembered after an article: what was accepted in it goes before what was decided earlier. */
export function learned(memory: Memory, article: DraftArticle): Memory {
	const decided = article.marks.flatMap((mark) => meaningOf(article, mark) ?? []);
	const means = new Set(decided.map(({ place }) => place));
	const about = new Set(
		article.reports.flatMap(({ decision, actors }) =>
			decision === 'accepted' ? actors.map(({ actor }) => actor) : []
		)
	);
	return {
		...memory,
		names: firstOf([...decided, ...memory.names], ({ words }) => nameKey(words)),
		places: firstOf([...article.places.filter(({ id }) => means.has(id)), ...memory.places], ({ id }) => id),
		actors: firstOf([...article.actors.filter(({ id }) => about.has(id)), ...memory.actors], ({ id }) => id)
	};
}

function meaningOf({ text }: DraftArticle, { start, end, value, decision }: Mark) {
	const words = text.slice(start, end);
	if (value.sort !== 'place' || value.place === null || decision !== 'accepted') return null;
	return nameKey(words) === '' ? null : { words, place: value.place };
}

function firstOf<T>(list: readonly T[], keyOf: (item: T) => string): T[] {
	const byKey = new Map<string, T>();
	for (const item of list) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
	return [...byKey.values()].slice(0, most);
}

/** Without what some words mean; a place that then nothing means stays among the author's own. */
export const withoutName = (memory: Memory, words: string): Memory => ({
	...memory,
	names: memory.names.filter((name) => name.words !== words)
});

/** Without a place or an actor, and without the names that mean it. */
export const without = (memory: Memory, id: string): Memory => ({
	...memory,
	names: memory.names.filter(({ place }) => place !== id),
	places: memory.places.filter((place) => place.id !== id),
	actors: memory.actors.filter((actor) => actor.id !== id)
});

/** The places that are remembered, for the recogniser to find by all their names. */
export const ownPlacesIn = ({ places }: Memory): OwnPlace[] =>
	places.map(({ id, name, aliases, geometry, country }) => ({
		id,
		name: anyName(name),
		names: [...Object.values(name), ...aliases].filter((known) => nameKey(known) !== ''),
		position: geometry?.type === 'Point' ? geometry.coordinates : null,
		...(country !== '' && { country })
	}));

/** The actors that are remembered and the data set does not have. */
export const actorsIn = ({ actors }: Memory, known: ReadonlySet<string>) =>
	actors
		.filter(({ id, name }) => !known.has(id) && nameKey(anyName(name)) !== '')
		.map(({ id, name, aliases }) => ({ id, name, aliases }));

export interface Found {
	marks: MarkSeed[];
	reports: ReportSeed[];
}

/** What was found, with what is remembered first; `actors` are those of the author's own that it names. */
export function recalled(
	found: Found,
	text: string,
	memory: Memory,
	known: ReadonlyMap<string, PlaceRecord>
): Found & { actors: DraftActor[] } {
	const places = new Map(memory.places.map((place) => [place.id, place]));
	const names = new Map(memory.names.map(({ words, place }) => [nameKey(words), place]));
	const marks = found.marks.map((seed): MarkSeed => {
		if (seed.value.sort !== 'place') return seed;
		const meant = names.get(nameKey(text.slice(seed.start, seed.end)));
		const own = seed.value.candidates.map((candidate) => {
			const place = candidate.id === null ? undefined : places.get(candidate.id);
			return place && !known.has(place.id) ? candidateOf(place) : candidate;
		});
		const first = meant === undefined ? null : rememberedAs(meant, own, places, known);
		const candidates = first ? [first, ...own.filter(({ id }) => id !== first.id)] : own;
		return { ...seed, value: { ...seed.value, candidates } };
	});
	const named = new Set(found.reports.flatMap(({ actors }) => actors.map(({ actor }) => actor)));
	for (const { value } of found.marks) if (value.sort === 'actor' && value.actor) named.add(value.actor);
	return { marks, reports: found.reports, actors: memory.actors.filter(({ id }) => named.has(id)) };
}

const reasons = [{ code: 'remembered' }];

function rememberedAs(
	id: string,
	candidates: readonly PlaceCandidate[],
	places: ReadonlyMap<string, DraftPlace>,
	known: ReadonlyMap<string, PlaceRecord>
): PlaceCandidate | null {
	const there = candidates.find((candidate) => candidate.id === id);
	if (there) return { ...there, reasons };
	const own = places.get(id);
	const record = known.get(id);
	if (!record) return own ? candidateOf(own) : null;
	const { name, kind, precision } = record.properties;
	const { where_prec, radius_km } = precision;
	return {
		id,
		name: ownName(name),
		country: '',
		kind,
		position: null,
		precision: { where_prec, radius_km },
		reasons
	};
}

function candidateOf(place: DraftPlace): PlaceCandidate {
	const { id, name, country, kind, geometry, precision } = place;
	const [longitude, latitude] = geometry?.type === 'Point' ? geometry.coordinates : [];
	return {
		id,
		name: anyName(name),
		country,
		kind,
		position: longitude === undefined || latitude === undefined ? null : { longitude, latitude },
		precision: { where_prec: precision.where_prec, radius_km: precision.radius_km },
		reasons,
		place
	};
}
