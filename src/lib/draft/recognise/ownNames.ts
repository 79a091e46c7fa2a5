/** Names that the reader gave to places of their own, which may be descriptions: “naval base at Tartus”. */
import type { TokenRange } from '../text';
import type { Names } from './features';

/** How many words before its first capital letter a name may have. */
const wordsBefore = 4;

/** The longest name of an own place that starts at a token and has several words, in capital or small letters. */
export function ownNameAt(names: Names, index: number, end: number): TokenRange | null {
	const { tokens, gazetteer } = names;
	const start = tokens.slice(index, Math.min(end, index + wordsBefore + 1));
	if (!start.some(({ text }) => /^[\p{Lu}\p{Lo}]/u.test(text))) return null;
	let found: TokenRange | null = null;
	let key = '';
	for (let at = index, words = 0; at < end && words < gazetteer.longestKey; at++) {
		const { text } = tokens[at]!;
		if (!/[\p{L}\p{N}]/u.test(text)) {
			// A hyphen or an apostrophe, not the end of a clause.
			if (at === index || !/^[-–’']$/.test(text)) break;
			continue;
		}
		key = key ? `${key} ${names.keyOf(text)}` : names.keyOf(text);
		if (++words > 1 && isOwn(names, key)) found = { from: index, to: at + 1 };
	}
	return found;
}

function isOwn({ gazetteer }: Names, key: string): boolean {
	return gazetteer.candidates(key)?.some(({ place }) => gazetteer.place(place).kind === 'own') ?? false;
}
