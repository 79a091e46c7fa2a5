import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/lib/draft/input/decode';
import { utf16 } from '../../overlay/made';

const english = 'The brigade’s “command post” near Hama – 12 km east.\r\n';
const french = 'Près de l’aéroport, l’armée a été déployée là où la forêt brûle.\n';
const arabic = 'قالت الوزارة إن القاعدة تقع غرب المدينة، قرب المطار.\n';
const russian = 'Министерство сообщило, что база находится к западу от города.\n';
/** As a stream: decoded at once, some releases of Node take Windows-1252 for Latin-1. */
function inEncoding(text: string, encoding: string): Uint8Array {
	const all = new TextDecoder(encoding).decode(
		Uint8Array.from({ length: 256 }, (_, byte) => byte),
		{ stream: true }
	);
	return Uint8Array.from(text, (character) => all.indexOf(character));
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the text of bytes', () => {
	it.each([
		['UTF-8', utf8(arabic + english), 'utf-8', arabic + english, false],
		['UTF-8 with a mark', utf8(`\ufeff${english}`), 'utf-8', english, false],
		['UTF-16, little', utf16(arabic, false), 'utf-16le', arabic, false],
		['UTF-16, big', utf16(arabic, true), 'utf-16be', arabic, false],
		[
			'UTF-16 of Latin letters without a mark',
			utf16(english.repeat(3), false, false),
			'utf-16le',
			english.repeat(3),
			false
		],
		['UTF-16 of Arabic letters without a mark', utf16(arabic, true, false), 'utf-16be', arabic, false],
		['Windows-1252', inEncoding(english, 'windows-1252'), 'windows-1252', english, true],
		['Windows-1252, French', inEncoding(french, 'windows-1252'), 'windows-1252', french, true],
		['Windows-1256', inEncoding(arabic, 'windows-1256'), 'windows-1256', arabic, true],
		['Windows-1251', inEncoding(russian, 'windows-1251'), 'windows-1251', russian, true]
	])('in %s', (name, bytes, encoding, text, isGuess) => {
		expect(decodeText(bytes)).toEqual({
			...{ text, encoding, isGuess, isBroken: false },
			isSame: name === 'UTF-8'
		});
	});

	it('is read as the author says, before all else, and as the file says where it is not UTF-8', () => {
		const bytes = inEncoding(french, 'windows-1252');
		expect(decodeText(bytes, 'windows-1256').encoding).toBe('windows-1256');
		expect(decodeText(bytes, undefined, 'iso-8859-15')).toMatchObject({
			encoding: 'iso-8859-15',
			isGuess: false
		});
		expect(decodeText(utf8(arabic), undefined, 'iso-8859-1').text).toBe(arabic);
		expect(decodeText(bytes, 'no such', 'none either').encoding).toBe('windows-1252');
	});

	it('tells bytes that are no text from a sign for them that was written', () => {
		const cut = utf8(arabic).subarray(0, -2);
		expect(decodeText(cut.subarray(0, -1))).toMatchObject({ encoding: 'utf-8', isBroken: true });
		expect(decodeText(utf8('a \ufffd b'))).toMatchObject({ text: 'a \ufffd b', isBroken: false });
	});

	it('is any text that was written in UTF-8, to the unit', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				fc.pre(!['\0', '\u0006', '\ufeff'].some((mark) => text.includes(mark)));
				expect(decodeText(utf8(text)).text).toBe(text);
			})
		);
	});
});
