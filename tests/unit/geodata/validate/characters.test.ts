import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../../../src/lib/geodata/compile';
import { validate } from '../../../../src/lib/geodata/validate';
import { deceptions } from '../../../../src/lib/geodata/validate/characters';
import { check } from '../../../../src/tools/check';
import { laidOver, validDirectory, validFiles } from '../../records';

const path = 'articles/fixture-one.json';
const plain = validFiles.find((file) => file.path === path)!.text;
/** A passage and a quote in it, in which a space is an override of the direction of text. */
const turned = plain.replaceAll('runs a base in', 'runs\u202ea base in');

it('words of others keep what nobody sees: it is counted, and shown as a mark', () => {
	expect(turned).not.toBe(plain);
	const { problems, records } = validate(laidOver(validFiles, [{ path, text: turned }]));
	expect(problems).toEqual([]);
	const article = compile(records!).articles.find(({ id }) => id === 'fixture-one')!;
	const [quote] = article.reports[0]!.quotes;
	expect(quote!.exact).toContain('runs\u202ea base');
	const shown = [...article.reports.flatMap(({ extracts }) => extracts), ...article.passages].flatMap(
		({ parts }) => parts.map(({ text }) => text)
	);
	expect(shown.join('')).toContain('runs⟨U+202E RIGHT-TO-LEFT OVERRIDE⟩a base');
	expect(shown.join('')).not.toContain('\u202e');

	const directory = mkdtempSync(join(tmpdir(), 'attested-check-'));
	try {
		cpSync(validDirectory, directory, { recursive: true });
		writeFileSync(join(directory, path), turned);
		const { passed, lines } = check(directory);
		expect(passed).toBe(true);
		expect(lines).toContain(`Words of others hold 2 characters that nobody sees. Pages show each as a mark.`);
		expect(lines).toContain(`${path}  passages[0].text  U+202E RIGHT-TO-LEFT OVERRIDE`);
		expect(lines.join('')).not.toContain('\u202e');
	} finally {
		rmSync(directory, { recursive: true });
	}
});

it.each([
	[{ summary: 'a\u2067b\u2069' }, 'summary'],
	[{ texts: { 'a\u200bb': 'c' } }, 'texts'],
	[{ texts: { text: 'ا\u202eب' } }, 'texts.text'],
	[{ notes: ['Pοrt'] }, 'notes[0]'],
	[{ name: { en: 'Смолка' } }, 'name.en'],
	[{ title: '\u{1d400}leppo' }, 'title']
])('our own words have none of it: %j', (record, at) => {
	expect(deceptions(record).map(({ path }) => path.join('.').replace(/\.(\d+)/, '[$1]'))).toEqual([at]);
});

it.each([
	{ name: { en: 'Abū ʿAyn al-Raʾs, Çeşme', ar: 'ميناء' } },
	{ texts: { a: 'الموضع \u206635°2′39″N\u2069، و\u200fM2' } },
	{ aliases: ['کوه\u200cها', 'Смолка', 'Σμύρνη', 'T-72 Смолка'] },
	{ quotes: [{ exact: 'a\u202eb', prefix: 'аb', suffix: '\u200b' }], stated: '\u2067', wording: ['\u200b'] }
])('our own words may have what a script needs, and words of others anything: %j', (record) => {
	expect(deceptions(record)).toEqual([]);
});
