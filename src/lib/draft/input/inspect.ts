/** What is odd about a text, before anything is marked in it. Time grows with the length of the text. */
import { hiddenIn, type Hidden } from '../../base/hidden';
import { directionCounts } from './language';
import { mostPlaces, type HiddenCode, type Warning } from './warnings';

/** In bytes of UTF-8. */
export const longestText = 5_000_000;
/** In words: a book, and no article. */
const longestArticle = 100_000;
/** Of the letters of a text, as many of the rarer direction are told; names in another script are fewer. */
const mixedShare = 0.1;

const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const zeroWidth = /[\u200b-\u200d\u2060\ufeff]/;

/** What an author has to know of a text, in the order of weight. @param language BCP 47, as it was read or guessed */
export function inspectText(text: string, language: string): Warning[] {
	if (text.trim() === '') return [{ code: 'empty' }];
	return [
		...sizes(text),
		...binary(text),
		...hidden(text),
		...mixedDirection(text),
		...decomposed(text),
		...lineEnds(text),
		...places('no-break-spaces', text, /[\u00a0\u2007\u202f]/g),
		...places('private-use', text, /\p{Co}/gu),
		...(hasRecogniser(language) ? [] : [{ code: 'no-recogniser' as const, language }])
	];
}

/** Whether places, actors, dates and claims are found by themselves in a language (BCP 47). */
function hasRecogniser(language: string): boolean {
	return /^(?:en|ar)(?:-|$)/i.test(language);
}

function* sizes(text: string): Generator<Warning> {
	const bytes = new TextEncoder().encode(text).length;
	if (bytes > longestText) yield { code: 'too-long', bytes, limit: longestText };
	// Where words begin: a pattern for whole words would run over all of a text without a space at once.
	const words = text.match(/(?<!\S)\S/g)?.length ?? 0;
	if (words > longestArticle) yield { code: 'book', words, limit: longestArticle };
}

function* binary(text: string): Generator<Warning> {
	// eslint-disable-next-line no-control-regex -- that is what is looked for
	for (const found of places('binary', text, /[\0-\x08\x0e-\x1a\x1c-\x1f]/g))
		if (text.includes('\0') || found.count > text.length / 200) yield found;
}

function* hidden(text: string): Generator<Warning> {
	const kinds = new Map<HiddenCode, Hidden[]>();
	for (const found of hiddenIn(text)) {
		const code = hiddenCode(found.character);
		const those = kinds.get(code);
		if (those) those.push(found);
		else kinds.set(code, [found]);
	}
	for (const [code, found] of kinds)
		yield {
			code,
			count: found.length,
			at: found.slice(0, mostPlaces).map(({ at }) => at),
			names: [...new Set(found.map(({ name }) => name))]
		};
}

function hiddenCode(character: string): HiddenCode {
	if (bidi.test(character)) return 'bidi-controls';
	if (zeroWidth.test(character)) return 'zero-width';
	if (character === '\u00ad') return 'soft-hyphens';
	if (/\p{Cs}/u.test(character)) return 'surrogates';
	return /\p{Cc}/u.test(character) ? 'controls' : 'invisible';
}

function* mixedDirection(text: string): Generator<Warning> {
	const { ltr, rtl, firstLtr, firstRtl } = directionCounts(text);
	const mainly = rtl > ltr ? 'rtl' : 'ltr';
	const [count, first] = mainly === 'ltr' ? [rtl, firstRtl] : [ltr, firstLtr];
	if (count > (ltr + rtl) * mixedShare) yield { code: 'mixed-direction', mainly, count, at: [first] };
}

/** Letters and marks that Unicode has as one letter. The mere order of marks, as Arabic is typed, does not count. */
function* decomposed(text: string): Generator<Warning> {
	let count = 0;
	const at: number[] = [];
	for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}+/gu)) {
		if (cluster.normalize('NFC').length >= cluster.length) continue;
		if (count++ < mostPlaces) at.push(index);
	}
	if (count > 0) yield { code: 'decomposed', count, at };
}

function* lineEnds(text: string): Generator<Warning> {
	const counts: Record<string, number> = { '\r\n': 0, '\r': 0, '\n': 0 };
	const at: number[] = [];
	for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) {
		counts[end]!++;
		if (end !== '\n' && at.length < mostPlaces) at.push(index);
	}
	const { '\r\n': crlf = 0, '\r': cr = 0, '\n': lf = 0 } = counts;
	if (crlf + cr > 0) yield { code: 'line-ends', crlf, cr, lf, count: crlf + cr, at };
}

function* places<Code extends 'binary' | 'no-break-spaces' | 'private-use'>(
	code: Code,
	text: string,
	pattern: RegExp
): Generator<{ code: Code; count: number; at: number[] }> {
	let count = 0;
	const at: number[] = [];
	for (const { index } of text.matchAll(pattern)) if (count++ < mostPlaces) at.push(index);
	if (count > 0) yield { code, count, at };
}
