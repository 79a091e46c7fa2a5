import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gazetteerKey, otherArticle } from '../../../../src/lib/draft/gazetteer/key';

describe('the key of a name', () => {
	it.each([
		['hyphens part words', ['Deir ez-Zor', 'Deir Ez Zor', 'deir  ez–zor'], 'deir ez zor'],
		['marks and half rings go', ['Maşyāf', 'Masyaf'], 'masyaf'],
		['apostrophes in a word go', ["Ma'arrat", 'Ma’arrat', 'Maʻarrat', 'Ma`arrat', 'Ma´arrat'], 'maarrat'],
		['the genitive is a word', ["Land's End", 'Land’s End'], 'land s end'],
		['the stops of initials go', ['U.S.', 'US', 'u.s'], 'us'],
		[
			'brackets and commas part words',
			['Hmeimim (Khmeimim), Syria', 'Hmeimim,Khmeimim Syria'],
			'hmeimim khmeimim syria'
		],
		['a stop after a word parts words', ['St. Louis', 'St.Louis'], 'st louis'],
		['forms of the alef are one', ['أدلب', 'إدلب', 'ادلب', 'آدلب', 'ٱدلب'], 'ادلب'],
		['tatweel and vowel signs go', ['حَلَب', 'حـــلب', 'حلب'], 'حلب'],
		['teh marbuta is heh', ['حماة', 'حماه'], 'حماه'],
		['hamza on its own goes', ['صنعاء', 'صنعا'], 'صنعا'],
		['Persian letters are Arabic ones', ['کرمانشاه', 'كرمانشاه'], 'كرمانشاه'],
		['nothing is left of signs', ['', ' – ', '...'], '']
	])('%s', (_, names, key) => {
		expect(names.map(gazetteerKey)).toEqual(names.map(() => key));
	});

	const name = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: fc.constantFrom(..."aBş.s '’´ʼ-ءأةـ٣ŉ") })
	);

	it('is its own key', () => {
		fc.assert(
			fc.property(name, (text) => {
				expect(gazetteerKey(gazetteerKey(text))).toBe(gazetteerKey(text));
			})
		);
	});

	it('of several words is the keys of the words', () => {
		fc.assert(
			fc.property(fc.array(name), (words) => {
				expect(gazetteerKey(words.join(' '))).toBe(words.map(gazetteerKey).filter(Boolean).join(' '));
			})
		);
	});
});

it('an Arabic name is known with and without its article', () => {
	expect(otherArticle('الرقه')).toBe('رقه');
	expect(otherArticle('رقه')).toBe('الرقه');
});
