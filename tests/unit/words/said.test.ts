import { expect, it } from 'vitest';
import { shortHash } from '../../../src/lib/base/shortHash';
import { langOf, named } from '../../../src/lib/words';
import { noteLacking, saidIn } from '../../../src/lib/words/said';

it('a sentence is in the language of the page, unless that lacks it', () => {
	expect(saidIn('On a hill.')).toBeUndefined();
	noteLacking('fr', [shortHash('On a hill.')]);
	expect(saidIn('On a hill.')).toBeUndefined();
	noteLacking('en', [shortHash('On a hill.')]);
	expect([saidIn('On a hill.'), saidIn('In a valley.'), saidIn(null)]).toEqual(['en', undefined, undefined]);
});

it('a name is in the language of the page, or else in that of the records, which stands first', () => {
	expect([named({ ar: 'حماة', en: 'Hama' }), langOf({ ar: 'حماة', en: 'Hama' })]).toEqual([
		'Hama',
		undefined
	]);
	expect([named({ ar: 'حماة' }), langOf({ ar: 'حماة' })]).toEqual(['حماة', 'ar']);
});

it('no two sentences of a page share a hash', () => {
	const texts = Array.from({ length: 2000 }, (_, index) => `Sentence ${index}, made up.`);
	expect(new Set(texts.map(shortHash)).size).toBe(texts.length);
});
