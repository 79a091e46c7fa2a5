import { expect, it } from 'vitest';
import { englishName, plainName } from '../../../../src/tools/gazetteer/english';

it.each([
	['Ḩamāh', 'SY', ['Hama', 'Hamah', 'Khama'], 'Hama'],
	['Ar Raqqah', 'SY', ['Rakka', 'Raqqa', 'Raqqah'], 'Raqqa'],
	['Al Maţarīyah', 'EG', ['Matarieh'], 'Al Matariyah'],
	['Maşyāf', 'SY', [], 'Masyaf'],
	['Sāmarrā’', 'IQ', ['Samara'], 'Samarra'],
	// No rule gives it.
	['Dar‘ā', 'SY', ['Deraa'], 'Daraa'],
	// What is left of a short name is another word.
	['Al Kūt', 'IQ', ['Kut'], 'Al Kut'],
	['Aleppo', 'SY', ['Halab'], 'Aleppo'],
	// These are the letters of the language.
	['Malmö', 'SE', ['Malmo'], 'Malmö'],
	['Şanlıurfa', 'TR', ['Sanliurfa'], 'Şanlıurfa']
])('%s in %s is written as news does', (name, country, aliases, english) => {
	expect(englishName({ name, country, aliases })).toBe(english);
});

it('leaves out the signs of a transliteration, and no letters of other languages', () => {
	expect(plainName('Ta‘izz', 'YE')).toBe('Taizz');
	expect(plainName('Île-de-France', 'FR')).toBe('Île-de-France');
});
