/** Words and sentences of a text, by offsets into it. The text itself is never changed. */

/** A word, a number or a sign. `start` and `end` are UTF-16 offsets into the unchanged text. */
export interface Token {
	text: string;
	start: number;
	end: number;
}

/** Indexes of tokens, `to` exclusive. */
export interface TokenRange {
	from: number;
	to: number;
}

/** Short forms that stand before a name, so that no sentence ends after them. */
const titles = 'Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Mt|Ft|No|Prof|Rev|Brig|Cmdr|Adm|Hon';
/** Short forms that may also be the last word of a sentence: companies, states, months. */
const shortForms =
	'Jr|Sr|Inc|Corp|Co|Ltd|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|' +
	'Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec';

/** No word has more letters: a longer run is cut, so that no pattern ever looks at much at once. */
const longestWord = 100;
const letter = String.raw`[\p{L}\p{M}\p{N}]`;
/** What nobody sees: soft hyphens, joiners, marks of direction. Inside a word it belongs to it, elsewhere it is space. */
const hidden = String.raw`\p{Cf}{1,8}`;

export const tokenPattern = new RegExp(
	[
		// U.S., and the initial before a name
		String.raw`(?:\p{Lu}\.){2,20}`,
		String.raw`\p{Lu}\.(?=\s\p{Lu})`,
		String.raw`(?:${titles}|${shortForms})\.(?!${letter})`,
		// the English genitive stands alone, other apostrophes belong to the word
		String.raw`['’][sS](?!${letter})`,
		String.raw`\p{N}{1,50}(?:[.,:]\p{N}{1,50}){0,20}`,
		String.raw`${letter}{1,${longestWord}}(?:(?:(?<=\p{L})['’ʼ‘${'`'}](?![sS](?!${letter}))|${hidden})${letter}{1,${longestWord}}){0,8}`,
		String.raw`\.\.\.`,
		String.raw`[^\s\p{L}\p{N}\p{Cf}\p{Cc}]`
	].join('|'),
	'gu'
);

/** The tokens of a text, in order. Takes time in proportion to its length. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(tokenPattern))
		tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
	return tokens;
}

/** What is longer than this many tokens is cut, whatever it is: lists and tables have no full stops. */
const longestSentence = 120;
const neverLast = new RegExp(`^(?:\\p{Lu}\\.|(?:\\p{Lu}\\.)+|(?:${titles})\\.)$`, 'u');
const starters = /^(?:The|A|An|He|She|It|They|In|On|At|But|And|We|I|This|That|There|For)$/;
const opensSentence = /^[\p{Lu}\p{N}"“‘'([]/u;
const opensAfterQuote = /^[\p{Lu}"“‘([]/u;

/** The sentences of a text: ranges that together have each token once. */
export function sentencesOf(text: string, tokens: readonly Token[]): TokenRange[] {
	const wrapped = isWrapped(text);
	const sentences: TokenRange[] = [];
	let from = 0;
	for (let index = 0; index + 1 < tokens.length; index++) {
		if (index + 1 - from < longestSentence && !endsAt(text, tokens, index, wrapped)) continue;
		sentences.push({ from, to: index + 1 });
		from = index + 1;
	}
	if (from < tokens.length) sentences.push({ from, to: tokens.length });
	return sentences;
}

function endsAt(text: string, tokens: readonly Token[], index: number, wrapped: boolean): boolean {
	const { text: word, end } = tokens[index]!;
	const { text: next, start } = tokens[index + 1]!;
	if (end === start) return false;
	const gap = text.slice(end, Math.min(start, end + 200));
	const breaks = gap.match(/\r\n?|[\n\u2028\u2029]/g)?.length ?? 0;
	if (breaks > 1) return true;
	if (breaks === 1 && !wrapped && !/^\p{Ll}/u.test(next)) return true;
	if (/^(?:[.!?؟۔]|\.\.\.)$/.test(word)) return opensSentence.test(next) || /^\p{Lo}/u.test(next);
	if (/^["”’')\]]$/.test(word) && index > 0 && /^[.!?]$/.test(tokens[index - 1]!.text))
		return opensAfterQuote.test(next);
	// A short form with its full stop: the sentence goes on, unless a word follows that begins most sentences.
	return word.length > 1 && word.endsWith('.') && !neverLast.test(word) && starters.test(next);
}

/** Whether lines are broken at a width, as in mail: a line's end then says nothing of a sentence's. */
function isWrapped(text: string): boolean {
	let long = 0;
	let lines = 0;
	for (let from = 0; from < text.length;) {
		const found = text.indexOf('\n', from);
		const to = found === -1 ? text.length : found;
		if (to - from > 100) return false;
		if (to > from) lines++;
		if (to - from > 55) long++;
		from = to + 1;
	}
	return lines >= 4 && long / lines > 0.6;
}
