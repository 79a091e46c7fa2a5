import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { check } from '../../../src/tools/check';
import { datasetLanguages, intlTagOf, languageModules, siteLanguages } from '../../../src/tools/languages';
import { validDirectory } from '../records';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'attested-dataset-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const name = (languages: unknown) =>
	writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ languages }));

it('the pages are in the languages that the data set names and the interface has, in that order', () => {
	name([{ tag: 'my' }, { tag: 'fr' }, { tag: 'en' }]);
	expect(siteLanguages(folder)).toEqual(['fr', 'en']);
	expect(languageModules(folder)['languages.ts']).toContain(
		'recordLanguages: readonly string[] = ["my","fr","en"]'
	);
	// English where it has none of them: what is wrong is for the check to say.
	name([{ tag: 'my' }]);
	expect(siteLanguages(folder)).toEqual(['en']);
	name('broken');
	expect(datasetLanguages(folder).map(({ tag }) => tag)).toEqual(['en', 'ar', 'fr']);
});

it('Intl is asked for the calendar, the digits and the names of months that it names', () => {
	name([{ tag: 'en' }, { tag: 'ar', region: 'SY', calendar: 'gregory', digits: 'arab' }]);
	expect(intlTagOf('ar', folder)).toBe('ar-SY-u-ca-gregory-nu-arab');
	expect([intlTagOf('en', folder), intlTagOf('fr', folder)]).toEqual(['en-GB', 'fr']);
	// In its own digits where the data set says none, and as itself where nobody says more.
	expect(new Intl.NumberFormat(intlTagOf('ar', 'nowhere')).format(3)).toBe('٣');
	expect(intlTagOf('so', folder)).toBe('so');
});

it('the check lists what is not translated, and with --strict it is an error', () => {
	cpSync(validDirectory, folder, { recursive: true });
	expect(check(folder, { strict: true }).passed).toBe(true);
	const dataset = JSON.parse(readFileSync(join(folder, 'dataset.json'), 'utf8'));
	const languages = [...dataset.languages, { tag: 'fr' }, { tag: 'my' }];
	writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ ...dataset, languages }));
	const { passed, lines } = check(folder);
	expect(passed).toBe(true);
	expect(lines.find((line) => line.startsWith('dataset.json'))).toContain('the interface has no Burmese');
	expect(lines).toContain('actors.json  actors[0].name.fr  is not translated — add the French name');
	expect(lines.find((line) => line.startsWith('translations/fr.json'))).toMatch(
		/this file is missing, and \d+ sentences have no French translation/
	);
	expect(check(folder, { strict: true }).passed).toBe(false);
});
