/**
 * The encoding of a text that is neither UTF-8 nor says what it is: the one in which its words are most like words. What
 * knows the languages of the world is loaded for such a file alone.
 */
import { labelOf, type Encoding } from '../../base/encoding';

/** Bytes that are looked at, and bytes of the sample that is shown, about. */
const mostBytes = 1 << 15;
const longestSample = 48;

/** Encodings that are tried even where a detector does not think of them, the most usual first. */
const usual = [
	'windows-1252',
	'windows-1256',
	'windows-1251',
	'windows-1250',
	'windows-1254',
	'windows-1253',
	'windows-1255',
	'koi8-r'
];
/** The fewest points by which one that is less usual has to be ahead. */
const lead = 0.05;
/**
 * How much of a text in an East Asian encoding are frequent characters, from 0 to 1. The bytes of one are characters of
 * the others too, so that each is held to what only its own texts have.
 */
const shares: Record<string, (pairs: [first: number, second: number][]) => number> = {
	// Half of all characters have a second byte below 0x80, as in no other.
	big5: (pairs) =>
		shareOf(pairs, ([first]) => first >= 0xa4 && first <= 0xc6) *
		(shareOf(pairs, ([, second]) => second < 0x80) >= 0.1 ? 0.95 : 0.6),
	gb18030: (pairs) =>
		shareOf(pairs, ([first, second]) => first >= 0xb0 && first <= 0xd7 && second >= 0xa1) * 0.9,
	// Syllables alone, in a block that other scripts go beyond.
	'euc-kr': (pairs) =>
		shareOf(pairs, ([first, second]) => first >= 0xb0 && first <= 0xc8 && second >= 0xa1) * 0.93,
	// No Japanese text of some length is without kana.
	'euc-jp': (pairs) => (shareOf(pairs, ([first]) => first === 0xa4 || first === 0xa5) >= 0.2 ? 0.95 : 0.5),
	shift_jis: (pairs) =>
		shareOf(pairs, ([first, second]) => first >= 0x81 && first <= 0x98 && second >= 0x40) * 0.9
};

/** The encoding of bytes of which some are neither ASCII nor UTF-8. */
export async function detectEncoding(bytes: Uint8Array): Promise<Encoding> {
	const sample = tellingLines(bytes);
	const { analyse } = await import('chardet');
	const sureness = new Map<Encoding, number>(usual.map((name) => [name, 0]));
	for (const { name, confidence } of analyse(sample)) {
		const label = labelOf(name);
		if (label === null || label.startsWith('utf-')) continue;
		sureness.set(label, Math.max(confidence, sureness.get(label) ?? 0));
	}
	let best: Encoding = 'windows-1252';
	let most = -Infinity;
	for (const [encoding, confidence] of sureness) {
		const score = plausibility(sample, encoding) + confidence / 100 + (encoding === usual[0] ? lead : 0);
		if (score > most) [best, most] = [encoding, score];
	}
	return best;
}

/** Whole words of a text around its first letters that are not ASCII, in its own bytes; empty where there are none. */
export function sampleOf(bytes: Uint8Array, encoding: Encoding): Uint8Array<ArrayBuffer> {
	if (encoding.startsWith('utf-')) return new Uint8Array(0);
	const first = bytes.findIndex((byte) => byte > 127);
	if (first < 0) return new Uint8Array(0);
	let from = first;
	while (from > 0 && first - from < longestSample / 2 && !isLineEnd(bytes[from - 1]!)) from--;
	let to = first;
	while (to < bytes.length && to - from < longestSample && !isLineEnd(bytes[to]!)) to++;
	return bytes.slice(from, to);
}

/** The lines with bytes that are not ASCII, since the others tell nothing. */
function tellingLines(bytes: Uint8Array): Uint8Array {
	const lines = new Uint8Array(Math.min(bytes.length, mostBytes));
	let used = 0;
	let from = 0;
	while (from < bytes.length && used < lines.length) {
		let to = from;
		let tells = false;
		for (; to < bytes.length && !isLineEnd(bytes[to]!); to++) tells ||= bytes[to]! > 127;
		if (tells) {
			const line = bytes.subarray(from, Math.min(to + 1, from + lines.length - used));
			lines.set(line, used);
			used += line.length;
		}
		from = to + 1;
	}
	return lines.subarray(0, used);
}

const isLineEnd = (byte: number) => byte === 10 || byte === 13;

/** How much of what is not ASCII are words as people write them, in an encoding: from 0 to 1, and less where it can't be. */
function plausibility(bytes: Uint8Array, encoding: Encoding): number {
	const text = new TextDecoder(encoding).decode(bytes);
	if (/[\ufffd\p{Cn}\p{Co}]/u.test(text)) return -1;
	// Node takes Windows-1252 for Latin-1, in which the quotation marks of Windows are control characters.
	if ((encoding === 'windows-1252' ? /[\x81\x8d\x8f\x90\x9d]/ : /[\x80-\x9f]/).test(text)) return -1;
	const share = shares[encoding];
	if (share) return share(pairsOf(bytes));
	let [good, all] = [0, 0];
	for (const [word] of text.matchAll(/[^\s\x21-\x26\x28-\x40\x5b-\x60\x7b-\xa0]+/g)) {
		const letters = word.replace(/^[«“‘„'']|[»”’'']$|[،؛؟–—…°]/g, '');
		if (/^['a-z]*$/i.test(letters)) continue;
		all += word.length;
		good += word.length * likeness(letters, encoding);
	}
	// Letters that no other language has together.
	const isTurkish = encoding === 'windows-1254' && text.includes('ı') && /[şğŞĞİ]/.test(text);
	return all === 0 ? 0 : good / all + (isTurkish ? 0.3 : 0);
}

/** How much letters are like a word: all of one script, and capitals at its beginning or everywhere. */
function likeness(letters: string, encoding: Encoding): number {
	// No word is longer, and no pattern is to look through more.
	if (letters.length > 100) return 0.25;
	const isWord = scripts.some((script) => script.test(letters));
	if (!isWord) return /^[\p{L}\p{M}'’«»]+$/u.test(letters) ? 0.25 : 0;
	// Letters with marks alone make words in hardly any language of Latin letters.
	if (/\p{Script=Latin}/u.test(letters) && letters.replace(/[^a-z]/gi, '').length * 3 <= letters.length)
		return 0.5;
	// These stand where Turkish has letters that are far more frequent.
	return encoding === 'windows-1252' && /[þðýÞÐÝ]/.test(letters) ? 0.6 : 1;
}

const scripts = [
	/^\p{Script=Arabic}+$/u,
	/^\p{Script=Hebrew}+$/u,
	/^\p{Script=Thai}+$/u,
	/^(?=\p{Script=Cyrillic}+$)(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u,
	/^(?=\p{Script=Greek}+$)(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u,
	/^(?=[\p{Script=Latin}'’]+$)['’]*(?:\p{L}['’])?(?:\p{Lu}?[\p{Ll}'’]*|[\p{Lu}'’]+)$/u
];

/** The characters of two bytes. */
function pairsOf(bytes: Uint8Array): [number, number][] {
	const pairs: [number, number][] = [];
	for (let at = 0; at < bytes.length; at++)
		if (bytes[at]! >= 0x80) pairs.push([bytes[at]!, bytes[++at] ?? 0]);
	return pairs;
}

const shareOf = <Item>(items: readonly Item[], passes: (item: Item) => boolean): number =>
	items.length === 0 ? 0 : items.filter(passes).length / items.length;
