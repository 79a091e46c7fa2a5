/**
 * Places, actors and references that a data set does not have yet, as records. What is not known is left out: it may
 * wait, as `geodata/drafts.ts` says. Pure.
 */
import { freeLetter } from '../geodata/actorMarks';
import type { Region } from '../geodata/datasetSchema';
import { placeSchema } from '../geodata/schema';
import type { ActorRecord, Name, ReferenceRecord, SourceRecord } from '../geodata/schema';
import { isInRegion, positionsIn } from '../geodata/validate/places';
import type { DraftActor, DraftPlace, DraftSource } from './article';
import { anyName } from './names';
import { freeId } from './places';
import { plain } from './plain';

/** A record of which something may be left out. */
export type Loose = Record<string, unknown> & { id: string };

const license = 'CC-BY-4.0';

/**
 * @param reference id of the record that says where it was looked up, or null
 * @param region of the data set: what lies outside is foreign
 * @param on the day, YYYY-MM-DD
 */
export function newPlace(place: DraftPlace, reference: string | null, region: Region, on: string): Loose {
	const { geometry, drawn, kind, country, identifiers, precision } = place;
	const name = plainName(place.name);
	const isForeign =
		geometry !== null && positionsIn(geometry).some(([, position]) => !isInRegion(position, region));
	const { where_prec, radius_km } = precision;
	return {
		$schema: '../../static/schemas/place.schema.json',
		type: placeSchema.shape.type.value,
		id: place.id,
		geometry,
		properties: {
			name,
			aliases: otherNames(place.aliases, name),
			kind,
			drawn,
			...(isForeign && { foreign: true }),
			countries: country === '' ? [] : [country],
			precision: { where_prec, radius_km, reason: plain(precision.reason) },
			related: [],
			alternatives: [],
			upstream: [],
			identifiers: Object.keys(identifiers).length > 0 ? identifiers : undefined,
			references: reference === null ? undefined : [reference],
			recorded: on,
			license
		}
	};
}

/** Only in the languages in which there is one. */
const plainName = (name: Name): Name =>
	Object.fromEntries(
		Object.entries(name).flatMap(([tag, words]) => {
			const known = plain(words);
			return known === undefined ? [] : [[tag, known]];
		})
	);

/** Each once, and none that is the name itself. */
function otherNames(aliases: readonly string[], name: Name): string[] {
	const names = Object.values(name);
	const all = aliases.map(plain).filter((alias) => alias !== undefined && !names.includes(alias));
	return [...new Set(all as string[])];
}

/** With the first letter of its name, or of the alphabet, that no other actor has on the map. */
export function newActor(
	{ id, name, aliases }: DraftActor,
	known: readonly Pick<ActorRecord, 'letter'>[]
): Loose {
	const names = plainName(name);
	const others = otherNames(aliases, names);
	const taken = new Set(known.map(({ letter }) => letter));
	return {
		id,
		name: names,
		aliases: others.length > 0 ? others : undefined,
		parent: null,
		letter: freeLetter(anyName(names), id, taken),
		hue: 'grey'
	};
}

export const newSource = ({ id, name, kind }: DraftSource): SourceRecord => ({
	id,
	name: plain(name) ?? '',
	kind,
	date: null,
	references: []
});

/**
 * Where something was looked up, in words or as an address: the record of it that is there, or a new one.
 * @param others records that are there, new ones among them
 */
export function referenceFor(
	words: string,
	others: readonly ReferenceRecord[]
): ReferenceRecord | Loose | null {
	const title = plain(words);
	if (title === undefined) return null;
	const there = others.find(
		(other) => other.id === title || other.title === title || other.urls.includes(title)
	);
	if (there) return there;
	const address = /^https?:\/\/\S+$/.test(title) ? title : undefined;
	const name = address?.replace(/^https?:\/\/(?:www\.)?/, '') ?? title;
	const id = freeId(name.slice(0, 60), new Set(others.map((other) => other.id)), 'reference');
	return { id, title, urls: address && [address] };
}
