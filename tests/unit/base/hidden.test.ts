import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenIn, shownText } from '../../../src/lib/base/hidden';

describe('hidden characters', () => {
	it.each([
		['an override', 'a\u202eb', 'U+202E RIGHT-TO-LEFT OVERRIDE'],
		['an isolate', '\u2067a\u2069', 'U+2067 RIGHT-TO-LEFT ISOLATE, U+2069 POP DIRECTIONAL ISOLATE'],
		['an isolate that turns Latin words in Arabic text', 'ا \u2067a\u2069', 'U+2067 RIGHT-TO-LEFT ISOLATE'],
		['an isolate that is never closed', 'ا \u2066a', 'U+2066 LEFT-TO-RIGHT ISOLATE'],
		['a width of zero', 'a\u200bb', 'U+200B ZERO WIDTH SPACE'],
		['a joiner in a Latin word', 'a\u200cb\u200d', 'U+200C ZERO WIDTH NON-JOINER'],
		['a mark of direction in Latin text', 'a\u200f', 'U+200F RIGHT-TO-LEFT MARK'],
		['tags', 'a\u{e0041}', 'U+E0041 TAG'],
		['tags behind a flag', '\u{1f3f4}\u{e0041}\u{e007f}', 'U+E0041 TAG'],
		['an escape', '\u001b[31m', 'U+001B ESCAPE'],
		['a control', 'a\u0085', 'U+0085'],
		['a filler', 'a\u3164', 'U+3164'],
		['half a pair', 'a\ud800', 'U+D800'],
		['a mark of byte order', '\ufeffa', 'U+FEFF ZERO WIDTH NO-BREAK SPACE']
	])('are found: %s', (_, text, first) => {
		expect(
			hiddenIn(text)
				.map(({ name }) => name)
				.join(', ')
		).toContain(first);
	});

	it.each([
		['Persian spelling', 'می\u200cروم'],
		['joined Arabic letters', 'ه\u200d'],
		['marks in Arabic text', 'قاعدة\u200f (M2\u200e)'],
		['Latin words set apart in Arabic text', 'الموضع \u206635°2′N\u2069؛ \u2068x\u2069'],
		['signs of several parts', '👩\u200d🚒 ☢\ufe0f 🏳\ufe0f\u200d🌈'],
		['many isolates, one within the other', `ا${'\u2066a'.repeat(20_000)}${'\u2069'.repeat(20_000)}`],
		['the flag of Wales', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
		['lines and tabs', 'a\tb\r\nc'],
		['Devanagari', 'क्\u200dष']
	])('are in order: %s', (_, text) => {
		expect(hiddenIn(text)).toEqual([]);
		expect(shownText(text)).toBe(text);
	});

	it('are written out, whatever the text is', () => {
		expect(shownText('a\u202ebc')).toBe('a⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩bc');
		const piece = fc.constantFrom(
			'a',
			'ا',
			'\u202e',
			'\u2066',
			'\u2069',
			'\u200d',
			'\u{e0041}',
			'😀',
			'\ud800'
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = pieces.join('');
				const shown = shownText(text);
				expect(hiddenIn(shown)).toEqual([]);
				expect(shown).not.toMatch(/[\u202e\ud800](?![\udc00-\udfff])|[\u{e0041}]/u);
			})
		);
	});
});
