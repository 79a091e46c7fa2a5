/** What the recogniser of the desk makes of a text, for the bench; and the names that the data set itself knows. */
import { actorMatcher, findActors } from '../../../lib/draft/recognise/actors';
import { recogniseArabicPlaces } from '../../../lib/draft/recognise/arabicPlaces';
import { findAttributions, findSpeech } from '../../../lib/draft/recognise/attributions';
import { findClaims } from '../../../lib/draft/recognise/claims';
import { findDates } from '../../../lib/draft/recognise/dates';
import { placeMentions } from '../../../lib/draft/recognise/nominal';
import { areJoined, longestOf, nameKey, wordsOf, type Span } from '../../../lib/draft/recognise/span';
import { loadRecords } from '../../../lib/server/geodata';

const records = loadRecords();
const matcher = actorMatcher(records.actors);

/** Names of the data set’s places, as folded words; the value says whether it is a country. */
const ownNames = new Map<string, boolean>();
for (const { properties } of records.places)
	for (const name of [properties.name.en, properties.name.ar, ...properties.aliases])
		ownNames.set(nameKey(name), properties.kind === 'country');
const longestName = Math.max(...[...ownNames.keys()].map((key) => key.split(' ').length));

/** A name of a place; `isWide` for a country. */
export type Named = Span & { isWide: boolean };

/**
 * The names of places in a text. THE ONE PLACE where a recogniser of places is put in: today only the data set’s own
 * places and aliases are looked for, which is memory and no skill.
 */
export function toponymsOf(text: string): Named[] {
	const words = wordsOf(text);
	const found = words.flatMap((first, at): Named[] => {
		if (!/^[\p{Lu}\p{N}]/u.test(first.text)) return [];
		let end = at + 1;
		while (end < words.length && end - at < longestName && areJoined(text, words[end - 1]!, words[end]!))
			end++;
		for (; end > at; end--) {
			const isWide = ownNames.get(
				words
					.slice(at, end)
					.map(({ key }) => key)
					.join(' ')
			);
			if (isWide !== undefined) return [{ start: first.start, end: words[end - 1]!.end, isWide }];
		}
		return [];
	});
	const arabic = recogniseArabicPlaces(text, (key) => ownNames.has(key)).map((place) => ({
		...place,
		isWide: ownNames.get(nameKey(place.text)) ?? false
	}));
	return longestOf([...found, ...arabic]);
}

/** Sentences as spans: they end at a full stop before a capital, at a line’s end, and not after an abbreviation. */
function sentencesOf(text: string): Span[] {
	const ends =
		/(?<!\b(?:Gen|Maj|Lt|Col|Brig|Capt|Mr|Mrs|Ms|Dr|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U|S|[A-Z]))[.!?؟…][”"’»)\]]*(?=\s+["“‘«([]?[\p{Lu}\p{N}\p{Script=Arabic}]|\s*$)|\n+/gu;
	const sentences: Span[] = [];
	let start = 0;
	for (const { 0: mark, index } of [...text.matchAll(ends), { 0: '', index: text.length }]) {
		const end = mark.startsWith('\n') ? index : index + mark.length;
		const words = text.slice(start, end);
		const lead = words.length - words.trimStart().length;
		if (words.trim()) sentences.push({ start: start + lead, end: start + lead + words.trim().length });
		start = index + mark.length;
	}
	return sentences;
}

/** All that is recognised in a text. @param toponyms names of its places, from `toponymsOf` or as they are labelled */
export function recognise(text: string, published: string | null, toponyms: readonly Named[]) {
	const actors = findActors(text, matcher);
	const dates = findDates(text, published);
	const attributions = findAttributions(text);
	const mentions = placeMentions(text, toponyms);
	const places = mentions.map((mention) => ({
		...mention,
		isWide: mention.toponyms.length > 0 && mention.toponyms.every((at) => toponyms[at]!.isWide)
	}));
	const claims = findClaims(text, { sentences: sentencesOf(text), places, actors, dates, attributions });
	return { actors, dates, attributions, mentions, claims, speech: findSpeech(text) };
}
