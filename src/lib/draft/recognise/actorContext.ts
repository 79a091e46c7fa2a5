/** Whether the name of an actor means the actor where it stands, and how far the mention goes. */
import {
	addressed,
	adjectives,
	betweenNameAndVerb,
	bodies,
	bodiesArabic,
	capitalVerbs,
	notActing,
	notActingArabic,
	placePrepositions,
	speechVerbs,
	speechVerbsArabic,
	stateVerbs
} from './actorWords';
import { withoutPrefixes } from './arabicPrefixes';
import { areJoined, type Word } from './span';

/**
 * How a name is used: `name` always means the actor; `state` and `land` are countries, of which a land is rather a place;
 * a `capital` stands for its government where it acts or speaks.
 */
export type NameUse = 'name' | 'state' | 'land' | 'capital' | 'demonym';

/** A name in its text: the indexes of its first and its last word. */
export interface NameAt {
	text: string;
	words: readonly Word[];
	at: number;
	last: number;
	/** Whether a folded word is the name of some actor. */
	isActor: (key: string) => boolean;
}

/** The indexes of the first and last word of the mention, with the body that it names; null where no actor is meant. */
export function extentOf(name: NameAt, use: NameUse): readonly [first: number, last: number] | null {
	if (use === 'demonym' && isArabic(name.words[name.at]!)) return arabicAdjective(name);
	const last = lastOf(name, use);
	return last === null ? null : [name.at, last];
}

function lastOf(name: NameAt, use: NameUse): number | null {
	const { words, at } = name;
	if (use === 'name') return isModifier(name) ? null : withBody(name);
	if (use === 'demonym') return isOfPlace(name, 4) || isMade(name) ? null : withBody(name);
	if (isOfPlace(name, 2)) return null;
	const before = words[at - 1]?.key ?? '';
	const isPlace =
		placePrepositions.has(before) || (before === 'the' && placePrepositions.has(words[at - 2]?.key ?? ''));
	if (use === 'state') return (isPlace || isWayTo(name)) && !isPossessive(name) ? null : withBody(name);
	if (isPlace) return null;
	const verbs = [speechVerbs, use === 'land' ? stateVerbs : capitalVerbs];
	const acts = isSubject(name, verbs) || isAddressed(name) || owns(name) || isAfterArabicVerb(name);
	return acts ? withBody(name) : null;
}

const isArabic = ({ key }: Word) => /^\p{Script=Arabic}/u.test(key);
const isPossessive = ({ words, last }: NameAt) => words[last + 1]?.key === 's';

/** “Iran-backed” before the name of another actor only says whose ally it is. */
function isModifier({ words, last, isActor }: NameAt): boolean {
	return /^(?:backed|supported|aligned|led)$/.test(words[last]!.key) && isActor(words[last + 1]?.key ?? '');
}

/** The body right after a name, with the adjectives between: “Syrian [air defence forces]”. */
function withBody({ text, words, last }: NameAt): number {
	let index = last + 1;
	let end = last;
	while (index < words.length && index - last <= 3) {
		const word = words[index]!;
		if (!/^[ \u00a0-]$/.test(text.slice(words[index - 1]!.end, word.start))) break;
		if (bodies.has(word.key)) end = index;
		else if (!adjectives.has(word.key)) break;
		index++;
	}
	return end;
}

/** Whether what follows is a place or are bystanders: “Syrian civilian airports”, “the Iraq and Syrian frontier”. */
function isOfPlace({ text, words, last, isActor }: NameAt, most: number): boolean {
	let left = most;
	for (let index = last + 1; index < words.length && left > 0; index++) {
		const { key } = words[index]!;
		if (!areJoined(text, words[index - 1]!, words[index]!)) return false;
		if (notActing.has(key)) return true;
		if (bodies.has(key)) return false;
		if (key === 's') continue;
		// In “Iraq and Syrian frontier” the noun belongs to both.
		if (key === 'and') {
			if (!isActor(words[index + 1]?.key ?? '')) return false;
			index++;
			left = 1;
			continue;
		}
		if (stops.has(key)) return false;
		left--;
	}
	return false;
}

const stops = new Set(
	'in of to from with the a an at on by for as who that which is was are were has have had'.split(' ')
);

/** “Turkish-backed rebels” are not Turkey, nor is what is “Iranian-made”. */
function isMade({ text, words, last }: NameAt): boolean {
	const next = words[last + 1];
	return (
		/^(?:backed|made|aligned|linked|led|built|supported|based|speaking|held|occupied|controlled)$/.test(
			next?.key ?? ''
		) && text[next!.start - 1] === '-'
	);
}

/** “Sent to Israel”, “flown from Iran”: somebody goes there. */
function isWayTo({ text, words, at }: NameAt): boolean {
	const before = text.slice(Math.max(0, words[at]!.start - 70), words[at]!.start);
	return /\b(?:sent|sends|sending|flown|flew|fly|ship(?:ped|s)|moved?|transfer(?:red|s)|travel\w*|returned|fled|deliver\w*|arriv\w*|crossed|came|comes?|go|went)\b[^.;,]*\b(?:to|from) (?:the )?$/i.test(
		before
	);
}

/** In Arabic the noun stands before: القوات الروسية acts, الحدود السورية is a place. */
function arabicAdjective({ text, words, at, last }: NameAt): readonly [number, number] | null {
	let first = at;
	for (const steps of [1, 2]) {
		const index = at - steps;
		const forms = withoutPrefixes(words[index]?.key ?? '');
		if (forms.some((form) => notActingArabic.has(form))) return first < at ? [first, last] : null;
		if (!forms.some((form) => bodiesArabic.has(form))) continue;
		if (first === index + 1 && areJoined(text, words[index]!, words[first]!)) first = index;
		else break;
	}
	return [first, last];
}

/** Whether one of the verbs follows; adverbs, “in December” and “and Russia” may be between. */
function isSubject({ words, last }: NameAt, verbs: readonly ReadonlySet<string>[]): boolean {
	let index = last + 1;
	if (words[index]?.key === 'and') index += 2;
	if (words[index]?.key === 'in' || words[index]?.key === 'on') index += 2;
	for (const end = index + 3; index < end; index++) {
		const key = words[index]?.key ?? '';
		if (verbs.some((set) => set.has(key))) return true;
		if (!betweenNameAndVerb.has(key)) return false;
	}
	return false;
}

/** “a deal with Damascus”, “between Moscow and Tehran”: others deal with it as with a person. */
function isAddressed({ words, at, last, isActor }: NameAt): boolean {
	const key = (index: number) => words[index]?.key ?? '';
	if (addressed.has(key(at - 1))) return true;
	const isBoth = (index: number) => key(index) === 'between' || key(index) === 'both';
	if (isBoth(at - 1)) return key(last + 1) === 'and' && isActor(key(last + 2));
	return key(at - 1) === 'and' && isActor(key(at - 2)) && (isBoth(at - 3) || addressed.has(key(at - 3)));
}

/** “Washington’s Kurdish allies”, “the Damascus government”. */
function owns(name: NameAt): boolean {
	const { words, last } = name;
	const from = isPossessive(name) ? last + 2 : last + 1;
	return words.slice(from, from + (isPossessive(name) ? 2 : 1)).some(({ key }) => bodies.has(key));
}

function isAfterArabicVerb({ words, at, last }: NameAt): boolean {
	const isVerb = (word: Word | undefined) =>
		withoutPrefixes(word?.key ?? '').some((form) => speechVerbsArabic.has(form));
	return isVerb(words[at - 1]) || (isArabic(words[at]!) && isVerb(words[last + 1]));
}
