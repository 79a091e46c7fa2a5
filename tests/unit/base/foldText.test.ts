import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, withoutMarks } from '../../../src/lib/base/foldText';

describe('folded text', () => {
	it.each([
		['ASCII', 'Hmeimim Air Base', 'hmeimim air base'],
		['Latin marks', 'Maşyāf Café', 'masyaf cafe'],
		['letters that Unicode does not take apart', 'Løkken Straße Œuvre Łódź', 'lokken strasse oeuvre lodz'],
		['half rings', 'ʿAyn al-Raʾs', 'ayn al-ras'],
		['Cyrillic marks', 'Хмеймим', 'хмеимим'],
		['forms of the alef', 'أإآٱا', 'ااااا'],
		['hamza on waw and yeh', 'ؤئ', 'وي'],
		['teh marbuta and alef maksura', 'قاعدة مستشفى', 'قاعده مستشفي'],
		['Persian letters', 'کرمانشاه گیلان', 'كرمانشاه كيلان'],
		['vowel signs and tatweel', 'قَاعِدَة حـمـيـمـيـم', 'قاعده حميميم'],
		['presentation forms', 'ﺣﻤﯿﻢ ﻣﺴﺘﺸﻔﻰ', 'حميم مستشفي'],
		['what nobody sees', 'Al\u200bep\u202epo \u2067b\u00ad\u{e0041}ase\u2069\u001b', 'aleppo base'],
		['Persian non-joiners', 'می\u200cروم', 'ميروم'],
		['Arabic and Persian digits', '٢٠١٥ ۲۰۱۵', '2015 2015']
	])('is the same for %s', (_, text, folded) => {
		expect(foldText(text)).toBe(folded);
	});

	it('stays as it is when it is folded again', () => {
		const letter = fc.constantFrom(...'aBüßøæأؤئةىیکگٱـʿ٣۳ﷺ');
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: letter }), fc.string({ unit: 'grapheme' })), (text) => {
				expect(foldText(foldText(text))).toBe(foldText(text));
			})
		);
	});

	it('holds the folded words of a text where the text holds the words', () => {
		const text = fc.string({ unit: fc.constantFrom(...'aBüßøأةىگ٣ ') });
		fc.assert(
			fc.property(text, text, text, (before, words, after) => {
				expect(foldText(before + words + after)).toContain(foldText(words));
			})
		);
	});
});

it('text without marks keeps case, letters and digits', () => {
	expect(withoutMarks('Août Mosṭafā آذار قاعدة ٣')).toBe('Aout Mostafa اذار قاعدة ٣');
});
