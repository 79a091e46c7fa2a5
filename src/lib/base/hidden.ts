/**
 * Characters that nobody sees, though they hide words or change the order in which letters stand: controls, marks of
 * direction, widths of zero, tags. Those that a script needs for its own sake are in order where they stand.
 */

/** A character in a text: where it stands, as a UTF-16 offset, and what it is. */
export interface Hidden {
	at: number;
	character: string;
	/** Its number and, where it is one of the common ones, its name in Unicode. */
	name: string;
}

const pattern = '[\\p{DI}\\p{Cc}\\p{Cs}\\u2028\\u2029\\ufff9-\\ufffb\\u2800]';
const anyHidden = new RegExp(`(?![\\t\\n\\r])${pattern}`, 'u');
const eachHidden = new RegExp(pattern, 'gu');

const names: Record<string, string> = {
	'\u001b': 'ESCAPE',
	'\u00ad': 'SOFT HYPHEN',
	'\u061c': 'ARABIC LETTER MARK',
	'\u200b': 'ZERO WIDTH SPACE',
	'\u200c': 'ZERO WIDTH NON-JOINER',
	'\u200d': 'ZERO WIDTH JOINER',
	'\u200e': 'LEFT-TO-RIGHT MARK',
	'\u200f': 'RIGHT-TO-LEFT MARK',
	'\u202a': 'LEFT-TO-RIGHT EMBEDDING',
	'\u202b': 'RIGHT-TO-LEFT EMBEDDING',
	'\u202c': 'POP DIRECTIONAL FORMATTING',
	'\u202d': 'LEFT-TO-RIGHT OVERRIDE',
	'\u202e': 'RIGHT-TO-LEFT OVERRIDE',
	'\u2060': 'WORD JOINER',
	'\u2066': 'LEFT-TO-RIGHT ISOLATE',
	'\u2067': 'RIGHT-TO-LEFT ISOLATE',
	'\u2068': 'FIRST STRONG ISOLATE',
	'\u2069': 'POP DIRECTIONAL ISOLATE',
	'\ufeff': 'ZERO WIDTH NO-BREAK SPACE'
};

/** Scripts whose letters join, so that a joiner or non-joiner between them is part of the spelling. */
const joining =
	/[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const rightToLeft = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u;
/** The flags of England, Scotland and Wales are spelled with tags. */
const flags =
	/\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;

/** The hidden characters of a text, in order. @param most no more of them are looked for */
export function hiddenIn(text: string, most = Infinity): Hidden[] {
	if (!anyHidden.test(text)) return [];
	const found: Hidden[] = [];
	const isRightToLeft = rightToLeft.test(text);
	const paired = isRightToLeft ? isolatesIn(text) : new Set<number>();
	const ends = new Map([...text.matchAll(flags)].map(({ index, 0: flag }) => [index, index + flag.length]));
	let flagEnd = 0;
	for (const { 0: character, index: at } of text.matchAll(eachHidden)) {
		if (found.length === most) break;
		if ('\t\n\r'.includes(character)) continue;
		// The flag before its first tag takes two units.
		flagEnd = ends.get(at - 2) ?? flagEnd;
		if (at < flagEnd) continue;
		const isMark = isRightToLeft && '\u200e\u200f\u061c'.includes(character);
		if (isMark || paired.has(at) || isSpelling(text, at, character)) continue;
		found.push({ at, character, name: nameOf(character) });
	}
	return found;
}

/** Text with each hidden character written out, for where nothing but text can stand. */
export function shownText(text: string): string {
	let shown = '';
	let end = 0;
	for (const { at, character, name } of hiddenIn(text)) {
		shown += `${text.slice(end, at)}⟨${name}⟩`;
		end = at + character.length;
	}
	return shown + text.slice(end);
}

function nameOf(character: string): string {
	const code = character.codePointAt(0)!;
	const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
	const name = names[character] ?? (code >> 7 === 0xe0000 >> 7 ? 'TAG' : '');
	return name ? `${number} ${name}` : number;
}

/** Where isolates stand that are closed and that don't turn Latin text around: as a sentence in Arabic needs them. */
function isolatesIn(text: string): Set<number> {
	const paired = new Set<number>();
	const open: { at: number; isPlain: boolean }[] = [];
	for (const { 0: character, index: at } of text.matchAll(/[\u2066-\u2069]/gu)) {
		if (character !== '\u2069') {
			open.push({ at, isPlain: character !== '\u2067' });
			continue;
		}
		const opened = open.pop();
		if (opened?.isPlain) paired.add(opened.at).add(at);
	}
	return paired;
}

/** Whether the character belongs to how the letters or signs around it are spelled. */
function isSpelling(text: string, at: number, character: string): boolean {
	const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
	const after = text.slice(at + character.length, at + character.length + 2);
	if (character === '\u200c' || character === '\u200d') {
		if (character === '\u200d' && /[\p{Emoji}\ufe0f]/u.test(before) && /^\p{Emoji}/u.test(after)) return true;
		return joining.test(before) && /[\p{L}\p{M}]/u.test(before);
	}
	if (character === '\ufe0e' || character === '\ufe0f') return /\p{Emoji}/u.test(before);
	if (/[\u{e0100}-\u{e01ef}\ufe00-\ufe0d]/u.test(character)) return /[\p{Script=Han}\p{S}]/u.test(before);
	return /[\u180b-\u180f]/u.test(character) && /\p{Script=Mong}/u.test(before);
}
