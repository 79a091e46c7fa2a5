/** Which places a name may mean. */
import type { Candidate, Gazetteer } from '../gazetteer/gazetteer';
import { gazetteerKey } from '../gazetteer/key';

export interface NamedCandidates {
	candidates: readonly Candidate[];
	/** How the gazetteer has the name: as it is written, only without some of its words, as a people or a short form. */
	by: 'name' | 'part' | 'demonym' | 'abbreviation';
}

/** A name of a text that the gazetteer has. */
export interface Named extends NamedCandidates {
	text: string;
	/** UTF-16 offsets. */
	start: number;
	end: number;
}

const before =
	/^(?:the|greater|downtown|central|(?:north|south)(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|upper|lower|old|mid) /;
const after =
	/ (?:governorate|province|region|state|city|district|county|town|village|area|countryside|oblast|(?:international |military )?airport|air ?base|base|port|river|valley|islands?|peninsula)$/;
const kindOf =
	/^(?:city|state|province|town|village|governorate|district|county|port|university|republic|gulf) of /;
const article = /^(?:al|el|ar|as|ash|an|ad|at|az) /;

/** How much a name weighs that is known without a word of it, and one of which only some words are known. */
const nearly = 0.8;
const partly = 0.6;
/** Of a name that is known in part, only places of at least this many people are meant. */
const smallestPart = 20_000;

/** @returns null where the gazetteer has no such name */
export function candidatesOf(text: string, gazetteer: Gazetteer): NamedCandidates | null {
	const key = gazetteerKey(text);
	const named = gazetteer.candidates(key);
	const people = gazetteer.demonym(key);
	const isCountry = named?.some(({ place }) => gazetteer.place(place).kind === 'country');
	if (people !== undefined && !isCountry)
		return { candidates: [{ place: people, weight: 1 }], by: 'demonym' };
	const short = isCountry ? undefined : gazetteer.abbreviation(text);
	if (short !== undefined) return { candidates: [{ place: short, weight: 1 }], by: 'abbreviation' };
	if (named && named.length > 0) return { candidates: named, by: 'name' };
	return withoutWords(key, gazetteer) ?? partOf(key, gazetteer);
}

function withoutWords(key: string, gazetteer: Gazetteer): NamedCandidates | null {
	const bare = key.replace(kindOf, '');
	const tries = [
		key.replace(before, ''),
		key.replace(after, ''),
		bare,
		bare.replace(article, ''),
		`al ${key}`,
		key.replace(/s$/, '')
	];
	for (const tried of tries) {
		const found = tried === key ? undefined : gazetteer.candidates(tried);
		if (found && found.length > 0) return { candidates: weighed(found, nearly), by: 'part' };
	}
	return null;
}

function partOf(key: string, gazetteer: Gazetteer): NamedCandidates | null {
	// A name of more words than this is none, and a text without spaces is a single word.
	const words = key.split(' ', 12);
	for (let count = words.length - 1; count >= 1; count--)
		for (let from = 0; from + count <= words.length; from++) {
			const part = words.slice(from, from + count).join(' ');
			const found = part.length > 3 ? gazetteer.candidates(part) : undefined;
			if (found?.some(({ place }) => gazetteer.place(place).population > smallestPart))
				return { candidates: weighed(found, partly), by: 'part' };
			const people = gazetteer.demonym(part);
			if (people !== undefined) return { candidates: [{ place: people, weight: partly }], by: 'part' };
		}
	return null;
}

function weighed(candidates: readonly Candidate[], factor: number): Candidate[] {
	return candidates.map(({ place, weight }) => ({ place, weight: weight * factor }));
}
