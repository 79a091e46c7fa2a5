import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { m } from '../../../src/lib/words';
import { withYears, yearsOfArticles } from '../../../src/tools/messageRecords';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'attested-years-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, edtf: string, status?: 'draft') =>
	writeFileSync(join(folder, `${name}.json`), JSON.stringify({ status, published: { edtf } }));

it('the years follow the articles, drafts only where they are shown', () => {
	expect(yearsOfArticles(folder)).toBeNull();
	write('a', '2017-03-01');
	write('b', '2015-11~/2016');
	write('c', '2031-01-01', 'draft');
	writeFileSync(join(folder, 'broken.json'), '{');
	writeFileSync(join(folder, 'other.json'), '{"published": {"edtf": 7}}');
	expect(yearsOfArticles(folder)).toEqual({ first: 2015, last: 2017 });
	expect(yearsOfArticles(folder, true)).toEqual({ first: 2015, last: 2031 });
});

it('stand in the digits of the language, and a year alone where there is one', () => {
	expect(withYears('in %years%', { first: 2015, last: 2023 }, 'en')).toBe('in 2015–2023');
	expect(withYears('في %years%', { first: 2015, last: 2023 }, 'ar')).toBe('في ٢٠١٥–٢٠٢٣');
	expect(withYears('in %years%', { first: 2020, last: 2020 }, 'fr')).toBe('in 2020');
});

it('the messages that pages get have them in, in every language', () => {
	const years = yearsOfArticles('geodata/articles');
	for (const locale of ['en', 'ar'] as const)
		expect(m.footer_history({}, { locale })).toContain(withYears('%years%', years, locale));
});
