/**
 * Characters that deceive: those that nobody sees, and letters of one alphabet in a word of another. In our own words
 * they are faults. Words of others stay as they were published; `check` counts what is hidden in them.
 */
import { hiddenIn, shownText } from '../../base/hidden';
import { pathText, quoted } from './problem';
import type { ShapeFault } from './shape';

/** Keys whose texts are the words of an article, to the letter. */
const verbatim = new Set(['exact', 'prefix', 'suffix', 'text', 'stated', 'wording']);

const deepest = 20;

type Path = readonly PropertyKey[];

/** All that deceives in our own words anywhere in a file of records; of each text one fault of a kind. */
export function deceptions(value: unknown): ShapeFault[] {
	return [...textsIn(value, [])].flatMap(({ path, text }) =>
		isVerbatim(path) ? [] : [...hiddenFault(path, text), ...mixedFault(path, text)]
	);
}

/** What is hidden in the words that a file of records has of others, each with where it stands. */
export function hiddenInQuotes(value: unknown): { at: string; names: string[] }[] {
	return [...textsIn(value, [])]
		.filter(({ path }) => isVerbatim(path))
		.map(({ path, text }) => ({ at: pathText(path), names: hiddenIn(text).map(({ name }) => name) }))
		.filter(({ names }) => names.length > 0);
}

/** The last key of a path; a list of texts is called as its key. */
function isVerbatim(path: Path): boolean {
	const [first] = path;
	const key = path.findLast((step) => typeof step === 'string') as string | undefined;
	if (key === undefined) return false;
	// Keys of the translations are our sentences, whatever they are called; the words of a snapshot are quotes.
	if (first === 'texts') return false;
	return verbatim.has(key) || key === 'quotes';
}

function* textsIn(value: unknown, path: Path): Generator<{ path: Path; text: string }> {
	// No record is as deep: its shape is a fault already.
	if (path.length > deepest) return;
	if (typeof value === 'string') yield { path, text: value };
	else if (Array.isArray(value))
		for (const [index, inner] of value.entries()) yield* textsIn(inner, [...path, index]);
	else if (typeof value === 'object' && value !== null) {
		for (const [key, inner] of Object.entries(value)) {
			// A key may be a sentence, as in translations.
			if (hiddenIn(key, 1).length > 0) yield { path, text: key };
			yield* textsIn(inner, [...path, key]);
		}
	}
}

function hiddenFault(path: Path, text: string): ShapeFault[] {
	const names = [...new Set(hiddenIn(text, 20).map(({ name }) => name))];
	if (names.length === 0) return [];
	const message = `has what nobody sees: ${names.join(', ')}`;
	const fix = 'remove it; words of our own need none of these';
	return [{ path, message, fix, code: 'hidden', values: { names: names.join(', ') } }];
}

const alphabets = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic', 'Lisu'] as const;
const letterOf = Object.fromEntries(
	alphabets.map((name) => [name, new RegExp(`(?=\\p{L})\\p{Script=${name}}`, 'u')])
);
/** Letters that are drawn as Latin ones and are none: of mathematics, and of full width. */
const lookalike = /[\u{1d400}-\u{1d7cb}\uff21-\uff3a\uff41-\uff5a]/u;

/** Words with letters of two alphabets that look alike, as a Cyrillic а in a Latin word. */
function mixedFault(path: Path, text: string): ShapeFault[] {
	if (!/[^\p{ASCII}]/u.test(text)) return [];
	for (const [word] of text.matchAll(/[\p{L}\p{M}\p{Cf}]+/gu)) {
		const found = alphabets.filter((name) => letterOf[name]!.test(word));
		const isPlain = !lookalike.test(word);
		if (found.length < 2 && isPlain && !isForeign(path, found[0])) continue;
		const kinds = isPlain ? found.join(' and ') : 'mathematical or full-width';
		const message = `${quoted(shownText(word))} has letters that look like others: ${kinds}`;
		const fix = 'write the word with the letters of one alphabet';
		return [{ path, message, fix, code: 'mixed', values: { word: shownText(word) } }];
	}
	return [];
}

/** In an English name even a whole word of another alphabet is taken for a Latin one. */
const isForeign = (path: Path, alphabet: string | undefined): boolean =>
	path.at(-1) === 'en' && path.at(-2) === 'name' && alphabet !== undefined && alphabet !== 'Latin';
