/**
 * Names of the gazetteer in Arabic, which has no capital letters and writes “and”, “in”, “to” and “as” together with the
 * next word. What counts is that a name is found: a person looks at each.
 */
import type { GazetteerPlace } from '../gazetteer/gazetteer';
import type { TokenRange } from '../text';
import type { Names } from './features';

export interface ArabicName extends TokenRange {
	/** How many UTF-16 units of the first word do not belong to the name. */
	skipped: number;
}

/** A single word counts as a name from this population on: many villages are named by a word of every day. */
const smallest = 20_000;
const longestName = 5;

/** The names that start at a token and end before `end`, the longest first. */
export function arabicNamesAt(names: Names, index: number, end: number): ArabicName[] {
	const { tokens, gazetteer } = names;
	const first = tokens[index]!.text;
	if (!isArabic(first)) return [];
	const found: ArabicName[] = [];
	for (const { written, skipped } of withoutPrefixes(first)) {
		let key = names.keyOf(written);
		for (let at = index; at < end && at - index < longestName; at++) {
			if (at > index) {
				if (!isArabic(tokens[at]!.text)) break;
				key += ` ${names.keyOf(tokens[at]!.text)}`;
			}
			const candidates = gazetteer.candidates(key);
			const isName = candidates?.some(({ place }) => at > index || isLarge(gazetteer.place(place)));
			if (isName || gazetteer.demonym(key) !== undefined) found.push({ from: index, to: at + 1, skipped });
		}
	}
	return found.sort((one, other) => other.to - one.to || one.skipped - other.skipped);
}

function isArabic(word: string): boolean {
	return /^\p{Script=Arabic}/u.test(word) && /^\p{L}/u.test(word);
}

function isLarge({ kind, population }: GazetteerPlace): boolean {
	return (kind !== 'town' && kind !== 'feature' && kind !== 'district') || population >= smallest;
}

/** A word as it is, and without the particles that may be written before it, where at least three letters are left. */
function withoutPrefixes(word: string): { written: string; skipped: number }[] {
	const forms = [{ written: word, skipped: 0 }];
	for (const prefix of [/^[وف]\p{M}*/u, /^(?:[وف]\p{M}*)?[بلك]\p{M}*/u]) {
		const skipped = prefix.exec(word)?.[0].length ?? 0;
		if (skipped > 0 && word.length - skipped >= 3) forms.push({ written: word.slice(skipped), skipped });
	}
	// “To the” loses the first letter of the article.
	const toThe = /^(?:[وف]\p{M}*)?ل(?=ل)/u.exec(word);
	if (toThe && word.length - toThe[0].length >= 3)
		forms.push({ written: `ا${word.slice(toThe[0].length)}`, skipped: toThe[0].length });
	return forms;
}
