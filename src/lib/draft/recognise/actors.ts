/**
 * Who is named: the actors of the data set by their names, aliases and demonyms, and by the capital or country that
 * stands for a government where it acts or speaks. Rules and word lists alone; nobody is guessed behind “they”.
 */
import type { ActorRecord } from '../../geodata/schema';
import { extentOf, type NameUse } from './actorContext';
import { withoutPrefixes } from './arabicPrefixes';
import { areJoined, disjoint, nameKey, overlaps, within, wordsOf, type Span, type Word } from './span';
import { unknownActors } from './unknownActors';

/** An actor that a text names. */
export interface ActorMention extends Span {
	text: string;
	/** Its id in actors.json; null for one that is not there and is offered as a new one. */
	actor: string | null;
	by: 'name' | 'demonym' | 'seat' | 'pattern';
}

export type NamedActor = Pick<ActorRecord, 'id' | 'name' | 'aliases' | 'demonyms' | 'seats'>;

interface Entry {
	actor: string;
	use: NameUse;
	/** How its first word has to be written: “US” is not “us”, and “Putin” not “putin”. */
	letters: 'any' | 'capital' | string;
}

/** Names of actors, ready to be looked for. */
export interface ActorMatcher {
	entries: ReadonlyMap<string, readonly Entry[]>;
	firstWords: ReadonlySet<string>;
	/** In words. */
	longest: number;
}

/** All names of all actors by their folded words. A name such as “SDF / Kurdish-led forces” is two. */
export function actorMatcher(actors: readonly NamedActor[]): ActorMatcher {
	const entries = new Map<string, Entry[]>();
	const firstWords = new Set<string>();
	let longest = 1;
	const add = (actor: string, use: NameUse, names: readonly string[] = []) => {
		for (const written of names.flatMap((name) => name.split(' / '))) {
			const key = nameKey(written);
			// A name in a language that a draft lacks is empty.
			if (key === '') continue;
			longest = Math.max(longest, key.split(' ').length);
			entries.set(key, [...(entries.get(key) ?? []), { actor, use, letters: lettersOf(written) }]);
			firstWords.add(key.split(' ', 1)[0]!);
		}
	};
	for (const { id, name, aliases, demonyms, seats = [] } of actors) {
		add(id, demonyms ? 'state' : 'name', Object.values(name));
		add(id, 'name', aliases);
		const isLand = (seat: string) => demonyms?.some((word) => shareStem(nameKey(word), nameKey(seat)));
		add(id, 'land', seats.filter(isLand));
		add(
			id,
			'capital',
			seats.filter((seat) => !isLand(seat))
		);
		add(id, 'demonym', demonyms);
	}
	return { entries, firstWords, longest };
}

const shareStem = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

/**
 * The actors that a text names, in its order: known ones, and organisations and nationalities that actors.json lacks,
 * with `actor` null. The longest name wins.
 */
export function findActors(text: string, matcher: ActorMatcher): ActorMention[] {
	const words = wordsOf(text);
	const mention = (span: Span, actor: string | null, by: ActorMention['by']): ActorMention => ({
		start: span.start,
		end: span.end,
		text: text.slice(span.start, span.end),
		actor,
		by
	});
	const known: ActorMention[] = [];
	for (let at = 0; at < words.length; at++) {
		const match = longestMatch(text, words, at, matcher);
		if (!match) continue;
		const { entry, length, start } = match;
		const isActor = (key: string) => Boolean(matcher.entries.get(key));
		const extent = extentOf({ text, words, at, last: at + length - 1, isActor }, entry.use);
		if (extent) {
			const [first, last] = extent;
			const { end } = words[last]!;
			const isDotted = /(?:^|\P{L})\p{Lu}\.\p{Lu}$/u.test(text.slice(0, end)) && text[end] === '.';
			const from = first === at ? start : words[first]!.start + arabicPrefix(words[first]!);
			known.push(mention({ start: from, end: isDotted ? end + 1 : end }, entry.actor, byOf[entry.use]));
		}
		at = Math.max(at + length - 1, extent?.[1] ?? 0);
	}
	const unknown = unknownActors(text, words)
		.filter(
			(span) =>
				!within(known, around(span)).some((other) => overlaps(span, other) && !isGeneral(text, other, span))
		)
		.map((span) => mention(span, null, 'pattern'));
	return disjoint([...unknown, ...known]);
}

/** Wide enough for every name that overlaps a span. */
const around = ({ start, end }: Span): Span => ({ start: start - 200, end: end + 200 });

/** “Rebels” is a general word: “Tuareg rebels” are others, “Turkish-backed rebels” are not. */
const isGeneral = (text: string, known: ActorMention, span: Span) =>
	!text.slice(span.start, known.start).includes('-') &&
	/^\p{Ll}/u.test(known.text) &&
	span.end >= known.end &&
	span.start < known.start - 1;

/** How many letters and, so, with, to are before a word with the article. */
const arabicPrefix = ({ text }: Word) => (/^[وفبك](?=ال)/.test(text) ? 1 : 0);

const byOf = { name: 'name', state: 'name', demonym: 'demonym', capital: 'seat', land: 'seat' } as const;

function longestMatch(
	text: string,
	words: readonly Word[],
	at: number,
	{ entries, firstWords, longest }: ActorMatcher
) {
	const first = words[at]!;
	const forms = withoutPrefixes(first.key).filter((form) => firstWords.has(form));
	if (forms.length === 0) return null;
	let end = at + 1;
	while (end < words.length && end - at < longest && areJoined(text, words[end - 1]!, words[end]!)) end++;
	for (let length = end - at; length > 0; length--) {
		const rest = words.slice(at + 1, at + length).map(({ key }) => key);
		for (const form of forms) {
			const entry = entries
				.get([form, ...rest].join(' '))
				?.find(({ letters }) => isWrittenSo(first.text, letters));
			if (entry) return { entry, length, start: first.start + prefixLength(first, form) };
		}
	}
	return null;
}

function lettersOf(written: string): Entry['letters'] {
	const { text } = wordsOf(written)[0]!;
	if (text === text.toLowerCase()) return 'any';
	return text === text.toUpperCase() ? text : 'capital';
}

function isWrittenSo(word: string, letters: Entry['letters']): boolean {
	if (letters === 'any') return true;
	return letters === 'capital' ? word[0] !== word[0]!.toLowerCase() : word === letters;
}

/** How many letters of a word are prefixes before a name; the article stays with its noun. */
function prefixLength({ text, key }: Word, form: string): number {
	// Where folding changed the length, marks are among the letters, and the whole word is marked.
	if (text.length !== key.length || !key.endsWith(form)) return 0;
	const length = key.length - form.length;
	return key.slice(0, length).endsWith('ال') ? length - 2 : length;
}
