/** Names of places in Arabic, by a list of names alone: what counts is to miss none, since a person reviews. */
import { withoutPrefixes } from './arabicPrefixes';
import { longestOf, wordsOf, type Span, type Word } from './span';

/** A name that the list knows. */
export interface ArabicPlace extends Span {
	text: string;
	/** 1 where a word before it says that a place follows, or the name has several words; less for a lone word. */
	score: number;
}

/** Whether a list has a name, given as folded words joined by one space. */
export type KnowsName = (key: string) => boolean;

const longestName = 4;
const placeWords = new Set(
	'في من الي علي نحو باتجاه قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط ريف محافظه مدينه بلده قريه حي منطقه مطار ميناء مرفا قاعده معبر ناحيه سد جبل طريق بين ولايه العاصمه عاصمه ضواحي محيط داخل خارج حتي قضاء مخيم بريف بمدينه ببلده بمحافظه'.split(
		' '
	)
);

/**
 * The places that a text names in Arabic, longest names first, without the prefixes و، ف، ب، ك، ل. A lone short word that
 * nothing introduces is left out: many villages are called like a common word.
 */
export function recogniseArabicPlaces(text: string, knows: KnowsName): ArabicPlace[] {
	if (!/\p{Script=Arabic}/u.test(text)) return [];
	const words = wordsOf(text);
	return longestOf(words.flatMap((_, at) => nameAt(text, words, at, knows) ?? []));
}

function nameAt(text: string, words: readonly Word[], at: number, knows: KnowsName): ArabicPlace | null {
	const first = words[at]!;
	if (!/^\p{Script=Arabic}/u.test(first.text)) return null;
	const forms = withoutPrefixes(first.key);
	let end = at + 1;
	while (
		end < words.length &&
		end - at < longestName &&
		/^[ \u00a0]$/.test(text.slice(words[end - 1]!.end, words[end]!.start))
	)
		end++;
	for (let length = end - at; length > 0; length--) {
		const rest = words.slice(at + 1, at + length).map(({ key }) => key);
		for (const form of forms) {
			if (!knows([form, ...rest].join(' '))) continue;
			const prefixes = first.key.length - form.length;
			const hasPrefix = prefixes > 0 && !/^ال?$/.test(first.key.slice(0, prefixes));
			const isIntroduced = hasPrefix || placeWords.has(words[at - 1]?.key ?? '');
			if (length === 1 && !isIntroduced && form.length < 4) continue;
			// The article is part of the name.
			const cut = first.key.slice(0, prefixes).endsWith('ال') ? prefixes - 2 : prefixes;
			const start = first.start + (first.text.length === first.key.length ? cut : 0);
			const last = words[at + length - 1]!;
			return {
				start,
				end: last.end,
				text: text.slice(start, last.end),
				score: length > 1 || isIntroduced ? 1 : 0.6
			};
		}
	}
	return null;
}
